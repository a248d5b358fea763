using System.Security.Claims;
using Backoffice.Data.Accounts;
using Backoffice.Data.Directory;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>Puts the person and their language into the claims of a sign-in.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, DirectoryStore directory)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PersonClaims.Person, user.Person.ToString()));
        if ((await directory.GetAsync(CancellationToken.None)).Person(user.Person)?.Language is { } language)
        {
            identity.AddClaim(new Claim(PersonClaims.Language, language));
        }

        return identity;
    }
}
