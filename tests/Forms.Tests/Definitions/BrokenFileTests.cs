namespace Forms.Tests.Definitions;

/// <summary>What is wrong with the file itself: its JSON and its shape.</summary>
public sealed class BrokenFileTests
{
    [Theory]
    [InlineData("\"plural\": \"Orders\",", "\"plural\": \"Orders\"", 6, "A comma or a closing bracket")]
    [InlineData("\"plural\": \"Orders\",", "\"plural\": \"Orders,", 5, "double quote")]
    [InlineData("\"plural\": \"Orders\",", "plural: \"Orders\",", 5, "double quotes")]
    [InlineData("\"plural\": \"Orders\",", "\"plural\" \"Orders\",", 5, "colon")]
    [InlineData("\"plural\": \"Orders\",", "// Many\n", 5, "JSON has no comments")]
    [InlineData("\"plural\": \"Orders\",", "\"plural\": Orders,", 5, "A value was expected")]
    [InlineData("\"An order is not negative.\"", "\"An order is not negative.\",", 37, "Remove it")]
    public void A_slip_in_the_JSON_is_explained_on_its_line(string text, string by, int line, string words)
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, text, by);

        var problem = Assert.Single(folder.Load().Problems, problem => problem.Code == "definition.json");

        Assert.Equal($"{PackFolder.Form}:{line}", problem.Path);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("{ \"key\": \"order\"", "before every bracket is closed")]
    [InlineData("[]", "An object in braces")]
    [InlineData("{ } }", "closing bracket was expected")]
    public void A_file_that_is_no_object_is_explained(string text, string words)
    {
        using var folder = PackFolder.Make();
        folder.Write("shop/units.json", text);

        var problem = folder.Load().Problems.First(problem => problem.Path.StartsWith("shop/units.json", StringComparison.Ordinal));

        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"required\": true", "\"requird\": true", 9, "definition.unknown-property", "Did you mean \"required\"?")]
    [InlineData("\"sort\": \"-number\"", "\"order\": \"-number\"", 28, "definition.unknown-property", "Known here: \"columns\", \"sort\", \"views\"")]
    [InlineData("\"type\": \"date\"", "\"type\": \"dat\"", 11, "definition.unknown-value", "Did you mean \"date\"?")]
    [InlineData("\"type\": \"date\", ", "", 11, "definition.missing", "\"type\" is missing")]
    [InlineData("\"label\": \"Due\", ", "", 11, "definition.missing", "\"label\" is missing")]
    [InlineData("\"required\": true", "\"required\": \"yes\"", 9, "definition.wrong-type", "true or false is expected, but found the text \"yes\"")]
    [InlineData("\"unique\": true", "\"maxLength\": 1.5", 9, "definition.wrong-type", "A whole number is expected, but found the number 1.5")]
    [InlineData("\"label\": \"Due\"", "\"label\": null", 11, "definition.wrong-type", "found null")]
    [InlineData("\"label\": \"Due\"", "\"label\": 7", 11, "definition.wrong-type", "A text in double quotes is expected")]
    [InlineData("\"operator\": \"atLeast\"", "\"operator\": \"atleast\"", 35, "definition.unknown-value", "Did you mean \"atLeast\"?")]
    [InlineData("\"plural\": \"Orders\",", "\"plural\": \"Orders\",\n  \"plural\": \"Orders\",", 6, "definition.duplicate-property", "given twice, first on line 5")]
    [InlineData("[\"lines\"]", "\"lines\"", 24, "definition.wrong-type", "A list in brackets [ ] is expected, but found the text \"lines\"")]
    public void A_shape_that_does_not_fit_is_explained_on_its_line(string text, string by, int line, string code, string words)
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, text, by);

        folder.Expect($"{PackFolder.Form}:{line}", code, words);
    }

    [Fact]
    public void Every_problem_of_a_file_is_found_in_one_go()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"required\": true", "\"requird\": true")
            .Replace(PackFolder.Form, "\"type\": \"date\"", "\"type\": \"dat\"")
            .Replace(PackFolder.Form, "\"min\": 0", "\"min\": \"0\"");

        Assert.Equal([9, 11, 18], folder.Load().Problems.Select(problem => int.Parse(problem.Path.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_link_to_a_broken_form_is_not_reported_as_well()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"plural\": \"Orders\",", string.Empty);

        folder.Expect($"{PackFolder.Form}:1", "definition.missing", "\"plural\"");
    }

    [Fact]
    public void A_missing_or_wrong_schema_is_a_warning()
    {
        using var folder = PackFolder.Make();
        folder.Replace("shop/units.json", "\"../schemas/units.schema.json\"", "\"units.schema.json\"");

        folder.Expect("shop/units.json:2", "definition.schema", "../schemas/units.schema.json");
    }

    [Fact]
    public void A_byte_order_mark_is_a_warning()
    {
        using var folder = PackFolder.Make();
        folder.Write("shop/units.json", "\uFEFF" + folder.Read("shop/units.json"));

        folder.Expect("shop/units.json:1", "definition.byte-order-mark");
    }
}
