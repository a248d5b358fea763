using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class ReturnJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task A_contract_is_returned_with_a_reason_changed_and_resubmitted_and_the_signer_sees_what_changed()
    {
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "Training in two halves", price: 4800m);
        var gao = await this.SitDownAsync("gao.min");
        await this.ReturnAsync(gao, await this.Office.ItemAsync("gao.min", contract));

        var lin = await this.SitDownAsync("lin.yuwei");
        var form = new ContractForm(lin);
        await lin.GoAsync(contract.Address);
        await lin.SeesAsync("Gao Min returned it");
        await lin.SeesAsync("Two days, not one.");
        await lin.ClickAsync("Edit");
        await form.FillAsync(form.Cell(1, "quantity"), "2");
        await form.Field("payment").SelectOptionAsync("days60");
        await Expect(form.Field("total")).ToContainTextAsync("9,600.00");
        await this.ShotAsync(lin);
        await lin.ClickAsync("Save");
        await lin.ToastSaysAsync("saved");
        await lin.ClickAsync("Resubmit");
        await lin.ToastSaysAsync("resubmitted");

        await gao.GoAsync(await this.Office.ItemAsync("gao.min", contract));
        await gao.SeesAsync("Changed since the return");
        var quantity = gao.Page.Locator(".rv td.cg").First;
        await Expect(quantity.Locator("del")).ToHaveTextAsync("1");
        await Expect(quantity.Locator("ins")).ToHaveTextAsync("2");
        await Expect(quantity.Locator("del")).ToHaveCSSAsync("text-decoration-line", "line-through");
        var payment = gao.Page.Locator(".rv .chg", new() { HasText = "Payment" });
        await Expect(payment.Locator("del")).ToHaveTextAsync("30 days after invoice");
        await Expect(payment.Locator("ins")).ToHaveTextAsync("60 days after invoice");
        await this.ShotAsync(gao);
    }

    [Fact]
    public async Task A_large_contract_over_the_discount_limit_needs_five_signers_two_of_them_together()
    {
        var contract = await this.Office.DraftAsync("lin.yuwei", "Cold rooms for the whole chain", price: 700_000m, discount: 0.12m);
        var lin = await this.SitDownAsync("lin.yuwei");
        await lin.GoAsync(contract.Address);
        await lin.ClickAsync("Submit for approval");
        var dialog = lin.Page.GetByRole(AriaRole.Dialog, new() { Name = "Submit " + contract.Number });
        await Expect(dialog.GetByRole(AriaRole.List)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Gao Min.*Du Lan.*Zhou Wei.*Hu Fang.*Song Wen", System.Text.RegularExpressions.RegexOptions.Singleline));
        await this.ShotAsync(lin);
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Submit") }).ClickAsync();
        await lin.ToastSaysAsync("submitted");
        foreach (var signer in new[] { "gao.min", "du.lan", "zhou.wei" })
        {
            await this.Office.DecideAsync(signer, contract, "approve");
        }

        var hu = await this.SitDownAsync("hu.fang");
        var song = await this.SitDownAsync("song.wen");
        await song.GoAsync(await this.Office.ItemAsync("song.wen", contract));
        await hu.GoAsync(await this.Office.ItemAsync("hu.fang", contract));
        await hu.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await hu.ToastSaysAsync("approved");
        await Expect(song.Trail).ToContainTextAsync("Hu Fang approved");
        await Expect(lin.Page.Locator(".rh .pill")).ToHaveTextAsync("In approval");
        await this.ShotAsync(song);
        await song.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await song.ToastSaysAsync("approved");
        await Expect(lin.Page.Locator(".rh .pill")).ToHaveTextAsync("Approved");
    }

    private async Task ReturnAsync(Desk gao, string item)
    {
        await gao.GoAsync(item);
        await gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Reject") }).ClickAsync();
        await Expect(gao.Decision.Locator("#say-error")).ToHaveTextAsync("Say why you reject it.");
        await this.ShotAsync(gao);
        await gao.ClickAsync("Return…");
        var dialog = gao.Page.GetByRole(AriaRole.Dialog, new() { Name = "Return the contract" });
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Return") }).ClickAsync();
        await Expect(dialog.Locator("#return-error")).ToHaveTextAsync("Say what has to change.");
        await this.ShotAsync(gao);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("Two days, not one.");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Return") }).ClickAsync();
        await gao.ToastSaysAsync("returned");
    }
}
