using System.Text.Json;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Forms.Conditions;
using Forms.Directory;

namespace Data.Tests.Import;

public sealed class ImporterTests : ImportFixture
{
    [Fact]
    public async Task Brings_people_with_managers_in_any_order_records_links_and_sub_tables()
    {
        this.WriteGoodFiles();
        var report = await this.ImportAsync(ImportTestForms.Sales, ImportTestForms.Staff, ImportTestForms.Shops);

        Assert.Empty(report.Problems);
        Assert.Equal(["staff 2", "shops 2", "sales 2"], report.Imports.Select(done => $"{done.Key} {done.Inserted}"));
        Assert.Equal(3, report.Imports[^1].SubRows);

        var directory = await this.DirectoryAsync();
        Assert.Equal("zoë.böhm", directory.Person(directory.PersonByKey("al.ex")!.Manager!.Value)!.Key);

        var sale = await this.SaleAsync("1");
        Assert.Equal("Sale 1, said \"now\", and\nthen", sale["title"]);
        Assert.Equal(directory.PersonByKey("al.ex")!.Id, sale["seller"]);
        Assert.Equal(new DateOnly(1996, 7, 4), sale["soldOn"]);
        Assert.Equal("cash", sale["kind"]);
        Assert.Equal(["Nut 1.50", "Bolt 2.00"], sale.Rows("lines").Select(row => FormattableString.Invariant($"{row["item"]} {row["price"]:0.00}")));
    }

    [Fact]
    public async Task A_second_import_changes_nothing_and_a_third_only_what_differs()
    {
        this.WriteGoodFiles();
        await this.ImportAsync(ImportTestForms.Staff, ImportTestForms.Shops, ImportTestForms.Sales);
        var before = await this.SaleAsync("1");

        var second = await this.ImportAsync(ImportTestForms.Staff, ImportTestForms.Shops, ImportTestForms.Sales);
        Assert.All(second.Imports, done => Assert.Equal((0, 0, 2, 0), (done.Inserted, done.Updated, done.Unchanged, done.Refused)));
        Assert.Equal(before.Version, (await this.SaleAsync("1")).Version);

        this.Write("lines.csv", "sale,item,quantity,price", "1,Nut,10,1.5", "1,Bolt,99,2", "2,Nut,1,1.5");
        var third = await this.ImportAsync(ImportTestForms.Sales);
        Assert.Equal((0, 1, 1), (third.Imports[0].Inserted, third.Imports[0].Updated, third.Imports[0].Unchanged));
        var after = await this.SaleAsync("1");
        Assert.Equal(before.Rows("lines").Select(row => row.Id), after.Rows("lines").Select(row => row.Id));
        Assert.Equal(99m, after.Rows("lines")[1]["quantity"]);
    }

    [Fact]
    public async Task Every_row_with_an_error_is_named_by_line_column_and_value_and_left_out()
    {
        this.WriteGoodFiles();
        this.Write(
            "sales.csv",
            "id,note,shop,staff,date,kind",
            "1,ok,S1,2,1996-07-04 00:00:00.000,C",
            "2,bad date,S1,2,04.07.1996,C",
            "3,no such shop,S9,2,NULL,C",
            "4,no such person,S1,7,NULL,C",
            "5,no such kind,S1,2,NULL,X",
            ",no key,S1,2,NULL,C",
            "1,twice,S1,2,NULL,C",
            "8,too short,S1",
            "9,bad line,S1,2,NULL,C");
        this.Write("lines.csv", "sale,item,quantity,price", "1,Nut,10,1.5", "9,Nut,many,1.5", "77,Nut,1,1");
        var report = await this.ImportAsync(ImportTestForms.Staff, ImportTestForms.Shops, ImportTestForms.Sales);

        var sales = report.Imports.Single(done => done.Key == "sales");
        Assert.Equal((1, 8), (sales.Inserted, sales.Refused));
        string[] expected =
        [
            "lines.csv:3: quantity \"many\":",
            "lines.csv:4: sale \"77\": 1 rows belong to no row of sales.csv; this is the first.",
            "sales.csv:3: date \"04.07.1996\":",
            "sales.csv:4: shop \"S9\": There is no record of \"shop\" whose code is \"S9\".",
            "sales.csv:5: staff \"7\": staff.csv has no row whose no is \"7\".",
            "sales.csv:6: kind \"X\": Expected one of C, K.",
            "sales.csv:7: id: It is empty, but tells rows apart.",
            "sales.csv:8: id \"1\": Line 2 has it already.",
            "sales.csv:9: Expected 6 cells as in the first line, but found 3.",
            "sales.csv:10: Left out, because of the rows that belong to it.",
        ];
        Assert.All(expected, words => Assert.Contains(report.Problems, problem => problem.ToString().StartsWith(words, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, report.Problems.Count);
        Assert.True(report.HasErrors);
    }

    [Fact]
    public async Task What_the_form_refuses_is_named_by_line_and_the_others_are_saved()
    {
        this.Write("shops.csv", "id,name,place", "S1,Good,Here", "S2,NULL,There", "S3,Good too,NULL");
        var report = await this.ImportAsync(ImportTestForms.Shops);

        Assert.Equal((2, 1), (report.Imports[0].Inserted, report.Imports[0].Refused));
        var problem = Assert.Single(report.Problems);
        Assert.Equal(("shops.csv", 3, "name"), (problem.File, problem.Line, problem.Column));
    }

    [Fact]
    public async Task Commas_that_a_file_forgot_to_quote_are_put_back()
    {
        this.Write("shops.csv", "id,name,place", "S1,One,12, Long Lane, Lund");
        await this.ImportAsync(ImportTestForms.Shops);
        var shop = (await this.WithAsync((RecordStore store) => store.ListAsync(this.Root, new RecordQuery("shop"), default))).Records.Single();
        Assert.Equal("12, Long Lane, Lund", shop["place"]);
    }

    [Fact]
    public async Task Missing_files_and_columns_stop_everything_and_are_all_named()
    {
        this.Write("shops.csv", "id,title,place", "S1,One,Here");
        var report = await this.ImportAsync(ImportTestForms.Shops, ImportTestForms.Sales);

        Assert.Empty(report.Imports);
        Assert.Contains(report.Problems, problem => problem.ToString() == "shops.csv:1: Missing: name. Expected at least the columns id, name, place, but found id, title, place.");
        Assert.Contains(report.Problems, problem => problem.File == "sales.csv" && problem.Reason.StartsWith("There is no such file", StringComparison.Ordinal));
        Assert.Equal(0, (await this.WithAsync((RecordStore store) => store.ListAsync(this.Root, new RecordQuery("shop"), default))).Total);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_refused()
    {
        this.WriteGoodFiles();
        this.WriteBytes("shops.csv", [.. "id,name,place\nS1,Caf"u8, 0xE9, .. ",Here\n"u8]);
        var report = await this.ImportAsync(ImportTestForms.Shops);
        Assert.Contains("not UTF-8", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_without_a_unit_or_manager_and_circles_are_named_with_all_that_hangs_on_them()
    {
        this.Write(
            "staff.csv",
            "no,first,last,unit,boss",
            "1,Top,One,house,NULL",
            "2,Lost,Two,nowhere,1",
            "3,Under,Lost,house,2",
            "4,Ring,Four,house,5",
            "5,Ring,Five,house,4",
            "6,No,Boss,house,99");
        var report = await this.ImportAsync(ImportTestForms.Staff);

        Assert.Equal((1, 5), (report.Imports[0].Inserted, report.Imports[0].Refused));
        Assert.Equal(["top.one"], report.People);
        Assert.Contains(report.Problems, problem => problem.Line == 3 && problem.Reason == "There is no unit \"nowhere\".");
        Assert.Contains(report.Problems, problem => problem.Line == 4 && problem.Column == "boss" && problem.Reason.StartsWith("The manager \"lost.two\"", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Line == 5 && problem.Reason.StartsWith("The line of managers", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Line == 7 && problem.Value == "99");
    }

    private void WriteGoodFiles()
    {
        this.Write("staff.csv", "no,first,last,unit,boss", "2,Al,Ex,branch,3", "3,Zoë,Böhm,house,NULL");
        this.Write("shops.csv", "id,name,place", "S1,Café Ñandú,NULL", "S2,\"The \"\"Corner\"\"\",Lund");
        this.Write("sales.csv", "id,note,shop,staff,date,kind", "1,\"said \"\"now\"\", and\nthen\",S1,2,1996-07-04 00:00:00.000,C", "2,NULL,S2,NULL,NULL,K");
        this.Write("lines.csv", "sale,item,quantity,price", "1,Nut,10,1.5", "1,Bolt,2,2", "2,Nut,1,1.5");
    }

    private Task<CompanyDirectory> DirectoryAsync() => this.WithAsync((DirectoryStore store) => store.GetAsync(default).AsTask());

    private Task<Record> SaleAsync(string code) => this.WithAsync(async (RecordStore store) =>
    {
        var filter = new Condition { Field = "code", Value = JsonSerializer.SerializeToElement(code) };
        var found = await store.ListAsync(this.Root, new RecordQuery("sale") { Filter = filter }, default);
        return await store.GetAsync(this.Root, "sale", found.Records.Single().Id, default);
    });
}
