using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Web.Tests;

/// <summary>The arrows of docs/architecture.md are the only ones, in project files and in what was compiled.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Forms"] = [],
        ["Workflows"] = ["Forms"],
        ["Reports"] = ["Forms"],
        ["Backoffice.Data"] = ["Forms", "Workflows", "Reports"],
        ["Backoffice.Web"] = ["Forms", "Workflows", "Reports", "Backoffice.Data"],
    };

    /// <summary>What only the outer projects may touch, by the beginning of an assembly's or package's name.</summary>
    private static readonly Dictionary<string, string[]> Kept = new(StringComparer.Ordinal)
    {
        ["Microsoft.AspNetCore"] = ["Backoffice.Data", "Backoffice.Web"],
        ["Microsoft.EntityFrameworkCore"] = ["Backoffice.Data"],
        ["Npgsql"] = ["Backoffice.Data"],
        ["Microsoft.Data.Sqlite"] = ["Backoffice.Data"],
        ["Microsoft.Data.SqlClient"] = ["Backoffice.Data"],
        ["CsvHelper"] = ["Backoffice.Data"],
        ["Jint"] = ["Forms"],
        ["Microsoft.Playwright"] = ["Reports"],
        ["Handlebars"] = ["Reports"],
        ["Radzen"] = ["Backoffice.Web"],
    };

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Every_project_of_src_is_in_the_picture() =>
        Assert.Equal(
            Arrows.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_draws_no_other_arrow(string project)
    {
        var file = XDocument.Load(Path.Combine(Source, project, project + ".csproj"));
        string[] References(string element) =>
            [.. file.Descendants(element).Select(reference => (string?)reference.Attribute("Include") ?? string.Empty)];

        Assert.All(
            References("ProjectReference"),
            reference => Assert.Contains(Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')), Arrows[project]));
        Assert.All(References("PackageReference"), package => AssertMayTouch(project, package));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_compiled_assembly_draws_no_other_arrow(string project)
    {
        var references = ReferencesOf(project);

        Assert.All(
            references.Where(Arrows.ContainsKey),
            reference => Assert.Contains(reference, Arrows[project]));
        Assert.All(references, reference => AssertMayTouch(project, reference));
    }

    private static string Source => Path.Combine(Repository.Root, "src");

    private static void AssertMayTouch(string project, string reference)
    {
        foreach (var (name, projects) in Kept.Where(kept => reference.StartsWith(kept.Key, StringComparison.OrdinalIgnoreCase)))
        {
            Assert.True(projects.Contains(project), $"{project} touches {reference}; only {string.Join(", ", projects)} may touch {name}.");
        }
    }

    /// <summary>Read from the file: a reference that no code uses is not in it, one that is used cannot hide.</summary>
    private static List<string> ReferencesOf(string project)
    {
        using var reader = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, project + ".dll")));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
