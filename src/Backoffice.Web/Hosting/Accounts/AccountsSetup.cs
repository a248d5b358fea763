using Backoffice.Data;
using Backoffice.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>Sign-in: a cookie for pages, bearer tokens for the API, and nothing without one of them.</summary>
internal static class AccountsSetup
{
    private const string ByPath = "Backoffice";

    /// <summary>How long somebody who may not be here any more can go on reading; what they do is refused at once.</summary>
    private static readonly TimeSpan SessionCheck = TimeSpan.FromSeconds(30);

    internal static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<AccountOpening>();
        services.AddIdentityCore<Account>(Rules)
            .AddEntityFrameworkStores<BackofficeDb>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddSignInManager<AccountSignIn>()
            .AddDefaultTokenProviders();

        var authentication = services.AddAuthentication(ByPath);
        authentication.AddPolicyScheme(ByPath, ByPath, options => options.ForwardDefaultSelector = SchemeOf);
        authentication.AddBearerToken(IdentityConstants.BearerScheme, options => options.BearerTokenExpiration = TimeSpan.FromHours(1));
        authentication.AddIdentityCookies();
        services.ConfigureApplicationCookie(Cookie);

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(ByPath).RequireClaim(PersonClaims.Person).Build());
        services.AddCascadingAuthenticationState();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = SessionCheck);
        return services;
    }

    /// <summary>Length instead of kinds of signs, as NIST SP 800-63B advises; five wrong passwords close the account for a while.</summary>
    private static void Rules(IdentityOptions options)
    {
        // Keys of people may have letters of every script; the directory decides which keys there are.
        options.User.AllowedUserNameCharacters = string.Empty;
        options.Password.RequiredLength = 10;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }

    /// <summary>The API never looks at cookies, so no other site can make a browser call it.</summary>
    private static string SchemeOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? IdentityConstants.BearerScheme
            : IdentityConstants.ApplicationScheme;

    private static void Cookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "backoffice";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.AccessDeniedPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
    }
}
