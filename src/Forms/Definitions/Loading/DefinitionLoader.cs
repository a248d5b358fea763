using Forms.Definitions.Checks;
using Forms.Definitions.Loading;

namespace Forms.Definitions;

/// <summary>
/// Reads a folder of packs. Every problem of every file is found in one go, each with file and line; with an error
/// anywhere there is no set. Formulas are not compiled here: <see cref="DefinitionsCheck"/> does that. Thread-safe.
/// </summary>
/// <param name="kinds">The kinds of definitions that the application knows.</param>
public sealed class DefinitionLoader(IReadOnlyList<DefinitionKind> kinds)
{
    /// <summary>Where the JSON Schemas stand beside the packs.</summary>
    public const string SchemasFolder = "schemas";

    public LoadResult Load(string folder)
    {
        var problems = new ProblemList();
        var (content, set) = Read(folder, kinds, problems);
        return new LoadResult(problems.HasErrors ? null : set, problems.InOrder(), content.Files);
    }

    /// <summary>Whatever could be read, and in <paramref name="problems"/> all that is wrong with it.</summary>
    internal static (PackContent Content, DefinitionSet Set) Read(string folder, IReadOnlyList<DefinitionKind> kinds, ProblemList problems)
    {
        if (!System.IO.Directory.Exists(folder))
        {
            problems.Add(folder, 0, "definition.no-folder", "There is no such folder.");
            return (new PackContent(), DefinitionSet.Empty);
        }

        var content = new PackReader(folder, kinds, problems).ReadAll();
        var set = SetBuilder.Build(content, problems);
        DirectoryCheck.Check(content, set, problems);
        foreach (var file in content.Files.Where(file => file.Kind is not null))
        {
            var context = new DefinitionContext(set, content.IsBroken, (path, code, message, severity) => problems.Add(file, path, code, message, severity));
            file.Kind!.CheckAny((IDefinition)file.Document, context);
            CodeFileCheck.Check(file, content, set, problems);
        }

        LabelCheck.Check(content, problems);
        return (content, set);
    }
}
