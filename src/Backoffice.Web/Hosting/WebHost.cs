using Backoffice.Web.Components;
using Backoffice.Web.Localization;
using Radzen;

namespace Backoffice.Web.Hosting;

/// <summary>Puts the web application together.</summary>
internal static class WebHost
{
    internal static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
        builder.Services.AddPages();

        var app = builder.Build();
        app.UseRequestLocalization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapPreferences();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
