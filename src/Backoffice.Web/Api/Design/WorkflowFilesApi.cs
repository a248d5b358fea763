using System.IO.Compression;
using System.Text;
using Backoffice.Data.Definitions.Drafts;
using Forms.Definitions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Backoffice.Web.Api.Design;

/// <summary>A published workflow as the files of a pack, with the bytes that the folder would have.</summary>
internal static class WorkflowFilesApi
{
    private const string Root = "pack";

    internal static void MapWorkflowFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/design/workflows/{key}/versions/{version:int}/workflow.zip", ZipAsync);

    private static async Task<FileContentHttpResult> ZipAsync(string key, int version, ApiActor actor, WorkflowDrafts drafts, CancellationToken ct) =>
        TypedResults.File(Zip(await drafts.VersionAsync(actor, key, version, ct)), "application/zip", $"{key}-{version}.zip");

    /// <summary>The files by path from the folder of the pack.</summary>
    internal static IReadOnlyDictionary<string, string> Files(WorkflowContent content)
    {
        var definition = content.Definition;
        var folder = $"workflows/{definition.Key}/";
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [folder + "workflow.json"] = DefinitionWriter.Write($"{Root}/{folder}workflow.json", "workflow", definition),
        };
        foreach (var (name, text) in definition.Files)
        {
            files[folder + name] = text;
        }

        foreach (var (language, labels) in content.Labels.Where(language => language.Value.Count > 0))
        {
            var document = new LabelsDocument(new SortedDictionary<string, string>(labels.ToDictionary(), StringComparer.Ordinal));
            files[$"labels.{language}.json"] = DefinitionWriter.Write($"{Root}/labels.{language}.json", "labels", document);
        }

        return files;
    }

    private static byte[] Zip(WorkflowContent content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in Files(content))
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
