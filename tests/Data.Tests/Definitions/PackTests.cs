using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Definitions.Demo;
using Forms.Definitions.Importing;
using Forms.Definitions.Schemas;
using Reports.Print;
using Workflows.Definitions;

namespace Data.Tests.Definitions;

/// <summary>The packs that come with the product.</summary>
public sealed class PackTests
{
    private static readonly IReadOnlyList<DefinitionKind> Kinds = [new HolidaySetKind(), new CalendarKind(), new FormKind(), new WorkflowKind(), new PrintKind(), new ImportKind(), new DemoKind()];

    private static readonly string Folder = Path.Combine(Root(), "definitions");

    private static readonly Lazy<LoadResult> Loaded = new(() => new DefinitionLoader(Kinds).Load(Folder));

    public static TheoryData<string> Files => [.. Loaded.Value.Files.Select(file => file.Path)];

    [Fact]
    public void Have_no_problems_and_every_label_is_translated() => Assert.Empty(Loaded.Value.Problems);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_read_and_written_with_the_same_bytes(string path)
    {
        var file = Loaded.Value.Files.Single(candidate => candidate.Path == path);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, path)), DefinitionWriter.Write(file));
    }

    [Fact]
    public void Every_JSON_file_of_the_folder_is_one_that_is_read()
    {
        var present = Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("schemas/", StringComparison.Ordinal));

        Assert.Equal(present.Order(StringComparer.Ordinal), Loaded.Value.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    /// <summary>When this fails, run <c>definitions schemas</c>.</summary>
    [Fact]
    public void The_schemas_are_those_of_the_types()
    {
        var made = DefinitionSchemas.All(Kinds);

        Assert.Equal(made.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Path.Combine(Folder, "schemas")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(made, schema => Assert.Equal(schema.Value, File.ReadAllText(Path.Combine(Folder, "schemas", schema.Key))));
    }

    [Fact]
    public void Every_branch_has_a_head_and_lies_in_a_region_with_a_head()
    {
        var set = Loaded.Value.Set!;
        var heads = set.Directory.People.SelectMany(person => person.Positions).ToHashSet(StringComparer.Ordinal);
        var company = set.Directory.Units.Where(unit => unit.Kind is "branch" or "region" && unit.Key is not ("americas" or "seattle" or "europe" or "london"));

        Assert.All(company, unit => Assert.Contains(unit.Head!, heads));
    }

    [Fact]
    public void The_imports_of_Northwind_run_in_order() =>
        Assert.Equal("orders", ImportOrder.Sort(Loaded.Value.Set!.All<ImportDefinition>())[^1].Key);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Backoffice.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the solution.");
        }

        return folder.FullName;
    }
}
