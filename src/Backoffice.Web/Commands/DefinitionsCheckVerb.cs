using Backoffice.Web.Hosting;
using Forms.Problems;

namespace Backoffice.Web.Commands;

/// <summary>Names every problem of a folder of definitions, one a line, ready for an editor to jump to.</summary>
internal static class DefinitionsCheckVerb
{
    internal static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = Path.GetFullPath(arguments.Words is [var given] ? given : ProductFolders.Definitions);
        var result = ProductKinds.Load(folder);
        foreach (var problem in result.Problems)
        {
            await Console.Out.WriteLineAsync($"{problem.Path}: {(problem.Severity == Severity.Error ? "error" : "warning")} {problem.Code}: {problem.Message}");
        }

        var errors = result.Problems.Count(problem => problem.Severity == Severity.Error);
        await Console.Out.WriteLineAsync($"{result.Files.Count} files, {errors} errors, {result.Problems.Count - errors} warnings");
        return errors == 0 ? 0 : 1;
    }
}
