using Backoffice.Web.Hosting;
using Forms.Definitions;
using Forms.Definitions.Schemas;

namespace Backoffice.Web.Commands;

/// <summary>Writes the JSON schemas of all kinds, so that editors know the files.</summary>
internal static class DefinitionsSchemasVerb
{
    internal static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = Path.GetFullPath(arguments.Words is [var given] ? given : ProductFolders.Definitions);
        foreach (var name in DefinitionSchemas.WriteAll(folder, ProductKinds.All))
        {
            await Console.Out.WriteLineAsync($"{DefinitionLoader.SchemasFolder}/{name}: written");
        }

        return 0;
    }
}
