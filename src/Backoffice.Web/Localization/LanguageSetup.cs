using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Backoffice.Web.Localization;

/// <summary>Chooses the language and the look of pages, and remembers a person's choice in cookies of one year.</summary>
public static class LanguageSetup
{
    /// <summary>Cookie with <c>light</c> or <c>dark</c>; absent while the system decides.</summary>
    public const string ThemeCookie = "theme";

    /// <summary>Claim with the language of the person in the directory.</summary>
    public const string LanguageClaim = "language";

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<Words>().AddScoped<Labels>().AddSingleton<Moments>();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            var codes = Languages.All.Select(language => language.Code).ToArray();
            options.SetDefaultCulture(Languages.English).AddSupportedCultures(codes).AddSupportedUICultures(codes);
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider(),
                new CustomRequestCultureProvider(context => Task.FromResult(
                    context.User.FindFirst(LanguageClaim)?.Value is { } language ? new ProviderCultureResult(language) : null)),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    /// <summary>Where the menus of the top bar post to.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/preferences/language", (HttpContext context, [FromForm] string language, [FromForm] string? returnTo) =>
        {
            var known = Languages.All.FirstOrDefault(one => one.Code == language) ?? Languages.All[0];
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(known.Code)),
                Remembered());
            return Results.LocalRedirect(Local(returnTo));
        }).AllowAnonymous();
        routes.MapPost("/preferences/theme", (HttpContext context, [FromForm] string theme, [FromForm] string? returnTo) =>
        {
            if (theme is "light" or "dark")
            {
                context.Response.Cookies.Append(ThemeCookie, theme, Remembered());
            }
            else
            {
                context.Response.Cookies.Delete(ThemeCookie);
            }

            return Results.LocalRedirect(Local(returnTo));
        }).AllowAnonymous();
    }

    private static CookieOptions Remembered() =>
        new() { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true };

    /// <summary>A path of this site, never another site.</summary>
    private static string Local(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] ? path : "/";
}
