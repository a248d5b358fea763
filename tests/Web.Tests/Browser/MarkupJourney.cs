using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class MarkupJourney(BrowserFixture browser) : Journey(browser)
{
    private const string Script = "<script>alert(1)</script>";
    private const string Image = "\"><img src=x onerror=alert(1)>";

    [Fact]
    public async Task Markup_in_what_people_write_is_text_everywhere()
    {
        await this.Office.MakeAsync("lin.yuwei", "customer", new { name = Image });
        var contract = await this.Office.DraftAsync("lin.yuwei", Script, note: Image, customer: Image);
        await this.Office.SubmitAsync("lin.yuwei", contract, Image + Script);

        var lin = await this.SitDownAsync("lin.yuwei");
        await ReadsAsync(lin, "/records/contract?sort=-number", Script, Image);
        await this.ShotAsync(lin);
        await ReadsAsync(lin, contract.Address, Script, Image);
        await ReadsAsync(lin, "/", Script);
        await ReadsAsync(lin, "/records/customer", Image);

        var gao = await this.SitDownAsync("gao.min");
        var item = await this.Office.ItemAsync("gao.min", contract);
        await ReadsAsync(gao, "/", Script);
        await ReadsAsync(gao, "/inbox?item=" + item.Split('/')[^1], Script, Image);
        await this.ShotAsync(gao);
        await ReadsAsync(gao, item, Script, Image);
        await Expect(gao.Trail).ToContainTextAsync(Image + Script);
        await gao.Decision.GetByRole(AriaRole.Textbox).FillAsync(Script + Image);
        await gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await gao.ToastSaysAsync(Script + " approved");

        await ReadsAsync(lin, contract.Address, Script, Image);
        await Expect(lin.Trail).ToContainTextAsync(Script + Image);
        await lin.ClickAsync("Notifications");
        await Expect(lin.Page.Locator("#notifications")).ToContainTextAsync(Script + " is approved");
        await this.ShotAsync(lin);
        Assert.True((await lin.Page.Locator("#notifications").BoundingBoxAsync())!.X > 900, "The notifications open below their bell.");
        await lin.Page.Keyboard.PressAsync("Escape");
        await lin.Page.Keyboard.PressAsync("Control+k");
        await lin.Page.Locator("#palette input").FillAsync(contract.Number);
        await Expect(lin.Page.Locator("#palette .pl")).ToContainTextAsync(Script);

        var pdf = await (await lin.Page.APIRequest.GetAsync($"/print/contract/{contract.Id}.pdf")).BodyAsync();
        if (await PdfText.ReadAsync(pdf) is { } text)
        {
            Assert.All([Script, Image], markup => Assert.Contains(markup, text, StringComparison.Ordinal));
        }
    }

    private static async Task ReadsAsync(Desk desk, string address, params string[] texts)
    {
        await desk.GoAsync(address);
        foreach (var text in texts)
        {
            await desk.SeesAsync(text);
        }

        await Expect(desk.Page.Locator("img[onerror], main script")).ToHaveCountAsync(0);
    }
}
