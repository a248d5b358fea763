using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

/// <summary>What a signer does besides approving and rejecting.</summary>
public sealed class SignerJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task An_item_is_transferred_and_delegated_and_comes_back_with_advice()
    {
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "Two freezers for the pier");
        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync(await this.Office.ItemAsync("gao.min", contract));
        await Expect(gao.Page.Locator(".wh .due").First).ToContainTextAsync("Due");
        await MoreAsync(gao, "Transfer");
        await ChooseAsync(gao, "transfer-dialog", "zw", "Zhou Wei");
        await this.ShotAsync(gao);
        await gao.Page.Locator("#transfer-dialog footer .pri").ClickAsync();
        await gao.ToastSaysAsync("transferred");

        var zhou = await this.SitDownAsync("zhou.wei");
        await zhou.GoAsync(await this.Office.ItemAsync("zhou.wei", contract));
        await Expect(zhou.Trail).ToContainTextAsync("Gao Min transferred it to Zhou Wei");
        await MoreAsync(zhou, "Delegate");
        await ChooseAsync(zhou, "delegate-dialog", "chen", "Chen Ya");
        await zhou.Page.Locator("#delegate-dialog textarea").FillAsync("Is the price fine?");
        await zhou.Page.Locator("#delegate-dialog footer .pri").ClickAsync();
        await zhou.ToastSaysAsync("delegated");

        var chen = await this.SitDownAsync("chen.ya");
        await chen.GoAsync(await this.Office.ItemAsync("chen.ya", contract));
        await chen.SeesAsync("You are asked for advice");
        await chen.Decision.GetByRole(AriaRole.Textbox).FillAsync("The price is fine.");
        await this.ShotAsync(chen);
        await chen.ClickAsync("Advise to approve");
        await chen.ToastSaysAsync("Your advice");

        await zhou.GoAsync(await this.Office.ItemAsync("zhou.wei", contract));
        await Expect(zhou.Trail).ToContainTextAsync("The price is fine.");
        await zhou.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await zhou.ToastSaysAsync("approved");
    }

    [Fact]
    public async Task A_signer_is_added_beside_and_both_are_needed()
    {
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "A cold room with a view");
        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync(await this.Office.ItemAsync("gao.min", contract));
        await MoreAsync(gao, "Add signer");
        await ChooseAsync(gao, "add-dialog", "sun", "Sun Li");
        await gao.Page.Locator("#add-dialog").GetByText("Beside you").ClickAsync();
        await this.ShotAsync(gao);
        await gao.Page.Locator("#add-dialog footer .pri").ClickAsync();
        await gao.ToastSaysAsync("Signer added");
        await Expect(gao.Page.Locator(".brought")).ToContainTextAsync("Sun Li");
        await gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await gao.ToastSaysAsync("approved");

        var sun = await this.SitDownAsync("sun.li");
        await sun.GoAsync(await this.Office.ItemAsync("sun.li", contract));
        await Expect(sun.Page.Locator(".wh .pill").First).ToHaveTextAsync("In approval");
        await this.ShotAsync(sun);
        await this.Office.DecideAsync("sun.li", contract, "approve");
        await Expect(sun.Page.Locator(".wh .pill").First).ToHaveTextAsync("Approved");
    }

    [Fact]
    public async Task A_contract_goes_back_to_a_passed_step_and_straight_back()
    {
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "Sixteen display cases", price: 60_000m, discount: 0.12m);
        await this.Office.DecideAsync("gao.min", contract, "approve");
        await this.Office.DecideAsync("du.lan", contract, "approve");
        var zhou = await this.SitDownAsync("zhou.wei");
        await zhou.GoAsync(await this.Office.ItemAsync("zhou.wei", contract));
        await zhou.ClickAsync("Return…");
        var dialog = zhou.Page.GetByRole(AriaRole.Dialog, new() { Name = "Return the contract" });
        await dialog.GetByText("Gao Min").ClickAsync();
        await Expect(dialog).ToContainTextAsync("Sales director keep their approval");
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("Ask for the floor plan.");
        await this.ShotAsync(zhou);
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Return") }).ClickAsync();
        await zhou.ToastSaysAsync("returned");

        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync(await this.Office.ItemAsync("gao.min", contract));
        await Expect(gao.Trail).ToContainTextAsync("Ask for the floor plan.");
        await gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await gao.ToastSaysAsync("approved");
        await zhou.GoAsync(await this.Office.ItemAsync("zhou.wei", contract));
        await this.ShotAsync(zhou);
    }

    [Fact]
    public async Task A_decision_is_taken_back_from_its_toast()
    {
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "Approved too quickly", price: 60_000m);
        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync(await this.Office.ItemAsync("gao.min", contract));
        await gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await gao.ToastSaysAsync("Approved too quickly approved");
        await this.ShotAsync(gao);
        await gao.Toast.GetByRole(AriaRole.Button, new() { NameRegex = new("^Undo") }).ClickAsync();
        await gao.ToastSaysAsync("taken back");
        await Expect(gao.Trail).ToContainTextAsync("You took the decision back");
        await Expect(gao.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_a_step_opens_is_filled_in_where_it_is_decided()
    {
        var customer = "Northgate Retail";
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "Discount for the director", price: 3_000m, discount: 0.12m, customer: customer);
        await this.Office.DecideAsync("gao.min", contract, "approve");
        var du = await this.SitDownAsync("du.lan");
        await du.GoAsync(await this.Office.ItemAsync("du.lan", contract));
        var discount = du.Page.Locator(".step-edit [id$='-discount']").First;
        await discount.FillAsync("10%");
        await discount.BlurAsync();
        await this.ShotAsync(du);
        await du.Page.Locator(".step-edit").GetByRole(AriaRole.Button, new() { NameRegex = new("^Save") }).ClickAsync();
        await du.SeesAsync("Changed since submit");
        await Expect(du.Page.Locator(".rv td.cg del").First).ToHaveTextAsync("12%");
        await this.ShotAsync(du);
        await du.Decision.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).ClickAsync();
        await du.ToastSaysAsync("approved");
    }

    [Fact]
    public async Task A_task_is_done_once_its_required_field_is_filled_in()
    {
        var contract = await this.Office.FrameworkAsync("lin.yuwei", "Framework for the chain");
        await this.Office.DecideAsync("gao.min", contract, "approve");
        await this.Office.DecideAsync("wu.tao", contract, "approve");
        var deng = await this.SitDownAsync("deng.shu");
        await deng.GoAsync(await this.Office.ItemAsync("deng.shu", contract));
        await deng.ClickAsync("Signed copy filed");
        await Expect(deng.Page.Locator(".step-edit #f-reference-error")).ToContainTextAsync("Needed");
        await this.ShotAsync(deng);
        await deng.Page.Locator("#f-reference").FillAsync("NR-" + contract.Number);
        await deng.Page.Locator("#f-reference").BlurAsync();
        await deng.ClickAsync("Signed copy filed");
        await deng.ToastSaysAsync("done");
    }

    private static async Task MoreAsync(Desk desk, string entry)
    {
        await desk.Decision.Locator(".more").ClickAsync();
        await desk.Page.Locator("#more").GetByText(entry).First.ClickAsync();
    }

    private static async Task ChooseAsync(Desk desk, string dialog, string typed, string name)
    {
        var box = desk.Page.Locator($"#{dialog}").GetByRole(AriaRole.Combobox);
        await box.FillAsync(typed);
        await desk.Page.Locator($"#{dialog} .pp-option", new() { HasText = name }).ClickAsync();
        await Expect(desk.Page.Locator($"#{dialog} .pp-chosen")).ToContainTextAsync(name);
    }
}
