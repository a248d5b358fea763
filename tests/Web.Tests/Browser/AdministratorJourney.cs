using Backoffice.Data.Definitions;
using Forms.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Workflows.Definitions;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

public sealed class AdministratorJourney(BrowserFixture browser) : Journey(browser)
{
    [Fact]
    public async Task An_instance_is_reassigned_suspended_resumed_and_moved()
    {
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "Watched by the administrator", price: 60_000m);
        var admin = await this.SitDownAsync("admin");
        await admin.GoAsync("/admin/instances?search=" + contract.Number);
        await Expect(admin.Page.Locator(".adm-t tbody tr")).ToHaveCountAsync(1);
        await this.ShotAsync(admin);
        await Audit.PassesAsync(admin.Page);
        await admin.Page.Locator(".adm-t a").ClickAsync();
        await Expect(admin.Page.Locator(".wh h1")).ToHaveTextAsync("Contract approval");
        await admin.ClickAsync("Reassign…");
        await admin.Page.Locator("#reassign").GetByRole(AriaRole.Combobox).FillAsync("zhou");
        await admin.Page.Locator("#reassign .pp-option").First.ClickAsync();
        await admin.Page.Locator("#reassign textarea").FillAsync("Gao Min is on leave.");
        await admin.Page.Locator("#reassign footer .pri").ClickAsync();
        await admin.ToastSaysAsync("Reassigned");
        await Expect(admin.Page.Locator(".trail .adm")).ToContainTextAsync("Gao Min is on leave.");
        await this.ShotAsync(admin);
        await Audit.PassesAsync(admin.Page);

        await ActAsync(admin, "Suspend…", "suspend", "The customer is being looked into.");
        await Expect(admin.Page.Locator(".wh .pill").First).ToHaveTextAsync("On hold");
        await ActAsync(admin, "Resume…", "resume", "Nothing was found.");
        await Expect(admin.Page.Locator(".wh .pill").First).ToHaveTextAsync("In approval");
        await admin.ClickAsync("Jump…");
        await admin.Page.Locator("#jump-to").SelectOptionAsync("regional-director");
        await admin.Page.Locator("#jump textarea").FillAsync("The manager has left.");
        await admin.Page.Locator("#jump footer .pri").ClickAsync();
        await admin.ToastSaysAsync("Moved");
        await Expect(admin.Page.Locator(".nd.now")).ToContainTextAsync("Regional director");
        await this.ShotAsync(admin);
        Assert.NotNull(await this.Office.ItemAsync("zhou.wei", contract));
    }

    [Fact]
    public async Task Somebody_else_does_not_see_the_pages_of_administrators()
    {
        var lin = await this.SitDownAsync("lin.yuwei");
        await lin.GoAsync("/admin/instances");
        await lin.SeesAsync("Only an administrator can do this.");
        await Expect(lin.Page.Locator(".nav").GetByText("Monitoring")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Running_instances_are_moved_to_a_version_without_one_of_their_steps()
    {
        var contract = await this.Office.SubmittedAsync("lin.yuwei", "Moved to another version");
        var published = this.Backoffice.Services.GetRequiredService<PublishedDefinitions>();
        var before = published.Current;
        await published.PublishAsync(Renamed(before, "manager", "team-lead"), CancellationToken.None);
        try
        {
            var admin = await this.SitDownAsync("admin");
            await admin.GoAsync("/admin/workflows/contract-approval/migrate");
            await admin.SeesAsync("Needs a choice");
            var row = admin.Page.Locator("tr", new() { HasText = contract.Number });
            await Expect(row.GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
            await row.GetByRole(AriaRole.Combobox).SelectOptionAsync("team-lead");
            await Expect(admin.Page.Locator("tr", new() { HasText = contract.Number }).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
            await this.ShotAsync(admin);
            await Audit.PassesAsync(admin.Page);
            await admin.Page.Locator(".wh .btn.pri").ClickAsync();
            await admin.Page.Locator("#migrate footer .pri").ClickAsync();
            await Expect(admin.Page.Locator("tr", new() { HasText = contract.Number })).ToContainTextAsync("moved");
            await this.ShotAsync(admin);
        }
        finally
        {
            await published.PublishAsync(before, CancellationToken.None);
        }

        await this.Office.DecideAsync("gao.min", contract, "approve");
    }

    private static async Task ActAsync(Desk admin, string button, string dialog, string why)
    {
        await admin.ClickAsync(button);
        await admin.Page.Locator($"#{dialog} textarea").FillAsync(why);
        await admin.Page.Locator($"#{dialog} footer .pri").ClickAsync();
        await Expect(admin.Trail).ToContainTextAsync(why);
    }

    private static DefinitionSet Renamed(DefinitionSet set, string from, string to) => new(
        set.Packs,
        [
            .. set.Definitions.Select(definition => definition is WorkflowDefinition { Key: "contract-approval" } workflow
                ? workflow with
                {
                    Activities = [.. workflow.Activities.Select(activity => activity.Id == from ? activity with { Id = to } : activity)],
                    Transitions = [.. workflow.Transitions.Select(way => way with { From = way.From == from ? to : way.From, To = way.To == from ? to : way.To })],
                }
                : definition),
        ],
        set.Directory,
        set.Labels);
}
