namespace Forms.Tests.Definitions;

/// <summary>What is wrong with the settings of a form.</summary>
public sealed class BrokenFormTests
{
    [Theory]
    [InlineData("OR-{yyyy}-{0000}", "OR-{yyyy}", 8, "field.auto-number", "exactly one counter")]
    [InlineData("OR-{yyyy}-{0000}", "OR-{year}-{0000}", 8, "field.auto-number", "\"{year}\" is not a part")]
    [InlineData("OR-{yyyy}-{0000}", "OR-{yyyy}-{0000", 8, "field.auto-number", "not closed")]
    [InlineData("\"id\": \"owner\"", "\"id\": \"the owner\"", 12, "field.id", "the owner")]
    [InlineData("\"id\": \"owner\"", "\"id\": \"owner\", \"name\": \"Owner\"", 12, "field.name", "lower-case letter")]
    [InlineData("\"default\": \"@today\"", "\"default\": \"@me\"", 11, "field.date", "is not a date")]
    [InlineData("\"default\": \"@me\"", "\"default\": \"ann.lee\"", 12, "value.id", "@me")]
    [InlineData("\"default\": \"@today\"", "\"default\": \"2026-02-30\"", 11, "field.date", "2026-02-30")]
    [InlineData("\"label\": \"Open\" }]", "\"label\": \"Open\", \"pill\": \"opened\" }]", 10, "definition.unknown-name", "There is no pill")]
    [InlineData("{ \"type\": \"money\", \"id\": \"price\", \"label\": \"Price\", \"min\": 0 }", "{ \"type\": \"table\", \"id\": \"rows\", \"label\": \"Rows\", \"columns\": [{ \"type\": \"date\", \"id\": \"day\", \"label\": \"Day\" }] }", 18, "field.table.column", "cannot be a sub-table")]
    [InlineData("\"unique\": true", "\"maxLength\": 0", 9, "field.range", "from 1 to 4000, but found 0")]
    [InlineData("\"operator\": \"atLeast\"", "\"operator\": \"contains\"", 35, "condition.operator", "\"contains\"")]
    [InlineData("\"operator\": \"atLeast\", \"value\": 0", "\"operator\": \"isEmpty\", \"value\": 0", 35, "condition.value", "takes no value")]
    [InlineData("\"operator\": \"atLeast\", \"value\": 0", "\"operator\": \"atLeast\"", 35, "condition.value", "needs a \"value\"")]
    [InlineData("\"operator\": \"atLeast\", \"value\": 0", "\"operator\": \"atLeast\", \"value\": \"much\"", 35, "field.number", "is not a number")]
    [InlineData("\"operator\": \"atLeast\", \"value\": 0", "\"operator\": \"isAnyOf\", \"value\": 0", 35, "condition.value", "A list is expected")]
    [InlineData("{ \"field\": \"total\", \"operator\": \"atLeast\", \"value\": 0 }", "{ \"field\": \"total\", \"all\": [] }", 35, "condition.shape", "exactly one")]
    [InlineData("{ \"field\": \"state\", \"value\": \"open\" }", "{ \"field\": \"state\", \"value\": \"shut\" }", 29, "field.choice", "\"shut\" is not one of: open")]
    [InlineData("{ \"field\": \"state\", \"value\": \"open\" }", "{ \"formula\": \"total.formula.js\" }", 29, "form.view", "a formula cannot be used")]
    [InlineData("[\"lines\"]", "[\"lines\", \"total\"]", 24, "form.section", "needs a section of its own")]
    [InlineData("\"fields\": [\"lines\"]", "\"fields\": [\"due\"]", 24, "form.section", "stands on the page already")]
    [InlineData("\"columns\": [\"number\", \"subject\", \"total\"]", "\"columns\": [\"number\", \"lines\"]", 27, "form.list", "cannot show \"lines\"")]
    [InlineData("\"amount\": \"total\"", "\"amount\": \"due\"", 6, "form.summary", "an amount of money")]
    [InlineData("\"label\": \"Total\", \"formula\"", "\"label\": \"Total\", \"default\": 1, \"formula\"", 20, "field.default", "takes no default")]
    [InlineData("\"form\": \"order\" }", "\"form\": \"order\", \"fill\": { \"due\": \"subject\" } }", 13, "field.fill", "cannot be filled")]
    [InlineData("\"label\": \"Total\",", "\"label\": \"Total\", \"currencyField\": \"due\",", 20, "field.currency", "a choice of currencies")]
    public void Is_explained_on_its_line(string text, string by, int line, string code, string words)
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, text, by);

        folder.Expect($"{PackFolder.Form}:{line}", code, words);
    }

    [Fact]
    public void A_field_id_given_twice_is_an_error()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"id\": \"owner\"", "\"id\": \"due\"");

        folder.Expect($"{PackFolder.Form}:12", "definition.duplicate", "field id \"due\"");
    }

    [Fact]
    public void A_name_that_formulas_need_is_refused()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"id\": \"owner\"", "\"id\": \"record\"");

        folder.Expect($"{PackFolder.Form}:12", "field.name", "meaning of its own");
    }
}
