using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Reports.Print;

namespace Reports.Tests.Print;

/// <summary>Print templates as the packs hold them.</summary>
internal static class PackTemplates
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    internal static PrintTemplate Contract { get; } = Read(Path.Combine("contracts", "print", "contract"));

    private static PrintTemplate Read(string folder)
    {
        var path = Path.Combine(Definitions(), folder);
        var template = Parse(Path.Combine(path, "print.json"));
        return template with
        {
            Files = Directory.EnumerateFiles(path).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).ToDictionary(file => Path.GetFileName(file), File.ReadAllText),
        };
    }

    private static PrintTemplate Parse(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        json.Remove("$schema");
        return json.Deserialize<PrintTemplate>(Json)!;
    }

    private static string Definitions()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Backoffice.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run from inside the repository."), "definitions");
    }
}
