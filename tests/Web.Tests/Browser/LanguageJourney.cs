using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class LanguageJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task Shell_form_path_and_status_are_read_in_Chinese()
    {
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "中文合同，冷库维保");
        var lin = await this.SitDownAsync("lin.yuwei");
        await lin.GoAsync("/records/contract/new");
        await lin.ClickAsync("Language");
        await lin.Page.GetByRole(AriaRole.Button, new() { Name = "简体中文" }).Filter(new() { Visible = true }).ClickAsync();
        await Expect(lin.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await lin.Page.Locator(Desk.Answering).WaitForAsync();
        await Expect(lin.Page.GetByRole(AriaRole.Navigation).First).ToContainTextAsync("待办");
        foreach (var label in new[] { "标题", "客户", "开始日期", "付款方式", "备注" })
        {
            await Expect(lin.Page.Locator("label", new() { HasText = label }).First).ToBeVisibleAsync();
        }

        await lin.ClickAsync("保存");
        await Expect(new ContractForm(lin).Error("subject")).ToBeVisibleAsync();
        await this.ShotAsync(lin);

        await lin.GoAsync(contract.Address);
        await Expect(lin.Page.Locator(".rh .pill")).ToHaveTextAsync("审批中");
        await this.ShotAsync(lin);
        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync("/");
        await gao.ClickAsync("Language");
        await gao.Page.GetByRole(AriaRole.Button, new() { Name = "简体中文" }).Filter(new() { Visible = true }).ClickAsync();
        await Expect(gao.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await this.ShotAsync(gao);
        await gao.GoAsync(await this.Office.ItemAsync("gao.min", contract));
        await Expect(gao.Page.Locator(".flow")).ToContainTextAsync("直属经理");
        await Expect(gao.Page.Locator(".flow")).ToContainTextAsync("区域总监");
        await Expect(gao.Decision).ToContainTextAsync("通过");
        await this.ShotAsync(gao);
    }
}
