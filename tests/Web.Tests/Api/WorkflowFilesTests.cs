using System.IO.Compression;
using System.Net;
using System.Text;
using Web.Tests.Hosting;

namespace Web.Tests.Api;

/// <summary>A published workflow as the files of a pack.</summary>
public sealed class WorkflowFilesTests(RunningBackoffice backoffice) : IClassFixture<RunningBackoffice>
{
    private const string Address = "/design/workflows/request-approval/versions/1/workflow.zip";

    [Fact]
    public async Task The_exported_file_has_the_bytes_of_the_folder()
    {
        using var client = await backoffice.SignedInAsync("root");

        var answer = await client.GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(), ZipArchiveMode.Read);
        using var reader = new StreamReader(await zip.GetEntry("workflows/request-approval/workflow.json")!.OpenAsync(), Encoding.UTF8);
        var folder = Path.Combine(RunningBackoffice.Packs, "office", "workflows", "request-approval", "workflow.json");
        Assert.Equal(await File.ReadAllTextAsync(folder), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Only_administrators_export()
    {
        using var client = await backoffice.SignedInAsync("clerk");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(Address)).StatusCode);
    }
}
