using Backoffice.Data.Accounts;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Backoffice.Web.Api.SignIn;

/// <summary>Bearer tokens for a user name and password, and new ones for a refresh token.</summary>
internal static class SignInApi
{
    internal static void MapSignInApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        api.MapPost("/sign-in/refresh", RefreshAsync).AllowAnonymous();
    }

    /// <summary>The bearer scheme itself writes the tokens as the answer.</summary>
    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> SignInAsync(Credentials credentials, SignInManager<Account> signIn)
    {
        signIn.AuthenticationScheme = IdentityConstants.BearerScheme;
        var result = await signIn.PasswordSignInAsync(
            credentials.UserName ?? string.Empty, credentials.Password ?? string.Empty, isPersistent: false, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => TypedResults.Empty,
            { IsLockedOut: true } => Refused("sign-in.locked", "Too many wrong passwords. Try again in a few minutes."),
            _ => Refused("sign-in.wrong", "The user name or the password is wrong."),
        };
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> RefreshAsync(
        RefreshToken token, SignInManager<Account> signIn, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    {
        var ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(token.Value);
        if (ticket?.Properties.ExpiresUtc is not { } expires
            || time.GetUtcNow() >= expires
            || await signIn.ValidateSecurityStampAsync(ticket.Principal) is not { } account
            || !await signIn.CanSignInAsync(account))
        {
            return Refused("sign-in.expired", "The refresh token is not valid any more. Sign in again.");
        }

        return TypedResults.SignIn(await signIn.CreateUserPrincipalAsync(account), authenticationScheme: IdentityConstants.BearerScheme);
    }

    private static ProblemHttpResult Refused(string code, string detail) => ProblemAnswers.Of(StatusCodes.Status401Unauthorized, code, detail);

    internal sealed record Credentials(string? UserName, string? Password);

    internal sealed record RefreshToken([property: System.Text.Json.Serialization.JsonPropertyName("refreshToken")] string? Value);
}
