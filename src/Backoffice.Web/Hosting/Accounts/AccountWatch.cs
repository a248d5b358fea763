using Backoffice.Data.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>
/// Asks for each open page, as often as for cookies, whether its person may still be signed in. When not, the page is
/// nobody's, and <see cref="Components.Layout.MainLayout"/> leads to the sign-in.
/// </summary>
internal sealed class AccountWatch(ILoggerFactory log, IServiceScopeFactory scopes, IOptions<SecurityStampValidatorOptions> options)
    : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => options.Value.ValidationInterval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            // The scope of the page has lived too long to know what is in the database.
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().ValidateSecurityStampAsync(authenticationState.User) is not null;
        }
        catch (ObjectDisposedException)
        {
            // The server stops, and all pages with it.
            return false;
        }
    }
}
