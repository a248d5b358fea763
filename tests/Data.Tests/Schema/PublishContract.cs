using Backoffice.Data;
using Backoffice.Data.Records;
using Backoffice.Data.Schema;
using Data.Tests.Databases;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Data.Tests.Schema;

/// <summary>Publishing keeps all data, whatever changes; on every database. Tests of one class share their database, so each has a form of its own.</summary>
public abstract class PublishContract(TestDatabase database)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly Actor System = Actor.System(ChangeSource.Demo);

    private TestHost Host => database.Host;

    [Fact]
    public async Task A_column_and_a_sub_table_are_added_and_data_stays()
    {
        var form = Form("added", new TextField { Id = "name", Label = "Name" });
        var record = await this.PublishAndSaveAsync(form, ("name", "Kept"));

        await this.PublishAsync(form with
        {
            Fields = [.. form.Fields, new DateField { Id = "since", Label = "Since" }, new TableField { Id = "rows", Label = "Rows", Columns = [new NumberField { Id = "n", Label = "N" }] }],
        });

        var changed = (await this.Host.Records.GetAsync(System, "added", record.Id, Ct)).Copy();
        changed.Values["since"] = new DateOnly(2026, 1, 1);
        changed.Values["rows"] = new List<RecordRow> { new() { Id = Guid.CreateVersion7(), Values = { ["n"] = 7m } } };
        await this.Host.Records.SaveAsync(System, changed, Ct);
        var read = await this.Host.Records.GetAsync(System, "added", record.Id, Ct);
        Assert.Equal(("Kept", new DateOnly(2026, 1, 1), 7m), (read["name"], read["since"], read.Rows("rows")[0]["n"]));
    }

    [Fact]
    public async Task A_renamed_field_keeps_its_data()
    {
        var form = Form("renamed", new TextField { Id = "name", Label = "Name" });
        var record = await this.PublishAndSaveAsync(form, ("name", "Kept"));

        await this.PublishAsync(form with { Summary = new RecordSummary("title"), Fields = [new TextField { Id = "name", Name = "title", Label = "Title" }] });

        Assert.Equal("Kept", (await this.Host.Records.GetAsync(System, "renamed", record.Id, Ct))["title"]);
    }

    [Fact]
    public async Task A_field_that_goes_and_comes_back_has_its_data_again()
    {
        var form = Form("back", new TextField { Id = "name", Label = "Name" }, new NumberField { Id = "n", Label = "N", Scale = 2 });
        var record = await this.PublishAndSaveAsync(form, ("name", "Kept"), ("n", 1.25m));

        await this.PublishAsync(form with { Fields = [form.Fields[0]] });
        Assert.Null((await this.Host.Records.GetAsync(System, "back", record.Id, Ct))["n"]);
        await this.PublishAsync(form);

        Assert.Equal(1.25m, (await this.Host.Records.GetAsync(System, "back", record.Id, Ct))["n"]);
    }

    [Fact]
    public async Task Dropping_a_column_for_good_keeps_the_rows_of_the_sub_table()
    {
        var table = new TableField { Id = "rows", Label = "Rows", Columns = [new NumberField { Id = "n", Label = "N" }] };
        var form = Form("dropped", new TextField { Id = "name", Label = "Name" }, new TextField { Id = "old", Label = "Old" }, table);
        var record = await this.PublishAndSaveAsync(form, ("name", "Kept"), ("old", "Gone"), ("rows", new List<RecordRow> { new() { Id = Guid.CreateVersion7(), Values = { ["n"] = 7m } } }));

        await this.PublishAsync(form with { Fields = [form.Fields[0], table] });
        await this.Host.Published.DropRetiredAsync(Ct);

        Assert.Equal(7m, (await this.Host.Records.GetAsync(System, "dropped", record.Id, Ct)).Rows("rows")[0]["n"]);
        Assert.DoesNotContain(this.Host.Published.Schema.Records.Find("r_dropped")!.Columns, column => column.Name == "f_old");
        await this.PublishAsync(form);
        Assert.Null((await this.Host.Records.GetAsync(System, "dropped", record.Id, Ct))["old"]);
    }

    [Fact]
    public async Task More_digits_keep_the_value_and_fewer_are_refused_while_needed()
    {
        var form = Form("scaled", new TextField { Id = "name", Label = "Name" }, new NumberField { Id = "n", Label = "N", Scale = 2 });
        var record = await this.PublishAndSaveAsync(form, ("name", "Kept"), ("n", -1.25m));

        await this.PublishAsync(form with { Fields = [form.Fields[0], new NumberField { Id = "n", Label = "N", Scale = 4 }] });
        Assert.Equal(-1.25m, (await this.Host.Records.GetAsync(System, "scaled", record.Id, Ct))["n"]);
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.PublishAsync(form with { Fields = [form.Fields[0], new NumberField { Id = "n", Label = "N", Scale = 1 }] }));
        Assert.Equal("definition.scale-changed", refusal.Problems[0].Code);
        await this.PublishAsync(form);
        Assert.Equal(-1.25m, (await this.Host.Records.GetAsync(System, "scaled", record.Id, Ct))["n"]);
    }

    [Fact]
    public async Task A_field_that_changes_what_it_holds_is_refused()
    {
        var form = Form("retyped", new TextField { Id = "name", Label = "Name" });
        await this.PublishAsync(form);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.PublishAsync(form with { Fields = [new NumberField { Id = "name", Label = "Name" }] }));

        Assert.Equal("definition.field-type-changed", refusal.Problems[0].Code);
    }

    [Fact]
    public async Task A_second_start_publishes_nothing_and_reads_the_same()
    {
        await using var second = new TestHost(this.Host.Options);
        await this.Host.Published.LoadAsync(Ct);
        var before = this.Host.Published.SchemaVersion;

        await second.Get<DatabaseStartup>().RunAsync(this.Host.Published.Current, Ct);

        Assert.Equal(before, second.Published.SchemaVersion);
        Assert.True(second.Published.IsInForce(this.Host.Published.Current));
        Assert.Equal(this.Host.Published.Current.Forms.Select(form => form.Key), second.Published.Current.Forms.Select(form => form.Key));
    }

    [Fact]
    public async Task Only_what_changed_gets_a_new_version_and_old_ones_stay()
    {
        var form = Form("versions", new TextField { Id = "name", Label = "Name" });
        await this.PublishAsync(form, Form("untouched", new TextField { Id = "name", Label = "Name" }));
        await this.PublishAsync(form with { Label = "Changed" }, Form("untouched", new TextField { Id = "name", Label = "Name" }));

        Assert.Equal((2, 1), (this.Host.Published.VersionOf<FormDefinition>("versions"), this.Host.Published.VersionOf<FormDefinition>("untouched")));
        Assert.Equal("versions", (await this.Host.Published.GetAsync<FormDefinition>("versions", 1, Ct)).Label);
    }

    [Fact]
    public async Task Calendars_are_published_with_their_units_and_read_by_another_node()
    {
        var hours = new WeekHours { Monday = ["08:30-12:00", "22:00-06:00"] };
        var holidays = new HolidaySetDefinition { Key = "land", Label = "Land", KnownTo = 2026, Holidays = [new Holiday("day", "Day") { Days = [new HolidayDays(new DateOnly(2026, 3, 9))] }] };
        var house = new CalendarDefinition { Key = "house", Label = "House", Default = true, TimeZone = "Asia/Shanghai", Hours = hours, HolidaySets = ["land"] };
        var coast = new CalendarDefinition { Key = "coast", Label = "Coast", BasedOn = "house", TimeZone = "America/Los_Angeles" };
        var set = SampleDefinitions.Set();
        var units = set.Directory.Units.Select(unit => unit.Key == "west" ? unit with { Calendar = "coast" } : unit);
        await this.Host.Published.PublishAsync(new DefinitionSet(set.Packs, [.. set.Definitions, holidays, house, coast], set.Directory with { Units = [.. units] }, set.Labels), Ct);

        await using var other = new TestHost(this.Host.Options);
        await other.Published.LoadAsync(Ct);

        var calendars = other.Published.Calendars;
        Assert.Equal(("house", "America/Los_Angeles"), (calendars.ForUnit("east").Key, calendars.ForUnit("west").TimeZone));
        Assert.Equal("day", calendars.ForUnit("west").SpecialDayOn(new DateOnly(2026, 3, 9))!.LabelPath.Split('/')[^1]);
        Assert.Equal(TimeSpan.FromHours(11.5), calendars.Default.Between(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.Zero)));
        Assert.Same(calendars, other.Published.Calendars);
    }

    [Fact]
    public void Migrations_are_up_to_date()
    {
        using var db = this.Host.Get<BackofficeDbFactory>().Create(PublishedSchema.Empty);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static FormDefinition Form(string key, params FieldDefinition[] fields) => new()
    {
        Key = key,
        Label = key,
        Plural = key,
        Summary = new RecordSummary("name"),
        Fields = fields,
        Sections = [],
        List = new ListSettings(["name"]) { Sort = "name" },
    };

    private Task PublishAsync(params FormDefinition[] forms) =>
        this.Host.Published.PublishAsync(SampleDefinitions.Set([SampleDefinitions.Customer, SampleDefinitions.Contract, .. forms]), Ct);

    private async Task<Record> PublishAndSaveAsync(FormDefinition form, params (string Field, object Value)[] values)
    {
        await this.PublishAsync(form);
        var record = await this.Host.Records.NewAsync(System, form.Key, Ct);
        foreach (var (field, value) in values)
        {
            record.Values[field] = value;
        }

        return await this.Host.Records.SaveAsync(System, record, Ct);
    }
}

public sealed class SqlitePublishTests(SqliteDatabase database) : PublishContract(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresPublishTests(PostgresDatabase database) : PublishContract(database), IClassFixture<PostgresDatabase>;

public sealed class SqlServerPublishTests(SqlServerDatabase database) : PublishContract(database), IClassFixture<SqlServerDatabase>;
