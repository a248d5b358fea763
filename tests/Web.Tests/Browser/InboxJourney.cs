using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class InboxJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task Several_are_approved_together_and_one_that_needs_a_look_stays()
    {
        var plain = await this.Office.SubmittedAsync("he.jia", "Bulk one");
        var discounted = await this.Office.SubmittedAsync("he.jia", "Bulk two, discounted", discount: 0.12m);
        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync("/inbox?sort=newest");
        foreach (var subject in new[] { "Bulk one", "Bulk two, discounted" })
        {
            await gao.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {subject}", Exact = true }).First.CheckAsync();
        }

        await Expect(gao.Page.Locator(".bulk")).ToContainTextAsync("1 can be decided here. The step wants some looked at one by one.");
        await this.ShotAsync(gao);
        await gao.ClickAsync("Approve 1");
        await Expect(gao.Page.Locator(".bulk")).ToContainTextAsync("1 approved");
        Assert.NotNull(await this.Office.ItemAsync("gao.min", discounted));
        await Assert.ThrowsAsync<InvalidOperationException>(() => this.Office.ItemAsync("gao.min", plain));
    }

    [Fact]
    public async Task The_inbox_groups_by_due_moment_in_every_look()
    {
        var gao = await this.SitDownAsync("gao.min");
        await gao.GoAsync("/inbox");
        await Expect(gao.Page.Locator(".lst .gh").First).ToContainTextAsync(new Regex("Late|Due today|Later", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(gao.Page.Locator(".lst .due").First).ToContainTextAsync(new Regex("late|in ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await this.ShotAsync(gao);
        await gao.FitsAsync();
        await Audit.PassesAsync(gao.Page);
        await gao.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await this.ShotAsync(gao);
        await gao.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await gao.Page.Keyboard.PressAsync("?");
        await Expect(gao.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys of this page" })).ToBeVisibleAsync();
        await this.ShotAsync(gao);
    }

    [Theory]
    [InlineData("zh-Hans", "已逾期|今天到期|稍后到期")]
    [InlineData("zh-Hant", "已逾期|今天到期|稍後到期")]
    public async Task The_inbox_and_an_item_speak_Chinese(string language, string heads)
    {
        var gao = await this.SitDownAsync("zhou.wei");
        await gao.Window.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = this.Backoffice.Address.ToString() }]);
        await gao.GoAsync("/inbox");
        await Expect(gao.Page.Locator(".lst .gh").First).ToContainTextAsync(new Regex(heads, RegexOptions.None, TimeSpan.FromSeconds(1)));
        await gao.ShotAsync("inbox-" + language);
        await gao.Page.SetViewportSizeAsync(1440, 900);
        await gao.Page.Locator(".dsc header a.btn").ClickAsync();
        await Expect(gao.Page.Locator(".wh h1")).ToBeVisibleAsync();
        await gao.ShotAsync("work-item-" + language);
    }
}
