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
    DirectoryStore directory)
    : SignInManager<Account>(accounts, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user) =>
        (await directory.GetAsync(CancellationToken.None)).Person(user.Person) is { Active: true } && await base.CanSignInAsync(user);
}
