using Forms.Definitions.Loading;
using Forms.Problems;

namespace Forms.Definitions.Checks;

/// <summary>Every code file that a definition names is there, and every one that is there is named.</summary>
internal static class CodeFileCheck
{
    internal static void Check(DefinitionFile file, PackContent content, DefinitionSet set, ProblemList problems)
    {
        var present = content.CodeFiles.GetValueOrDefault(file) ?? [];
        var uses = file.Kind!.FilesOfAny((IDefinition)file.Document, set).ToList();
        foreach (var use in uses.Where(use => !present.Contains(use.File, StringComparer.Ordinal)))
        {
            problems.Add(file, use.Path, "definition.code-missing", $"The file \"{use.File}\" is not beside this one.{Spelling.DidYouMean(use.File, present)}");
        }

        foreach (var name in present.Except(uses.Select(use => use.File), StringComparer.Ordinal))
        {
            problems.Add(file.Folder + name, 0, "definition.code-unused", $"{Path.GetFileName(file.Path)} does not name this file; it does nothing.", Severity.Warning);
        }
    }
}
