using System.Text.Json;
using Forms.Fields;

namespace Forms.Definitions.Checks;

/// <summary>Whether a value in a definition (a default, the value of a comparison) can be read by its field.</summary>
public static class FieldValueCheck
{
    /// <summary>The current person.</summary>
    public const string Me = "@me";

    /// <summary>The current date.</summary>
    public const string Today = "@today";

    public static void Check(JsonElement value, FieldDefinition field, string path, DefinitionContext context)
    {
        var word = value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        switch (field)
        {
            case PersonField when word == Me:
            case DateField when word == Today:
                return;
            case PersonField or LinkField:
                context.Error(path, "value.id", field is PersonField
                    ? $"{field.Label} is a person: the only value that a definition can name is \"{Me}\"."
                    : $"{field.Label} is a link to a record: a definition cannot name one. Compare a field of it instead: \"{field.Name}.…\".");
                return;
        }

        var parsed = field.Parse(value);
        if (parsed.Problem is { } problem)
        {
            context.Error(path, problem.Code, problem.Message);
        }
        else if (parsed.Value is not null)
        {
            foreach (var found in field.Check(parsed.Value))
            {
                context.Error(path, found.Code, found.Message);
            }
        }
    }
}
