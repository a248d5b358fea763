using Forms.Problems;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Backoffice.Web.Components.Fields;

public partial class Combobox<TOption> : IDisposable
{
    /// <summary>Options asked for at once; whoever sees as many goes on typing.</summary>
    public const int Take = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(180);

    private IReadOnlyList<TOption> options = [];
    private CancellationTokenSource? asked;
    private bool open;
    private bool searching;
    private int at;
    private string? search;

    [Parameter, EditorRequired]
    public FieldInput Input { get; set; } = null!;

    /// <summary>Finds options for the text; null asks for the first ones.</summary>
    [Parameter, EditorRequired]
    public Func<string?, CancellationToken, Task<IReadOnlyList<TOption>>> Search { get; set; } = null!;

    /// <summary>An option as a line of the list.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TOption> Option { get; set; } = null!;

    /// <summary>The option was chosen; null empties the field.</summary>
    [Parameter]
    public EventCallback<TOption?> Chosen { get; set; }

    /// <summary>The text names nothing and the person went on.</summary>
    [Parameter]
    public EventCallback<(string Text, Problem Problem)> Unread { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public RenderFragment? Before { get; set; }

    [Parameter]
    public RenderFragment? After { get; set; }

    private string ListId => this.Input.Id + "-list";

    public void Dispose()
    {
        this.asked?.Cancel();
        this.asked?.Dispose();
    }

    private string OptionId(int index) => $"{this.ListId}-{index}";

    private async Task OpenAsync()
    {
        if (!this.open)
        {
            await this.FindAsync(this.Input.Typed, TimeSpan.Zero);
        }
    }

    private async Task OnTypedAsync(string? text)
    {
        text ??= string.Empty;
        this.Input.Type(text);
        if (text.Length == 0)
        {
            this.open = false;
            await this.Chosen.InvokeAsync(default);
            return;
        }

        await this.FindAsync(text, Pause);
    }

    private async Task FindAsync(string? text, TimeSpan pause)
    {
        if (this.asked is not null)
        {
            await this.asked.CancelAsync();
            this.asked.Dispose();
        }

        this.asked = new CancellationTokenSource();
        var ct = this.asked.Token;
        this.search = text;
        this.open = true;
        this.searching = true;
        try
        {
            await Task.Delay(pause, ct);
            this.options = await this.Search(text, ct);
            this.at = 0;
            this.searching = false;
        }
        catch (OperationCanceledException)
        {
            // A later key asked again; its answer is the one to show.
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !this.open:
                await this.OpenAsync();
                break;
            case "ArrowDown":
                this.at = Math.Min(this.at + 1, this.options.Count - 1);
                break;
            case "ArrowUp":
                this.at = Math.Max(this.at - 1, 0);
                break;
            case "Enter" when this.open && this.options.Count > 0 && !this.searching:
                await this.ChooseAsync(this.options[this.at]);
                break;
            case "Escape":
                this.open = false;
                break;
        }
    }

    private async Task ChooseAsync(TOption option)
    {
        this.open = false;
        await this.Chosen.InvokeAsync(option);
    }

    private async Task LeaveAsync()
    {
        this.open = false;
        if (this.Input.Typed is not { Length: > 0 } text)
        {
            return;
        }

        // The one record found is what was meant; anything else is left for the person to choose.
        if (this.options.Count == 1 && !this.searching && this.search == text)
        {
            await this.Chosen.InvokeAsync(this.options[0]);
            return;
        }

        var message = this.Words["problem.field.link.unread", text];
        await this.Unread.InvokeAsync((text, new Problem(this.Input.Field.Name, "field.link.unread", message) { Arguments = [text] }));
    }
}
