using Forms.Problems;

namespace Backoffice.Data.Schema;

/// <summary>Refuses changes of tables that would change the meaning of data that is there.</summary>
internal static class SchemaGate
{
    /// <exception cref="RefusalException">Invalid: each problem names the form and the field's column.</exception>
    internal static void Check(RecordModel before, RecordModel after)
    {
        var problems = new List<Problem>();
        foreach (var table in after.Tables)
        {
            foreach (var column in table.Columns)
            {
                if (before.Find(table.Name)?.Column(column.Name) is { } old && Differs(old, column))
                {
                    problems.Add(new Problem(
                        $"forms/{table.Form}",
                        "definition.field-type-changed",
                        $"The field with the id \"{column.Name[2..]}\" held {Say(old)} and would hold {Say(column)}. Give the new field an id of its own."));
                }
            }
        }

        if (problems.Count > 0)
        {
            throw RefusalException.Invalid(problems);
        }
    }

    private static bool Differs(RecordColumn before, RecordColumn after) =>
        before.Kind != after.Kind || !string.Equals(before.Target, after.Target, StringComparison.Ordinal);

    private static string Say(RecordColumn column) => column.Kind switch
    {
        ColumnKind.Text => "text",
        ColumnKind.Number => "a number",
        ColumnKind.Date => "a date",
        ColumnKind.YesNo => "yes or no",
        ColumnKind.Person => "a person",
        _ => $"a link to {column.Target![2..].Replace('_', '-')}",
    };
}
