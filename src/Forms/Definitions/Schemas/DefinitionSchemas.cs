using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Forms.Definitions.Json;

namespace Forms.Definitions.Schemas;

/// <summary>
/// The JSON Schemas of all definition files, made from the C# types, so that an editor completes and explains what the
/// loader will accept. They stand in <c>definitions/schemas</c>; a test compares them with what is made here.
/// </summary>
public static class DefinitionSchemas
{
    private static readonly (string Name, Type Type)[] Documents =
    [
        ("pack", typeof(PackDefinition)),
        ("units", typeof(UnitsDocument)),
        ("positions", typeof(PositionsDocument)),
        ("roles", typeof(RolesDocument)),
        ("people", typeof(PeopleDocument)),
        ("labels", typeof(LabelsDocument)),
    ];

    /// <summary>Texts by file name: <c>form.schema.json</c>.</summary>
    public static IReadOnlyDictionary<string, string> All(IEnumerable<DefinitionKind> kinds) => Documents
        .Select(document => (document.Name, Text: Text(document.Name, document.Type, DefinitionFiles.None)))
        .Concat(kinds.Select(kind => (kind.Name, Text: Text(kind.Name, kind.Type, kind.Descriptions))))
        .ToDictionary(schema => $"{schema.Name}.schema.json", schema => schema.Text, StringComparer.Ordinal);

    /// <summary>Writes them into <c>schemas</c> of the definitions folder.</summary>
    /// <returns>Names of the files that were new or changed.</returns>
    public static IReadOnlyList<string> WriteAll(string folder, IEnumerable<DefinitionKind> kinds)
    {
        var target = System.IO.Directory.CreateDirectory(Path.Combine(folder, DefinitionLoader.SchemasFolder)).FullName;
        var changed = new List<string>();
        foreach (var (name, text) in All(kinds))
        {
            var path = Path.Combine(target, name);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                changed.Add(name);
            }
        }

        return changed;
    }

    private static string Text(string name, Type type, IReadOnlyDictionary<string, string> descriptions)
    {
        var words = new SchemaWords(descriptions);
        var body = DefinitionJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = words.Describe,
        }).AsObject();
        body["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string", ["description"] = "The schema of this file; it tells editors what may stand here." });
        body.Insert(0, "title", name);
        body.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return CanonicalText.Write(body);
    }
}
