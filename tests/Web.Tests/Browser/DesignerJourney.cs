using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

/// <summary>An administrator who has never written code draws a workflow, publishes it, and it runs.</summary>
public sealed class DesignerJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task A_workflow_is_drawn_from_an_empty_page_published_and_waits_for_the_right_people()
    {
        var admin = await this.SitDownAsync("admin");
        await this.BeginAsync(admin);
        await this.DrawAsync(admin);
        await this.PublishAsync(admin);

        var record = await this.Office.MakeAsync("chen.ya", "product", new { code = "DS-100", name = "Cold room, large", unitPrice = 5000m });
        await this.Office.SubmitAsync("chen.ya", record);
        var hu = await this.SitDownAsync("hu.fang");
        await hu.GoAsync(await this.Office.ItemAsync("hu.fang", record));
        await hu.SeesAsync("Cold room, large");
        await this.Office.DecideAsync("hu.fang", record, "approve");
        Assert.StartsWith("/work-items/", await this.Office.ItemAsync("wu.tao", record), StringComparison.Ordinal);
        Assert.StartsWith("/work-items/", await this.Office.ItemAsync("du.lan", record), StringComparison.Ordinal);

        await admin.GoAsync("/design/workflows");
        await Expect(admin.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("Product listing") })).ToContainTextAsync("Version 1");
        await this.ShotAsync(admin);
    }

    [Fact]
    public async Task Edits_are_kept_undone_and_redone_and_a_step_can_be_dragged()
    {
        var admin = await this.SitDownAsync("admin");
        await admin.GoAsync("/design/workflows/contract-approval");
        await this.ShotAsync(admin);
        var order = admin.Page.Locator(".fd-box");
        var legal = admin.Page.Locator("#step-regional-director");
        await legal.ClickAsync();
        await Expect(admin.Page.Locator(".fd-panel h2")).ToHaveTextAsync("Approval");
        await Expect(admin.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Regional director");
        await admin.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Director of the region");
        await admin.Page.GetByLabel("Name", new() { Exact = true }).PressAsync("Tab");
        await Expect(legal).ToContainTextAsync("Director of the region");
        await admin.SeesAsync("saved ");
        await admin.ReloadAsync();
        await Expect(legal).ToContainTextAsync("Director of the region");

        await DragAsync(admin, admin.Page.Locator("#step-tell-owner"), admin.Page.Locator(".fd-plus").First);
        await Expect(order.Nth(1)).ToContainTextAsync("Tell the owner");
        await admin.Page.Locator(".fd-head h1").ClickAsync();
        await admin.Page.Keyboard.PressAsync("Control+z");
        await Expect(order.Nth(1)).ToContainTextAsync("Manager");
        await admin.Page.Keyboard.PressAsync("Control+Shift+Z");
        await Expect(order.Nth(1)).ToContainTextAsync("Tell the owner");

        await admin.ClickAsync("Compare with");
        await Expect(admin.Page.Locator(".fd-changes")).ToContainTextAsync("Director of the region: name");
        await Expect(admin.Page.Locator(".fd-box.changed")).ToHaveCountAsync(2);
        await Axe(admin);
        await this.ShotAsync(admin);
        await admin.GoAsync("/design/workflows/contract-approval");
        await admin.ClickAsync("More");
        await admin.ClickAsync("Delete draft");
        await admin.ToastSaysAsync("Draft deleted");
        await Expect(legal).ToContainTextAsync("Regional director");
    }

    [Fact]
    public async Task The_later_of_two_administrators_is_told_and_chooses()
    {
        var first = await this.SitDownAsync("admin");
        await first.GoAsync("/design/workflows/contract-approval");
        var second = await this.SitDownAsync("admin");
        await second.GoAsync("/design/workflows/contract-approval");
        await RenameAsync(first, "manager", "Line manager");
        await first.SeesAsync("saved ");
        await RenameAsync(second, "manager", "Direct manager");
        await Expect(second.Page.Locator(".fd-clash")).ToContainTextAsync("Somebody else saved this draft");
        await this.ShotAsync(second);
        await second.ClickAsync("Take theirs");
        await Expect(second.Page.Locator("#step-manager")).ToContainTextAsync("Line manager");
        await second.ClickAsync("More");
        await second.ClickAsync("Delete draft");
        await second.ToastSaysAsync("Draft deleted");
    }

    [Fact]
    public async Task Designing_is_for_administrators_and_a_phone_reads()
    {
        var lin = await this.SitDownAsync("lin.yuwei");
        await lin.GoAsync("/design/workflows");
        await lin.SeesAsync("Only administrators design workflows.");
        await Expect(lin.Page.Locator(".nav a[href='/design/workflows']")).ToHaveCountAsync(0);

        var admin = await this.SitDownAsync("admin", Screen.Phone);
        await admin.GoAsync("/design/workflows/contract-approval");
        await admin.SeesAsync("Designing wants a wider screen.");
        await Expect(admin.Page.Locator(".fd-plus").First).ToBeHiddenAsync();
        await admin.FitsAsync();
        await this.ShotAsync(admin);
    }

    [Fact]
    public async Task A_try_run_lights_the_way_of_a_record_and_says_who_is_found()
    {
        var contract = await this.Office.DraftAsync("lin.yuwei", "Tried before it is sent", price: 900m);
        var admin = await this.SitDownAsync("admin");
        await admin.GoAsync("/design/workflows/contract-approval");
        await admin.ClickAsync("Try run");
        var panel = admin.Page.Locator(".fd-panel");
        await panel.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Value = contract.Id.ToString() });
        await panel.GetByRole(AriaRole.Button, new() { NameRegex = new("^Run") }).ClickAsync();
        await Expect(panel.Locator(".fd-stops-list")).ToContainTextAsync("Gao Min");
        await Expect(admin.Page.Locator("#step-manager")).ToContainTextAsync("Gao Min");
        await Expect(admin.Page.Locator("#step-directors")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("out"));
        await Expect(admin.Page.Locator(".fd-lines .way").First).ToBeAttachedAsync();
        await Axe(admin);
        await this.ShotAsync(admin);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Leave try run" }).ClickAsync();
        await Expect(admin.Page.Locator(".fd-lines .way")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_designer_reads_in_Chinese()
    {
        var admin = await this.SitDownAsync("admin");
        await admin.GoAsync("/design/workflows/contract-approval");
        await admin.ClickAsync("Language");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "简体中文" }).Filter(new() { Visible = true }).ClickAsync();
        await Expect(admin.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await admin.Page.Locator(Desk.Answering).WaitForAsync();
        await admin.Page.Locator("#step-regional-director").ClickAsync();
        await Expect(admin.Page.Locator(".fd-box.sel")).ToContainTextAsync("区域总监");
        await Expect(admin.Page.Locator(".fd-panel")).ToContainTextAsync("谁审批");
        await this.ShotAsync(admin);
        await admin.GoAsync("/design/workflows");
        await admin.SeesAsync("合同审批");
        await this.ShotAsync(admin);
    }

    private async Task BeginAsync(Desk admin)
    {
        await admin.GoAsync("/design/workflows");
        await Axe(admin);
        await admin.ClickAsync("New workflow");
        var dialog = admin.Page.GetByRole(AriaRole.Dialog, new() { Name = "New workflow" });
        await dialog.GetByLabel("Name").FillAsync("Product listing");
        await dialog.GetByLabel("Form").SelectOptionAsync("Product");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Expect(admin.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/design/workflows/product-listing$"));
        await Expect(admin.Page.Locator(".fd-box")).ToHaveCountAsync(2);
        await this.ShotAsync(admin);
    }

    /// <summary>The manager, a decision on the price, and behind yes two approvals at the same time.</summary>
    private async Task DrawAsync(Desk admin)
    {
        var page = admin.Page;
        await page.Locator(".fd-plus").First.ClickAsync();
        await Expect(page.Locator(".fd-insert .mi").First).ToBeFocusedAsync();
        await this.ShotAsync(admin);
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator("#step-approval")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("sel"));
        await Expect(page.Locator(".fd-prob")).ToContainTextAsync("Nobody is asked.");
        await Expect(admin.Button("Publish")).ToBeDisabledAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Manager");
        await page.GetByLabel("Name", new() { Exact = true }).PressAsync("Tab");
        await page.Locator(".fd-prob").GetByRole(AriaRole.Button, new() { Name = "Ask the manager" }).ClickAsync();
        await Expect(page.Locator("#step-approval")).ToContainTextAsync("Manager of the initiator");
        await Expect(page.Locator(".fd-prob")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Insert a step after Manager, approved" }).ClickAsync();
        await page.Locator(".fd-insert").GetByRole(AriaRole.Button, new() { NameRegex = new("^Decision") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set condition" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Set the condition" });
        await dialog.GetByLabel("Field").SelectOptionAsync("List price");
        await dialog.GetByLabel("Comparison").SelectOptionAsync("above");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "List price" }).FillAsync("1000");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "List price" }).PressAsync("Tab");
        await Expect(dialog.Locator(".fd-sentence")).ToContainTextAsync("List price above 1,000.00");
        await Expect(dialog.Locator(".fd-count")).ToContainTextAsync("meet it");
        await Axe(admin);
        await this.ShotAsync(admin);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Set condition" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Insert a step after Decision, yes" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Insert here" }).FillAsync("same time");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Insert here" }).PressAsync("Enter");
        await Expect(page.Locator("#step-join")).ToBeVisibleAsync();
        await this.SignedByAsync(admin, "Branch 1", "Legal counsel");
        await this.SignedByAsync(admin, "Branch 2", "Sales director");
        await Expect(page.Locator(".fd-prob")).ToHaveCountAsync(0);
        await Axe(admin);
        await this.ShotAsync(admin);
        foreach (var tab in new[] { "Actions", "Deadline", "Fields" })
        {
            await page.GetByRole(AriaRole.Tab, new() { NameRegex = new("^" + tab) }).ClickAsync();
            if (tab == "Deadline")
            {
                await admin.ClickAsync("Set a deadline");
            }

            await Axe(admin);
            await this.ShotAsync(admin);
        }
    }

    private async Task SignedByAsync(Desk admin, string branch, string position)
    {
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = $"Insert a step after At the same time, {branch}" }).ClickAsync();
        await Expect(admin.Page.Locator(".fd-insert .mi").First).ToBeFocusedAsync();
        await admin.Page.Keyboard.PressAsync("a");
        await Expect(admin.Page.Locator(".fd-panel h2")).ToHaveTextAsync("Approval");
        await Expect(admin.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Approval");
        await admin.Page.Locator(".fd-panel").GetByRole(AriaRole.Button, new() { Name = "Rule" }).First.ClickAsync();
        await admin.Page.Locator(".fd-rule select").First.SelectOptionAsync("Position");
        await Expect(admin.Page.Locator(".fd-rule select")).ToHaveCountAsync(3);
        await admin.Page.Locator(".fd-rule select").Nth(1).SelectOptionAsync(position);
        await admin.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(position);
        await admin.Page.GetByLabel("Name", new() { Exact = true }).PressAsync("Tab");
        await Expect(admin.Page.Locator(".fd-box.sel")).ToContainTextAsync(position);
    }

    private async Task PublishAsync(Desk admin)
    {
        await admin.ClickAsync("Publish");
        var dialog = admin.Page.GetByRole(AriaRole.Dialog, new() { Name = "Publish Product listing" });
        await Expect(dialog).ToContainTextAsync("From now on records of this form run through it.");
        await this.ShotAsync(admin);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await admin.ToastSaysAsync("Product listing is published as version 1");
        await Expect(admin.Page.Locator(".fd-head .pill")).ToHaveTextAsync("Version 1 in force");
    }

    /// <summary>As a hand does it: the browser takes a drag for one only after the pointer has moved twice.</summary>
    private static async Task DragAsync(Desk desk, ILocator from, ILocator to)
    {
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Fit", Exact = true }).ClickAsync();
        await from.HoverAsync();
        await desk.Page.Mouse.DownAsync();
        await to.HoverAsync(new() { Force = true });
        await to.HoverAsync(new() { Force = true });
        await desk.Page.Mouse.UpAsync();
    }

    private static async Task RenameAsync(Desk desk, string step, string name)
    {
        await desk.Page.Locator($"#step-{step}").ClickAsync();
        await Expect(desk.Page.Locator(".fd-panel h2")).ToHaveTextAsync("Approval");
        await desk.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await desk.Page.GetByLabel("Name", new() { Exact = true }).PressAsync("Tab");
        await Expect(desk.Page.Locator($"#step-{step}")).ToContainTextAsync(name);
    }

    private static async Task Axe(Desk desk)
    {
        var result = await desk.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));
    }
}
