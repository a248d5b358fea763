using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Web.Tests.Browser;

/// <summary>The form of a contract as a person fills it in.</summary>
public sealed class ContractForm(Desk desk)
{
    private IPage Page => desk.Page;

    /// <summary>The control of a field.</summary>
    public ILocator Field(string name) => this.Page.Locator("#f-" + name);

    /// <summary>The message under a field.</summary>
    public ILocator Error(string name) => this.Page.Locator($"#f-{name}-error");

    /// <summary>A cell of a line, counted from 1.</summary>
    public ILocator Cell(int line, string column) => this.Page.Locator($".rows-edit tbody tr:not(.er-row) >> nth={line - 1}").Locator($"[id$='-{column}']");

    public async Task TypeAsync(string name, string text)
    {
        await this.Field(name).FillAsync(text);
        await this.Field(name).BlurAsync();
    }

    /// <summary>Types a part of the title and takes what is offered.</summary>
    public async Task ChooseAsync(ILocator box, string typed, string option)
    {
        await box.ClickAsync();
        await box.PressSequentiallyAsync(typed);
        await this.Page.GetByRole(AriaRole.Option, new() { Name = option }).First.ClickAsync();
        await Expect(box).ToHaveValueAsync(option);
    }

    /// <summary>A new line with a product, its list price filled by it.</summary>
    public async Task AddLineAsync(int line, string product, string quantity, string? discount = null)
    {
        await this.Page.Locator(".rows-add button").First.ClickAsync();
        await Expect(this.Cell(line, "quantity")).ToBeVisibleAsync();
        await this.ChooseAsync(this.Cell(line, "product"), product[..8], product);
        await this.FillAsync(this.Cell(line, "quantity"), quantity);
        if (discount is not null)
        {
            await this.FillAsync(this.Cell(line, "discount"), discount);
        }
    }

    public async Task FillAsync(ILocator control, string text)
    {
        await control.FillAsync(text);
        await control.BlurAsync();
    }
}
