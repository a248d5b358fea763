using Backoffice.Data.Accounts;
using Backoffice.Data.Directory;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>Signs accounts in; people who have left cannot, and what they were signed in to ends.</summary>
internal sealed class AccountSignIn(
    UserManager<Account> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    DirectoryStore directory,
    TimeProvider time)
    : SignInManager<Account>(accounts, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user) =>
        (await directory.GetAsync(CancellationToken.None)).Person(user.Person) is { Active: true } && await base.CanSignInAsync(user);

    /// <summary>
    /// The account of a sign-in that still holds; null once the password changed, the person left, or the account was
    /// locked. A lock after wrong passwords ends nothing: otherwise whoever knows a name could throw its owner out.
    /// </summary>
    public override async Task<Account?> ValidateSecurityStampAsync(System.Security.Claims.ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } account && await this.CanSignInAsync(account) && !await this.IsLockedByOthersAsync(account)
            ? account
            : null;

    private async Task<bool> IsLockedByOthersAsync(Account account) =>
        await this.UserManager.IsLockedOutAsync(account)
        && await this.UserManager.GetLockoutEndDateAsync(account) > time.GetUtcNow() + this.Options.Lockout.DefaultLockoutTimeSpan;
}
