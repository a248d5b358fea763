using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class ApprovalJourney(BrowserFixture browser) : Journey(browser)
{
    private const string Subject = "Gold plan, two cold rooms";

    [Fact]
    public async Task A_contract_is_drafted_submitted_approved_and_printed()
    {
        var lin = await this.SitDownAsync("lin.yuwei");
        var number = await this.DraftAsync(lin);
        await this.SubmitAsync(lin, number);

        var gao = await this.SitDownAsync("gao.min");
        await this.ApproveAsync(gao);

        await Expect(lin.Page.Locator(".rh .pill")).ToHaveTextAsync("Approved");
        await Expect(lin.Trail).ToContainTextAsync("Gao Min approved");
        await Expect(lin.Trail).ToContainTextAsync("Good price, go on.");
        await lin.SeesAsync("It is kept as it was signed and cannot be changed.");
        await Expect(lin.Button("Edit")).ToHaveCountAsync(0);
        await this.ShotAsync(lin);
        await PrintAsync(lin);
    }

    private async Task<string> DraftAsync(Desk lin)
    {
        var form = new ContractForm(lin);
        await lin.GoAsync("/records/contract");
        await lin.ClickAsync("New contract");
        await form.TypeAsync("subject", Subject);
        await form.ChooseAsync(form.Field("customer"), "north", "Northgate Retail");
        await form.TypeAsync("startsOn", "2027-01-01");
        await form.TypeAsync("endsOn", "2027-12-31");
        await form.AddLineAsync(1, "Maintenance plan Gold, cold room", "2", "7.5%");
        await Expect(form.Cell(1, "listPrice")).ToHaveValueAsync("18,500.00");
        await Expect(form.Cell(1, "amount")).ToHaveTextAsync("34,225.00");
        await form.AddLineAsync(2, "Evaporator 12 kW", "1.25");
        await Expect(form.Cell(2, "amount")).ToHaveTextAsync("12,250.00");
        await Expect(form.Field("total")).ToContainTextAsync("46,475.00");
        await Expect(form.Field("largestDiscount")).ToHaveTextAsync("7.5%");
        await this.ShotAsync(lin);

        await lin.ClickAsync("Save");
        await lin.ToastSaysAsync("created");
        await Expect(lin.Page.Locator(".rh-sub .tn").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^CT-20[0-9]{2}-[0-9]{4}$"));
        await this.ShotAsync(lin);
        return await lin.Page.Locator(".rh-sub .tn").First.InnerTextAsync();
    }

    private async Task SubmitAsync(Desk lin, string number)
    {
        await lin.ClickAsync("Submit for approval");
        var dialog = lin.Page.GetByRole(AriaRole.Dialog, new() { Name = "Submit " + number });
        await Expect(dialog.GetByRole(AriaRole.List)).ToContainTextAsync("Manager");
        await Expect(dialog).ToContainTextAsync("Gao Min");
        await this.ShotAsync(lin);
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Submit") }).ClickAsync();
        await lin.ToastSaysAsync(number + " submitted");
        await lin.ToastSaysAsync("It waits for Gao Min.");
        await Expect(lin.Page.Locator(".rh .pill")).ToHaveTextAsync("In approval");
        await this.ShotAsync(lin);
    }

    private async Task ApproveAsync(Desk gao)
    {
        await gao.GoAsync("/inbox");
        await gao.Page.Locator(".lst").GetByRole(AriaRole.Link, new() { Name = Subject }).ClickAsync();
        await Expect(gao.Page.Locator(".det")).ToContainTextAsync("46,475.00");
        await this.ShotAsync(gao);
        await gao.ClickAsync("Open full page");
        await Expect(gao.Page.Locator(".path")).ToContainTextAsync("Lin Yuwei");
        await gao.SeesAsync("You are the manager of");
        await gao.Decision.GetByRole(AriaRole.Textbox).FillAsync("Good price, go on.");
        await this.ShotAsync(gao);
        await gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await gao.ToastSaysAsync($"{Subject} approved");
    }

    private static async Task PrintAsync(Desk lin)
    {
        var answer = await lin.Page.APIRequest.GetAsync(lin.Page.Url.Replace("/records/", "/print/", StringComparison.Ordinal) + ".pdf");
        var pdf = await answer.BodyAsync();
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        var text = await PdfText.ReadAsync(pdf);
        if (text is not null)
        {
            Assert.All([Subject, "46,475.00", "Gao Min", "of 1"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        }
    }
}
