namespace Forms.Tests.Definitions;

/// <summary>What is wrong between files: names that nobody has, keys given twice, circles, files in the wrong place.</summary>
public sealed class BrokenPackTests
{
    [Theory]
    [InlineData("shop/people.json", "\"manager\": \"ann.lee\"", "\"manager\": \"ann.le\"", 5, "There is no person \"ann.le\". Did you mean \"ann.lee\"?")]
    [InlineData("shop/people.json", "\"unit\": \"east\"", "\"unit\": \"west\"", 5, "There is no unit \"west\".")]
    [InlineData("shop/people.json", "[\"sales\"]", "[\"seller\"]", 5, "There is no role \"seller\".")]
    [InlineData("shop/people.json", "[\"boss\"]", "[\"bos\"]", 4, "Did you mean \"boss\"?")]
    [InlineData("shop/units.json", "\"parent\": \"office\"", "\"parent\": \"offce\"", 5, "Did you mean \"office\"?")]
    [InlineData("shop/units.json", "\"head\": \"boss\"", "\"head\": \"chief\"", 4, "There is no position \"chief\".")]
    [InlineData("shop/positions.json", "\"unit\": \"office\"", "\"unit\": \"roof\"", 4, "There is no unit \"roof\".")]
    [InlineData("shop/roles.json", "\"form\": \"order\"", "\"form\": \"ordr\"", 7, "There is no form \"ordr\". Did you mean \"order\"?")]
    [InlineData(PackFolder.Form, "\"form\": \"order\"", "\"form\": \"invoice\"", 13, "There is no form \"invoice\".")]
    [InlineData(PackFolder.Form, "\"lines\", \"label\": \"Lines\", \"fields\": [\"lines\"]", "\"lines\", \"label\": \"Lines\", \"fields\": [\"rows\"]", 24, "There is no field \"rows\".")]
    [InlineData(PackFolder.Form, "\"subject\", \"total\"]", "\"sujbect\", \"total\"]", 27, "Did you mean \"subject\"?")]
    [InlineData(PackFolder.Form, "\"sort\": \"-number\"", "\"sort\": \"-numbr\"", 28, "Did you mean \"number\"?")]
    [InlineData(PackFolder.Form, "\"title\": \"subject\"", "\"title\": \"name\"", 6, "There is no field \"name\".")]
    [InlineData(PackFolder.Form, "\"field\": \"total\",\n      \"holds\"", "\"field\": \"sum\",\n      \"holds\"", 34, "There is no field \"sum\".")]
    [InlineData(PackFolder.Form, "{ \"field\": \"total\", \"operator\"", "{ \"field\": \"totl\", \"operator\"", 35, "Did you mean \"total\"?")]
    [InlineData(PackFolder.Form, "{ \"field\": \"state\", \"value\": \"open\" }", "{ \"field\": \"parent.stat\", \"value\": \"open\" }", 29, "There is no field of order \"stat\".")]
    public void An_unknown_name_is_found_with_the_one_that_was_meant(string file, string text, string by, int line, string words)
    {
        using var folder = PackFolder.Make();
        folder.Replace(file, text, by);

        folder.Expect($"{file}:{line}", "definition.unknown-name", words);
    }

    [Fact]
    public void A_key_must_be_the_name_of_its_folder()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"key\": \"order\"", "\"key\": \"orders\"").Replace(PackFolder.Form, "\"form\": \"order\"", "\"form\": \"orders\"")
            .Replace("shop/roles.json", "\"form\": \"order\"", "\"form\": \"orders\"");

        folder.Expect($"{PackFolder.Form}:3", "definition.key", "\"orders\"", "\"order\"");
    }

    [Fact]
    public void A_key_given_twice_over_packs_names_the_other_file()
    {
        using var folder = PackFolder.Make();
        folder.Write("annex/pack.json", """{ "$schema": "../schemas/pack.schema.json", "key": "annex", "label": "Annex" }""");
        folder.Write("annex/units.json", """{ "$schema": "../schemas/units.schema.json", "units": [{ "key": "east", "label": "East", "kind": "region" }] }""");

        Assert.Equal("definition.duplicate", folder.Problem().Code);
    }

    [Fact]
    public void Units_in_a_circle_are_each_named()
    {
        using var folder = PackFolder.Make();
        folder.Replace("shop/units.json", "\"kind\": \"headOffice\"", "\"kind\": \"headOffice\", \"parent\": \"east\"");

        Assert.Equal(["shop/units.json:4", "shop/units.json:5"], folder.Load().Problems.Where(problem => problem.Code == "unit.circle").Select(problem => problem.Path));
    }

    [Fact]
    public void Nobody_is_their_own_manager()
    {
        using var folder = PackFolder.Make();
        folder.Replace("shop/people.json", "\"manager\": \"ann.lee\"", "\"manager\": \"bo.li\"");

        folder.Expect("shop/people.json:5", "person.circle", "bo.li");
    }

    [Fact]
    public void Packs_that_need_each_other_are_named()
    {
        using var folder = PackFolder.Make();
        folder.Replace("shop/pack.json", "\"label\": \"Shop\"", "\"label\": \"Shop\",\n  \"needs\": [\"annex\"]");
        folder.Write("annex/pack.json", """{ "$schema": "../schemas/pack.schema.json", "key": "annex", "label": "Annex", "needs": ["shop"] }""");

        folder.Expect("annex/pack.json:1", "pack.cycle", "\"annex\", \"shop\"");
    }

    [Fact]
    public void A_pack_that_is_needed_must_be_there()
    {
        using var folder = PackFolder.Make();
        folder.Replace("shop/pack.json", "\"label\": \"Shop\"", "\"label\": \"Shop\",\n  \"needs\": [\"annex\"]");

        folder.Expect("shop/pack.json:5", "pack.unknown", "annex");
    }

    [Fact]
    public void A_folder_without_a_pack_file_is_an_error()
    {
        using var folder = PackFolder.Make();
        folder.Write("annex/readme.md", "Nothing yet.");

        folder.Expect("annex", "pack.missing", "pack.json");
    }

    [Fact]
    public void Files_and_folders_that_nothing_reads_are_warnings()
    {
        using var folder = PackFolder.Make();
        folder.Write("shop/unit.json", "{}").Write("shop/form/order/form.json", "{}");

        var problems = folder.Load().Problems;

        Assert.Contains(problems, problem => problem.Path == "shop/unit.json" && problem.Message.Contains("units.json", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "shop/form" && problem.Message.Contains("\"forms\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_file_that_is_not_there_is_an_error_where_it_is_named()
    {
        using var folder = PackFolder.Make();
        folder.Delete("shop/forms/order/total.formula.js");

        folder.Expect($"{PackFolder.Form}:20", "definition.code-missing", "total.formula.js");
    }

    [Fact]
    public void A_missing_translation_names_its_languages()
    {
        using var folder = PackFolder.Make();
        folder.Replace("shop/labels.zh-Hant.json", "\"roles/sales\": \"译\",", string.Empty);

        var problem = Assert.Single(folder.Load().Problems);
        Assert.Equal("shop/roles.json:6", problem.Path);
        Assert.Contains("labels.zh-Hant.json", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_of_nothing_is_a_warning()
    {
        using var folder = PackFolder.Make();
        folder.Replace("shop/labels.zh-Hant.json", "\"units/east\"", "\"units/eats\"");

        var problem = Assert.Single(folder.Load().Problems, problem => problem.Code == "label.unknown");
        Assert.Contains("Did you mean \"units/east\"?", problem.Message, StringComparison.Ordinal);
    }
}
