using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Forms.Definitions.Json;

/// <summary>
/// The one way a JSON value is laid out: two spaces, LF, a final newline. A list or object stands on one line when it
/// fits into <see cref="Width"/> characters and holds no list of several objects; otherwise each member has a line of its
/// own, as the members of the file itself always have.
/// </summary>
internal static class CanonicalText
{
    internal const int Width = 120;

    internal static string Write(JsonNode root)
    {
        var text = new StringBuilder();
        WriteLines(text, root, indent: 0);
        return text.Append('\n').ToString();
    }

    private static void WriteLines(StringBuilder text, JsonNode node, int indent)
    {
        var members = Members(node).ToList();
        if (members.Count == 0)
        {
            text.Append(node is JsonObject ? "{}" : "[]");
            return;
        }

        text.Append(node is JsonObject ? '{' : '[');
        for (var index = 0; index < members.Count; index++)
        {
            var (name, value) = members[index];
            text.Append('\n').Append(' ', indent + 2).Append(name);
            var last = index == members.Count - 1;
            var line = OneLine(value);
            if (value is JsonObject or JsonArray && (IsManifold(value) || indent + 2 + name.Length + line.Length + (last ? 0 : 1) > Width))
            {
                WriteLines(text, value, indent + 2);
            }
            else
            {
                text.Append(line);
            }

            text.Append(last ? string.Empty : ",");
        }

        text.Append('\n').Append(' ', indent).Append(node is JsonObject ? '}' : ']');
    }

    private static bool IsManifold(JsonNode? node) => node switch
    {
        JsonArray list => list.Count(item => item is JsonObject or JsonArray) > 1 || list.Any(IsManifold),
        JsonObject members => members.Any(member => IsManifold(member.Value)),
        _ => false,
    };

    private static string OneLine(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject { Count: 0 } => "{}",
        JsonArray { Count: 0 } => "[]",
        JsonObject => "{ " + string.Join(", ", Members(node).Select(member => member.Name + OneLine(member.Value))) + " }",
        JsonArray => "[" + string.Join(", ", Members(node).Select(member => OneLine(member.Value))) + "]",
        _ => node.ToJsonString(DefinitionJson.Options),
    };

    private static IEnumerable<(string Name, JsonNode? Value)> Members(JsonNode node) => node is JsonObject members
        ? members.Select(member => (JsonSerializer.Serialize(member.Key, DefinitionJson.Options) + ": ", member.Value))
        : node.AsArray().Select(item => (string.Empty, item));
}
