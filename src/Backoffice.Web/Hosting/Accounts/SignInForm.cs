using Backoffice.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>Where the sign-in page and the menu post to. Antiforgery tokens are checked, because they take forms.</summary>
internal static class SignInForm
{
    internal static void MapSignInForm(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] string? userName, [FromForm] string? password, [FromForm] string? returnUrl, SignInManager<Account> signIn)
    {
        var result = await signIn.PasswordSignInAsync(userName ?? string.Empty, password ?? string.Empty, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return Results.LocalRedirect(Local(returnUrl));
        }

        var query = QueryString.Create("error", result.IsLockedOut ? "locked" : "wrong").Add("returnUrl", Local(returnUrl));
        return Results.LocalRedirect("/sign-in" + query.ToUriComponent());
    }

    private static async Task<IResult> SignOutAsync([FromForm] string? returnUrl, SignInManager<Account> signIn)
    {
        _ = returnUrl;
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }

    /// <summary>A path of this site; anything else would let a link lead a person elsewhere after signing in.</summary>
    private static string Local(string? path) =>
        path is ['/'] or ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : "/";
}
