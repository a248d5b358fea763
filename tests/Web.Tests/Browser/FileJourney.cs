using System.Text;
using Microsoft.Playwright;
using Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class FileJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task A_file_over_the_limit_is_refused_beside_its_field_and_a_small_one_comes_back_as_it_was()
    {
        var contract = await this.Office.DraftAsync("lin.yuwei", "With an attachment");
        var lin = await this.SitDownAsync("lin.yuwei");
        await lin.GoAsync(contract.Address);
        await lin.ClickAsync("Edit");
        var form = new ContractForm(lin);
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("scan.tiff"), new byte[15_000_000]);
        await form.Field("files").SetInputFilesAsync(folder.File("scan.tiff"));
        await Expect(lin.Page.Locator(".upl [role=alert]")).ToContainTextAsync("over the limit of 10 MB");
        await lin.Page.Locator(".upl").ScrollIntoViewIfNeededAsync();
        await this.ShotAsync(lin);

        var content = Encoding.UTF8.GetBytes("Offer of 23 November, 两台冷库");
        await form.Field("files").SetInputFilesAsync(new FilePayload { Name = "offer.txt", MimeType = "text/plain", Buffer = content });
        var link = lin.Page.GetByRole(AriaRole.Link, new() { Name = "offer.txt" });
        await Expect(link).ToBeVisibleAsync();
        await this.ShotAsync(lin);
        await lin.ReloadAsync();
        var answer = await lin.Page.APIRequest.GetAsync((await link.First.GetAttributeAsync("href"))!);
        Assert.Equal(content, await answer.BodyAsync());
        Assert.Contains("offer.txt", answer.Headers["content-disposition"], StringComparison.Ordinal);
    }
}
