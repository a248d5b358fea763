using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class FormJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_F8_goes_there()
    {
        var lin = await this.SitDownAsync("lin.yuwei");
        var form = new ContractForm(lin);
        await lin.GoAsync("/records/contract/new");
        await lin.ClickAsync("Save");
        await Expect(form.Error("subject")).ToHaveTextAsync("Needed to save");
        await Expect(form.Error("customer")).ToHaveTextAsync("Needed to save");
        await lin.SeesAsync("2 fields stop the save");
        await lin.Page.Keyboard.PressAsync("F8");
        await Expect(form.Field("customer").Or(form.Field("subject")).And(lin.Page.Locator(":focus"))).ToHaveCountAsync(1);
        await this.ShotAsync(lin);

        await form.TypeAsync("subject", "Wrong at first");
        await form.ChooseAsync(form.Field("customer"), "haiy", "Haiyue Hypermarkets");
        await form.TypeAsync("startsOn", "2027-05-01");
        await form.TypeAsync("endsOn", "2027-04-01");
        await form.AddLineAsync(1, "Evaporator 12 kW", "abc");
        await Expect(form.Cell(1, "quantity")).ToHaveValueAsync("abc");
        await Expect(lin.Page.Locator(".er-row")).ToContainTextAsync("“abc” is not a number");
        await lin.Page.Keyboard.PressAsync("F8");
        await Expect(form.Cell(1, "quantity")).ToBeFocusedAsync();
        await this.ShotAsync(lin);
        await form.FillAsync(form.Cell(1, "quantity"), "3");
        await lin.ClickAsync("Save");
        await Expect(form.Error("endsOn")).ToHaveTextAsync("The contract ends before it starts.");
        await Expect(form.Field("endsOn")).ToBeFocusedAsync();
        await Expect(form.Field("subject")).ToHaveValueAsync("Wrong at first");
        await this.ShotAsync(lin);
        await form.TypeAsync("endsOn", "2027-06-01");
        await lin.ClickAsync("Save");
        await lin.ToastSaysAsync("created");
    }

    [Fact]
    public async Task Two_people_edit_one_record_and_nothing_typed_is_lost()
    {
        var contract = await this.Office.DraftAsync("lin.yuwei", "As it was");
        var (lin, gao) = (await this.SitDownAsync("lin.yuwei"), await this.SitDownAsync("gao.min"));
        var (mine, theirs) = (new ContractForm(lin), new ContractForm(gao));
        await lin.GoAsync(contract.Address);
        await gao.GoAsync(contract.Address);
        await lin.ClickAsync("Edit");
        await gao.ClickAsync("Edit");
        await theirs.TypeAsync("subject", "As Gao Min says");
        await theirs.TypeAsync("note", "Called the customer.");
        await mine.TypeAsync("subject", "As Lin Yuwei says");
        await lin.ClickAsync("Save");
        await lin.ToastSaysAsync("saved");

        await gao.SeesAsync("Lin Yuwei saved this record meanwhile.");
        await gao.ClickAsync("Save");
        var clash = gao.Page.Locator(".clash-card");
        await Expect(clash.GetByRole(AriaRole.Heading)).ToBeInViewportAsync();
        await Expect(clash).ToContainTextAsync($"Lin Yuwei saved {contract.Number} first");
        await Expect(clash.GetByRole(AriaRole.Button, new() { Name = "As Gao Min says" })).ToBeVisibleAsync();
        await Expect(theirs.Field("note")).ToHaveValueAsync("Called the customer.");
        await this.ShotAsync(gao);
        await clash.GetByRole(AriaRole.Button, new() { Name = "As Lin Yuwei says" }).ClickAsync();
        await this.ShotAsync(gao);
        await gao.ClickAsync("Save with these");
        await gao.ToastSaysAsync("saved");
        await Expect(gao.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("As Lin Yuwei says");
        await Expect(gao.Page.Locator(".rv")).ToContainTextAsync("Called the customer.");
    }
}
