using Backoffice.Data.Records;
using Data.Tests.Databases;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Problems;

namespace Data.Tests.Records;

public abstract partial class RecordStoreContract
{
    /// <summary>Comparisons of the customer fields, and of a contract's customer: each is evaluated in C# and in SQL.</summary>
    public static TheoryData<string, ComparisonOperator, string?> Comparisons()
    {
        var cases = new TheoryData<string, ComparisonOperator, string?>();
        foreach (var (field, values) in new[] { ("country", new[] { "\"DE\"", "\"de\"", "\"d\"", "null", "\"50%_[x]\"" }), ("staff", ["10", "10.5", "-3", "99999999999999999999", "null"]) })
        {
            foreach (var comparedBy in Enum.GetValues<ComparisonOperator>())
            {
                var text = comparedBy is ComparisonOperator.Contains or ComparisonOperator.StartsWith;
                var ordered = comparedBy is ComparisonOperator.Above or ComparisonOperator.AtLeast or ComparisonOperator.Below or ComparisonOperator.AtMost;
                if ((text && field == "staff") || (ordered && field == "country"))
                {
                    continue;
                }

                foreach (var value in values)
                {
                    var list = comparedBy is ComparisonOperator.IsAnyOf or ComparisonOperator.IsNoneOf;
                    cases.Add(field, comparedBy, list ? $"[{value}, {values[0]}]" : value);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task A_condition_means_the_same_in_sql_and_in_memory(string field, ComparisonOperator comparedBy, string? value)
    {
        var admin = await this.Host.ActorAsync("admin");
        var customers = await this.ComparedCustomersAsync();
        var json = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(value!);
        var condition = new Condition { Field = field, Operator = comparedBy, Value = json };

        var found = await this.Store.ListAsync(admin, new RecordQuery("customer") { Filter = All(Compare("name", ComparisonOperator.StartsWith, "Compared "), condition), Take = 500 }, Ct);
        var evaluated = await this.Host.Get<ConditionEvaluator>().HoldAsync([condition], SampleDefinitions.Customer, customers, new Dictionary<string, string>(), admin.Person, Ct);

        var expected = customers.Where((_, index) => evaluated[index][0]).Select(customer => (string)customer["name"]!);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Records.Select(record => (string)record["name"]!).Order(StringComparer.Ordinal));

        var contracts = await this.ContractsOfAsync(customers);
        var path = condition with { Field = "customer." + field };
        var linked = await this.Store.ListAsync(admin, new RecordQuery("contract") { Filter = All(Compare("notes", ComparisonOperator.Is, "compared"), path), Take = 500 }, Ct);
        var evaluatedLinked = await this.Host.Get<ConditionEvaluator>().HoldAsync([path], SampleDefinitions.Contract, contracts, new Dictionary<string, string>(), admin.Person, Ct);
        Assert.Equal(contracts.Where((_, index) => evaluatedLinked[index][0]).Select(contract => contract.Id).Order(), linked.Records.Select(record => record.Id).Order());
    }

    [Fact]
    public async Task Lists_are_sorted_by_title_of_a_link_paged_counted_and_summed()
    {
        var admin = await this.Host.ActorAsync("admin");
        var mark = "paged " + Guid.NewGuid();
        foreach (var name in new[] { "B ", "C ", "A " })
        {
            var customer = await this.CustomerAsync(name + mark, "DE");
            await this.Store.SaveAsync(admin, With(With(await this.ContractAsync(admin, name, (1, 10.01m)), "customer", customer.Id), "notes", mark), Ct);
        }

        var query = new RecordQuery("contract") { Filter = Compare("notes", ComparisonOperator.Is, mark), Sort = [new RecordSort("customer", Descending: true)], Skip = 1, Take = 1 };
        var page = await this.Store.ListAsync(admin, query, Ct);
        var sums = await this.Store.SumsAsync(admin, query, ["total"], Ct);

        Assert.Equal(("B ", 3L), ((string?)Assert.Single(page.Records)["title"], page.Total));
        Assert.Equal(30.03m, sums["total"]);
        Assert.Empty(page.Records[0].Rows("lines"));
    }

    [Fact]
    public async Task Search_finds_text_and_titles_of_links_and_takes_signs_as_they_are()
    {
        var admin = await this.Host.ActorAsync("admin");
        var mark = Guid.NewGuid().ToString("N");
        var customer = await this.CustomerAsync($"50%_[a] {mark}", "DE");
        var contract = await this.Store.SaveAsync(admin, With(await this.ContractAsync(admin, "Found"), "customer", customer.Id), Ct);

        Assert.Equal([contract.Id], (await this.Store.ListAsync(admin, new RecordQuery("contract") { Search = $"%_[A] {mark}" }, Ct)).Records.Select(record => record.Id));
        Assert.Empty((await this.Store.ListAsync(admin, new RecordQuery("contract") { Search = $"5__[a] {mark}" }, Ct)).Records);
        Assert.Equal([new RecordOption(customer.Id, $"50%_[a] {mark}", null)], await this.Store.OptionsAsync(admin, "customer", mark, 10, Ct));
    }

    [Theory]
    [InlineData("Ärger im Büro", "äRGER IM BÜRO")]
    [InlineData("Žluťoučký kůň", "ŽLUŤOUČKÝ")]
    [InlineData("Ελληνικά", "ΛΛΗΝΙΚΆ")]
    [InlineData("ПРИВЕТ", "привет")]
    [InlineData("Größe *[ab]? 100%_", "GRÖßE *[AB]? 100%_")]
    [InlineData("海月超市 Ö-Markt", "月超市 ö-m")]
    public async Task Case_does_not_matter_in_any_script(string title, string typed)
    {
        var admin = await this.Host.ActorAsync("admin");
        var mark = Guid.NewGuid().ToString("N");
        var saved = await this.Store.SaveAsync(admin, With(await this.ContractAsync(admin, title), "notes", mark), Ct);
        await this.Store.SaveAsync(admin, With(await this.ContractAsync(admin, "Other"), "notes", mark), Ct);

        var ofMark = Compare("notes", ComparisonOperator.Is, mark);
        var searched = await this.Store.ListAsync(admin, new RecordQuery("contract") { Search = typed, Filter = ofMark }, Ct);
        var filtered = await this.Store.ListAsync(admin, new RecordQuery("contract") { Filter = All(ofMark, Compare("title", ComparisonOperator.Contains, typed)) }, Ct);
        var started = await this.Store.ListAsync(admin, new RecordQuery("contract") { Filter = All(ofMark, Compare("title", ComparisonOperator.StartsWith, typed)) }, Ct);

        Assert.Equal([saved.Id], searched.Records.Select(record => record.Id));
        Assert.Equal([saved.Id], filtered.Records.Select(record => record.Id));
        Assert.Equal(title.StartsWith(typed, StringComparison.OrdinalIgnoreCase), started.Total == 1);
    }

    [Fact]
    public async Task Sub_tables_are_filtered_by_having_rows()
    {
        var admin = await this.Host.ActorAsync("admin");
        var mark = "rows " + Guid.NewGuid();
        var with = await this.Store.SaveAsync(admin, With(await this.ContractAsync(admin, "With", (1, 1)), "notes", mark), Ct);
        var without = await this.Store.SaveAsync(admin, With(await this.ContractAsync(admin, "Without"), "notes", mark), Ct);

        foreach (var (comparedBy, expected) in new[] { (ComparisonOperator.IsEmpty, without.Id), (ComparisonOperator.IsNotEmpty, with.Id) })
        {
            var filter = All(Compare("notes", ComparisonOperator.Is, mark), new Condition { Field = "lines", Operator = comparedBy });
            Assert.Equal([expected], (await this.Store.ListAsync(admin, new RecordQuery("contract") { Filter = filter }, Ct)).Records.Select(record => record.Id));
        }
    }

    [Fact]
    public async Task A_filter_that_makes_no_sense_is_refused()
    {
        var admin = await this.Host.ActorAsync("admin");
        foreach (var (code, filter) in new[]
        {
            ("condition.unknown-field", Compare("nothing", ComparisonOperator.Is, 1)),
            ("condition.operator", Compare("title", ComparisonOperator.Above, "a")),
            ("condition.value", Compare("months", ComparisonOperator.Above, "many")),
            ("condition.not-a-filter", new Condition { Formula = "short.condition.js" }),
        })
        {
            var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Store.ListAsync(admin, new RecordQuery("contract") { Filter = filter }, Ct));
            Assert.Equal(code, refusal.Problems[0].Code);
        }
    }

    [Fact]
    public async Task Everybody_sees_what_their_grants_cover_and_what_they_took_part_in()
    {
        var (gao, wu) = (await this.Host.ActorAsync("gao.min"), await this.Host.ActorAsync("wu.tao"));
        var mark = "rights " + Guid.NewGuid();
        var ofGao = await this.Store.SaveAsync(gao, With(await this.ContractAsync(gao, "Gao"), "notes", mark), Ct);
        var ofWu = await this.Store.SaveAsync(wu, With(await this.ContractAsync(wu, "Wu"), "notes", mark), Ct);
        var named = await this.Store.SaveAsync(wu, With(With(await this.ContractAsync(wu, "For Gao"), "notes", mark), "owner", gao.Person), Ct);
        await this.WorkItemAsync(ofWu, await this.Host.ActorAsync("outsider"));

        await this.AssertSeesAsync("gao.min", mark, ofGao, named);
        await this.AssertSeesAsync("wu.tao", mark, ofWu, named);
        await this.AssertSeesAsync("lin.yue", mark, ofGao, ofWu, named);
        await this.AssertSeesAsync("audit", mark, ofGao, ofWu, named);
        await this.AssertSeesAsync("admin", mark, ofGao, ofWu, named);
        await this.AssertSeesAsync("outsider", mark, ofWu);
        var forbidden = await Assert.ThrowsAsync<RefusalException>(async () => await this.Store.SaveAsync(await this.Host.ActorAsync("lin.yue"), With(ofGao, "months", 3m), Ct));
        Assert.Equal(RefusalReason.Forbidden, forbidden.Reason);
        Assert.Equal([RecordRight.Read], await this.Store.RightsAsync(await this.Host.ActorAsync("outsider"), "contract", ofWu, Ct));
    }

    private static Condition All(params Condition[] parts) => new() { All = parts };

    private async Task AssertSeesAsync(string person, string mark, params Record[] expected)
    {
        var actor = await this.Host.ActorAsync(person);
        var page = await this.Store.ListAsync(actor, new RecordQuery("contract") { Filter = Compare("notes", ComparisonOperator.Is, mark) }, Ct);
        Assert.Equal(expected.Select(record => record.Id).Order(), page.Records.Select(record => record.Id).Order());
        Assert.Equal(expected.Length, page.Total);
        foreach (var record in expected)
        {
            Assert.Equal(record.Id, (await this.Store.GetAsync(actor, "contract", record.Id, Ct)).Id);
        }
    }

    private Task WorkItemAsync(Record record, Actor actor) => this.Host.Work.RunAsync(
        (db, ct) =>
        {
            var now = this.Host.Time.GetUtcNow();
            var instance = new Backoffice.Data.Instances.WorkflowInstanceRow { Id = Guid.CreateVersion7(), Workflow = "w", Form = record.Form, Record = record.Id, Initiator = record.CreatedBy!.Value, StartedAt = now, ChangedAt = now, State = [] };
            db.Instances.Add(instance);
            db.WorkItems.Add(new Backoffice.Data.Instances.WorkItemRow { Id = Guid.CreateVersion7(), Instance = instance.Id, Number = 1, Activity = "a", Person = actor.Person, Because = "asked", OpenedAt = now });
            return Task.CompletedTask;
        },
        Ct);

    private async Task<IReadOnlyList<Record>> ComparedCustomersAsync()
    {
        var admin = await this.Host.ActorAsync("admin");
        var found = await this.Store.ListAsync(admin, new RecordQuery("customer") { Filter = Compare("name", ComparisonOperator.StartsWith, "Compared "), Take = 500 }, Ct);
        if (found.Total > 0)
        {
            return found.Records;
        }

        var saved = new List<Record>();
        foreach (var (country, staff) in new (string?, decimal?)[] { ("DE", 10), ("de", 11), ("FR", -3), (null, null), ("x50%_[x]y", 0), ("Sweden", 10) })
        {
            saved.Add(await this.CustomerAsync($"Compared {saved.Count}", country, staff));
        }

        return saved;
    }

    private async Task<IReadOnlyList<Record>> ContractsOfAsync(IReadOnlyList<Record> customers)
    {
        var admin = await this.Host.ActorAsync("admin");
        var found = await this.Store.ListAsync(admin, new RecordQuery("contract") { Filter = Compare("notes", ComparisonOperator.Is, "compared"), Take = 500 }, Ct);
        if (found.Total > 0)
        {
            return found.Records;
        }

        var records = new List<Record>();
        foreach (var customer in customers.Select(customer => (Guid?)customer.Id).Append(null))
        {
            records.Add(With(With(await this.ContractAsync(admin, "Compared"), "customer", customer), "notes", "compared"));
        }

        return await this.Store.SaveManyAsync(admin, records, Ct);
    }
}
