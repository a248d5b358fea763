using Backoffice.Data.Accounts;
using Backoffice.Data.Directory;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Hosting;

/// <summary>Until when a sign-in holds.</summary>
public sealed class AccountSignInTests(RunningBackoffice backoffice) : IClassFixture<RunningBackoffice>
{
    [Fact]
    public async Task A_sign_in_ends_when_the_password_changes()
    {
        await using var scope = backoffice.Services.CreateAsyncScope();
        var (signIn, account) = await FindAsync(scope, "guest");
        var principal = await signIn.CreateUserPrincipalAsync(account);
        Assert.NotNull(await signIn.ValidateSecurityStampAsync(principal));

        Assert.True((await signIn.UserManager.ChangePasswordAsync(account, backoffice.PasswordOf("guest"), "another-long-one")).Succeeded);
        Assert.Null(await signIn.ValidateSecurityStampAsync(principal));
    }

    [Fact]
    public async Task A_sign_in_ends_when_the_account_is_locked_but_not_when_somebody_guesses_passwords()
    {
        await using var scope = backoffice.Services.CreateAsyncScope();
        var (signIn, account) = await FindAsync(scope, "lead");
        var principal = await signIn.CreateUserPrincipalAsync(account);
        for (var guess = 0; guess < 5; guess++)
        {
            await signIn.CheckPasswordSignInAsync(account, "wrong", lockoutOnFailure: true);
        }

        Assert.True(await signIn.UserManager.IsLockedOutAsync(account));
        Assert.NotNull(await signIn.ValidateSecurityStampAsync(principal));

        await signIn.UserManager.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue);
        Assert.Null(await signIn.ValidateSecurityStampAsync(principal));
    }

    [Fact]
    public async Task A_sign_in_ends_when_the_person_leaves()
    {
        await using var scope = backoffice.Services.CreateAsyncScope();
        var (signIn, account) = await FindAsync(scope, "clerk");
        var principal = await signIn.CreateUserPrincipalAsync(account);
        await backoffice.LeaveAsync("clerk");
        Assert.Null(await signIn.ValidateSecurityStampAsync(principal));
    }

    private static async Task<(SignInManager<Account> SignIn, Account Account)> FindAsync(AsyncServiceScope scope, string person)
    {
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        return (signIn, (await signIn.UserManager.FindByNameAsync(person))!);
    }
}
