using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class PhoneJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task A_director_approves_on_a_phone_and_no_page_is_wider_than_the_window()
    {
        var contract = await this.Office.DraftAsync("lin.yuwei", "Signed in the taxi", price: 60_000m);
        await this.SubmitAsync(contract);
        await this.Office.DecideAsync("gao.min", contract, "approve", "Fine with me.");
        var zhou = await this.SitDownAsync("zhou.wei", Screen.Phone);
        await this.LooksAsync(zhou, "/", zhou.Page.GetByText("Signed in the taxi"));
        await zhou.Page.Locator(".tabbar").GetByRole(AriaRole.Link, new() { NameRegex = new("Inbox") }).TapAsync();
        var row = zhou.Page.Locator(".lst").GetByRole(AriaRole.Link, new() { Name = "Signed in the taxi" });
        await this.LooksAsync(zhou, null, row);
        await row.TapAsync();
        await this.LooksAsync(zhou, null, zhou.Page.GetByText("¥60,000.00").First);
        foreach (var (tab, words) in new[] { ("Path", "Lin Yuwei"), ("Trail", "Fine with me.") })
        {
            await zhou.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new("^" + tab) }).TapAsync();
            await this.LooksAsync(zhou, null, zhou.Page.GetByText(words).Filter(new() { Visible = true }).First);
        }

        await zhou.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).TapAsync();
        await zhou.ToastSaysAsync("Signed in the taxi approved");
        await this.LooksAsync(zhou, contract.Address, zhou.Page.Locator(".rh .pill").GetByText("Approved"));
        await this.LooksAsync(zhou, "/records/contract", zhou.Page.Locator(".lrow").First);
        await this.LooksAsync(zhou, "/records/contract/new", zhou.Page.Locator("#f-subject"));
    }

    private async Task SubmitAsync(Contract contract)
    {
        var lin = await this.SitDownAsync("lin.yuwei", Screen.Phone);
        await lin.GoAsync(contract.Address);
        await lin.Button("Submit for approval").TapAsync();
        var submit = lin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("^Submit") });
        await Expect(submit).ToBeInViewportAsync(new() { Ratio = 1 });
        await this.LooksAsync(lin, null, submit);
        await submit.TapAsync();
        await lin.ToastSaysAsync("It waits for Gao Min.");
    }

    private async Task LooksAsync(Desk desk, string? address, ILocator sees)
    {
        if (address is not null)
        {
            await desk.GoAsync(address);
        }

        await Expect(sees).ToBeVisibleAsync();
        await desk.FitsAsync();
        await this.ShotAsync(desk);
    }
}
