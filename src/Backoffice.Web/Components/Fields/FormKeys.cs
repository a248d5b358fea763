using Microsoft.JSInterop;

namespace Backoffice.Web.Components.Fields;

/// <summary>What forms need of the browser: keys that work while a field has the focus, moving the focus, modal dialogs (js/forms.js). One per circuit.</summary>
public sealed class FormKeys(IJSRuntime script) : IAsyncDisposable
{
    private IJSObjectReference? module;

    /// <summary>Puts the focus on a control and scrolls to it.</summary>
    public async ValueTask FocusAsync(string id) => await (await this.ModuleAsync()).InvokeVoidAsync("focus", id);

    /// <summary>Goes to the next control with an error.</summary>
    public async ValueTask NextErrorAsync() => await (await this.ModuleAsync()).InvokeVoidAsync("nextError");

    /// <summary>Ctrl S, Esc and F8 click the buttons with data-form-key until the page has none.</summary>
    public async ValueTask WatchAsync() => await (await this.ModuleAsync()).InvokeVoidAsync("watch");

    /// <summary>Opens a dialog element as a modal one.</summary>
    public async ValueTask ShowAsync(Microsoft.AspNetCore.Components.ElementReference dialog) =>
        await (await this.ModuleAsync()).InvokeVoidAsync("show", dialog);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (this.module is not null)
            {
                await this.module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its module with it.
        }
    }

    private async ValueTask<IJSObjectReference> ModuleAsync() =>
        this.module ??= await script.InvokeAsync<IJSObjectReference>("import", "/js/forms.js");
}
