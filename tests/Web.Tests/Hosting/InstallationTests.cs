using System.Globalization;
using Backoffice.Data;
using Backoffice.Data.Accounts;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Web.Commands;
using Backoffice.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Hosting;

/// <summary>A first start that is killed, by real processes that kill themselves: the next one goes on.</summary>
public sealed class InstallationTests : IDisposable
{
    private const int Never = int.MaxValue;

    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_first_start_killed_again_and_again_ends_as_one_that_was_not()
    {
        Assert.True(await KilledInstallation.RunAsync(Never, this.Settings("whole")));
        var whole = await this.ReadAsync("whole");

        // Each dies some statements later in its life than the one before: in the migration, in the publication, between
        // accounts, in steps of the demo and between them.
        var starts = 1;
        for (var statement = 5; !await KilledInstallation.RunAsync(statement, this.Settings("killed")); statement += 9)
        {
            starts++;
        }

        Assert.True(starts > 6, $"Only {starts} starts.");
        Assert.Equal(whole, await this.ReadAsync("killed"));
        Assert.Contains(whole, line => line.StartsWith("request RQ-0001 Chairs approved 180", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_without_the_demo_is_without_it_for_good()
    {
        var settings = this.Settings("plain");
        await PrepareAsync(settings, withDemo: false);
        await PrepareAsync(settings, withDemo: true);
        Assert.DoesNotContain(await this.ReadAsync("plain"), line => line.StartsWith("request", StringComparison.Ordinal));
    }

    public void Dispose() => this.folder.Dispose();

    private static async Task PrepareAsync(string[] settings, bool withDemo)
    {
        await using var app = WebHost.Build(Arguments.Parse(Verbs.Serve, settings));
        await ServeVerb.PrepareAsync(app.Services, withDemo, Ct);
    }

    private static async Task<List<string>> RowsAsync(BackofficeDb db, IReadOnlyList<string> file, CancellationToken ct)
    {
        var people = await db.People.ToDictionaryAsync(person => person.Id, person => person.Key, ct);
        return
        [
            $"{people.Count} people, {await db.Units.CountAsync(ct)} units, {await db.Positions.CountAsync(ct)} positions, {await db.Publications.CountAsync(ct)} publication",
            .. people.Values.Order(StringComparer.Ordinal).Select(key => $"account {key} {db.Users.Count(account => account.UserName == key)}, in the file {file.Count(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2] == key)}"),
            .. (await db.RecordChanges.OrderBy(change => change.At).ThenBy(change => change.Version).ToListAsync(ct))
                .Select(change => $"change {people[change.Person!.Value]} {change.Kind} {change.Version} {change.Fields.Length}"),
            .. (await db.InstanceEvents.Join(db.Instances, row => row.Instance, instance => instance.Id, (row, instance) => new { row, instance.StartedAt }).OrderBy(pair => pair.StartedAt).ThenBy(pair => pair.row.Sequence).ToListAsync(ct))
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"command {pair.row.Sequence} by {people[pair.row.Person!.Value]}")),
            .. (await db.WorkItems.OrderBy(item => item.OpenedAt).ToListAsync(ct)).Select(item => $"item {people[item.Person]} {item.Kind} {item.State} {item.Decision}"),
            .. (await db.Notifications.OrderBy(row => row.At).ToListAsync(ct)).Select(row => $"told {people[row.Person]}"),
            $"left to play: {await db.Versions.CountAsync(row => row.Name == "demo", ct)}",
        ];
    }

    private string[] Settings(string name) => ["--Data:Folder", this.folder.File(name), "--Definitions:Folder", RunningBackoffice.Packs];

    /// <summary>All that a first start makes, without ids and moments; passwords are tried.</summary>
    private async Task<List<string>> ReadAsync(string name)
    {
        await using var app = WebHost.Build(Arguments.Parse(Verbs.Serve, this.Settings(name)));
        await app.Services.GetRequiredService<PublishedDefinitions>().LoadAsync(Ct);
        await using var scope = app.Services.CreateAsyncScope();
        var file = await File.ReadAllLinesAsync(Path.Combine(this.folder.File(name), "accounts.txt"), Ct);
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var words in file.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words[^1] != "Password"))
        {
            Assert.True(await accounts.CheckPasswordAsync((await accounts.FindByNameAsync(words[^2]))!, words[^1]), $"The password of {words[^2]} is another one.");
        }

        var root = (await app.Services.GetRequiredService<DirectoryStore>().GetAsync(Ct)).PersonByKey("root")!;
        var requests = await scope.ServiceProvider.GetRequiredService<RecordStore>().ListAsync(new Actor(root.Id, ChangeSource.Api), new RecordQuery("request") { Sort = [new RecordSort("number")] }, Ct);
        return
        [
            .. requests.Records.Select(request => string.Create(CultureInfo.InvariantCulture, $"request {request["number"]} {request["subject"]} {request["status"]} {request["total"]:0}")),
            .. await app.Services.GetRequiredService<UnitOfWork>().ReadAsync((db, ct) => RowsAsync(db, file, ct), Ct),
        ];
    }
}
