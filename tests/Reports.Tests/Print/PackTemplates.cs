using Forms.Definitions;
using Reports.Print;

namespace Reports.Tests.Print;

/// <summary>Print templates as the packs hold them, read by the loader.</summary>
internal static class PackTemplates
{
    internal static string Folder { get; } = Path.Combine(Repository(), "definitions");

    internal static LoadResult Loaded { get; } = new DefinitionLoader([new FormKind(), new PrintKind()]).Load(Folder);

    internal static DefinitionFile ContractFile { get; } = Loaded.Files.Single(file => file.Path == "contracts/print/contract/print.json");

    internal static PrintTemplate Contract { get; } = (PrintTemplate)ContractFile.Document;

    /// <summary>The form of the pack, as it is.</summary>
    internal static FormDefinition ContractForm { get; } = Loaded.Files.Select(file => file.Document).OfType<FormDefinition>().Single(form => form.Key == "contract");

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Backoffice.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
