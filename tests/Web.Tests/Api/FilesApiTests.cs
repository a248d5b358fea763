using System.Net;
using System.Net.Http.Headers;
using Web.Tests.Hosting;

namespace Web.Tests.Api;

public sealed class FilesApiTests(RunningBackoffice backoffice) : IClassFixture<RunningBackoffice>
{
    [Fact]
    public async Task A_file_comes_back_as_it_was_to_be_saved_never_shown()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var address = $"/api/records/request/{(await clerk.NewRequestAsync()).Id()}/files/papers";
        var content = "<script>alert(1)</script>"u8.ToArray();
        var file = await (await SendAsync(clerk, address, "../附件 1.txt", content)).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("附件 1.txt", file.GetProperty("name").GetString());

        var answer = await clerk.GetAsync($"/files/{file.Id()}");
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("附件 1.txt", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        Assert.Equal(1, (await (await clerk.GetAsync(address)).JsonAsync(HttpStatusCode.OK)).GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.DeleteAsync($"/api/files/{file.Id()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/files/{file.Id()}")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_a_browser_would_run_is_refused()
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var address = $"/api/records/request/{(await clerk.NewRequestAsync()).Id()}/files/papers";
        await (await SendAsync(clerk, address, "page.html", "<script>alert(1)</script>"u8.ToArray())).RefusedAsync(HttpStatusCode.UnprocessableEntity, "input.invalid");
    }

    [Fact]
    public async Task Other_peoples_files_are_not_found()
    {
        using var lead = await backoffice.SignedInAsync("lead");
        using var clerk = await backoffice.SignedInAsync("clerk");
        var address = $"/api/records/request/{(await lead.NewRequestAsync()).Id()}/files/papers";
        var file = await (await SendAsync(lead, address, "a.txt", [1])).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/files/{file.Id()}")).StatusCode);
        await (await SendAsync(clerk, address, "b.txt", [1])).RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData(1_000_001)]
    [InlineData(3_000_000)]
    public async Task A_file_beyond_the_limit_of_its_field_is_refused(int size)
    {
        using var clerk = await backoffice.SignedInAsync("clerk");
        var address = $"/api/records/request/{(await clerk.NewRequestAsync()).Id()}/files/papers";
        var answer = await SendAsync(clerk, address, "big.pdf", new byte[size]);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity]);
        Assert.Equal(0, (await (await clerk.GetAsync(address)).JsonAsync(HttpStatusCode.OK)).GetArrayLength());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string name, byte[] content)
    {
        using var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        using var body = new MultipartFormDataContent { part };
        return await client.PostAsync(address, body);
    }
}
