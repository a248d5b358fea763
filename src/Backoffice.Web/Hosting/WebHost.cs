using Backoffice.Web.Api;
using Backoffice.Web.Commands;
using Backoffice.Web.Components;
using Backoffice.Web.Hosting.Accounts;
using Backoffice.Web.Localization;
using Microsoft.AspNetCore.HttpOverrides;

namespace Backoffice.Web.Hosting;

/// <summary>Puts the web application together.</summary>
internal static class WebHost
{
    /// <param name="arguments">Of the command line; its settings come last and win.</param>
    /// <param name="configure">What a test replaces.</param>
    internal static WebApplication Build(Arguments arguments, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = ProductFolders.Content,
        });
        builder.Configuration.AddInMemoryCollection(arguments.Settings);
        builder.WebHost.UseUrls(arguments.Option("urls") ?? builder.Configuration["urls"] ?? BackofficeSettings.DefaultAddress);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddBackoffice(BackofficeSettings.From(builder.Configuration));
        builder.Services.AddServing();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseBackoffice();
        app.MapStaticAssets().AllowAnonymous();
        app.MapSignInForm();
        app.MapPreferences();
        app.MapBackofficeApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private static void UseBackoffice(this WebApplication app)
    {
        // Only a proxy on this machine is believed; others are named in the settings of the framework.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/failed", createScopeForErrors: true);
        app.UseWhen(WantsPage, pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseWhen(context => !WantsPage(context), others => others.UseStatusCodePages());

        // After the two above, so that an address nobody knows is routed once more, to the page that says so.
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static bool WantsPage(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
