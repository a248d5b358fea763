using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Forms.Definitions.Json;

namespace Forms.Definitions;

/// <summary>
/// Writes definitions in their one canonical form: properties in the order of the schema, defaults left out, two spaces,
/// LF, a final newline, UTF-8 without byte order mark, letters of every language as they are. What the product wrote and
/// nobody changed is read and written with the same bytes.
/// </summary>
public static class DefinitionWriter
{
    /// <summary>The text of a file.</summary>
    /// <param name="path">From the definitions folder, with slashes.</param>
    /// <param name="schema">Name of the schema: <c>form</c>.</param>
    /// <param name="document">A definition, a pack, a <see cref="UnitsDocument"/> …</param>
    public static string Write(string path, string schema, object document)
    {
        var body = JsonSerializer.SerializeToNode(document, document.GetType(), DefinitionJson.Options)!.AsObject();
        body.Insert(0, "$schema", SchemaReference(path, schema));
        return CanonicalText.Write(body);
    }

    /// <inheritdoc cref="Write(string, string, object)"/>
    public static string Write(DefinitionFile file) => Write(file.Path, file.Schema, file.Document);

    /// <summary>Writes every file that was read and is not canonical.</summary>
    /// <returns>Paths of the files changed.</returns>
    public static IReadOnlyList<string> Format(string folder, IEnumerable<DefinitionFile> files)
    {
        var changed = new List<string>();
        foreach (var file in files)
        {
            var target = Path.Combine(folder, file.Path);
            var text = Encoding.UTF8.GetBytes(Write(file));
            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(text))
            {
                File.WriteAllBytes(target, text);
                changed.Add(file.Path);
            }
        }

        return changed;
    }

    /// <summary>How a file names its schema: <c>../../../schemas/form.schema.json</c>.</summary>
    internal static string SchemaReference(string path, string schema) =>
        string.Concat(Enumerable.Repeat("../", path.Count(letter => letter == '/'))) + $"schemas/{schema}.schema.json";
}
