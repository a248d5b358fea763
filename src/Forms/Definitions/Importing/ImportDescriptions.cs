namespace Forms.Definitions.Importing;

/// <summary>Sentences for the schema of imports.</summary>
internal static class ImportDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ImportDefinition"] = "How a CSV file becomes records of a form, or people.",
        ["ImportDefinition.file"] = "Name of the CSV file, without a folder.",
        ["ImportDefinition.target"] = "Key of the form, or @people.",
        ["ImportDefinition.keyField"] = "Field that tells rows apart: a row with a known key changes that record. For people: key.",
        ["ImportDefinition.after"] = "Keys of imports that run before this one.",
        ["ImportDefinition.nullText"] = "A cell with this text is empty: NULL.",
        ["ImportDefinition.unquotedCommasIn"] = "Column whose texts hold commas that the file forgot to quote; surplus cells are put back into it.",
        ["ImportDefinition.fields"] = "Where the values come from.",
        ["ImportDefinition.rows"] = "Sub-tables filled from files of their own.",
        ["ImportField.field"] = "Name of the field, or of what a person has: key, name, mail, title, unit, manager, positions, roles, language.",
        ["ImportField.column"] = "Column of the file.",
        ["ImportField.text"] = "Text with columns in braces: Order {orderID}.",
        ["ImportField.value"] = "The same for every row.",
        ["ImportField.through"] = "Exchanges the text by a row of another file.",
        ["ImportField.values"] = "Exchanges the text: what it is → what it becomes.",
        ["ImportField.otherwise"] = "What a text not in values becomes; an empty text leaves the field empty.",
        ["ImportField.case"] = "Changes letters to lower or upper.",
        ["ImportField.by"] = "Of a link: the unique field of the linked form that the text is compared with.",
        ["ImportThrough.file"] = "Name of the other CSV file.",
        ["ImportThrough.match"] = "Its column that holds the text.",
        ["ImportThrough.text"] = "What comes out, with its columns in braces.",
        ["ImportRows.field"] = "Name of the sub-table.",
        ["ImportRows.file"] = "Name of the CSV file with the rows.",
        ["ImportRows.match"] = "Column of that file that says to which record a row belongs.",
        ["ImportRows.with"] = "Column of the import's own file that it equals; the same name where left out.",
        ["ImportRows.fields"] = "Where the columns come from.",
    };
}
