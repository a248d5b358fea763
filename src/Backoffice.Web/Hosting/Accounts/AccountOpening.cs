using Backoffice.Data.Accounts;
using Backoffice.Data.Directory;
using Forms.Directory;
using Microsoft.AspNetCore.Identity;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>Gives people accounts with passwords of their own.</summary>
internal sealed class AccountOpening(UserManager<Account> accounts, DirectoryStore directory)
{
    /// <summary>Opens an account for each active person who has none, and adds them to a file for its owner only.</summary>
    /// <param name="wanted">Who shall have one.</param>
    /// <param name="file">Written before the accounts exist, so that no password is ever lost.</param>
    internal async Task<IReadOnlyList<NewAccount>> OpenMissingAsync(Func<Person, bool> wanted, string file, CancellationToken ct)
    {
        var known = accounts.Users.Select(account => account.Person).ToHashSet();
        var people = (await directory.GetAsync(ct)).People.Where(person => person.Active && !known.Contains(person.Id) && wanted(person));
        var missing = people.OrderBy(person => person.Key, StringComparer.Ordinal).Select(person => new NewAccount(person, Password.Create())).ToList();
        if (missing.Count > 0)
        {
            await AccountList.AddAsync(file, missing, ct);
        }

        foreach (var (person, password) in missing)
        {
            var account = new Account { Id = Guid.CreateVersion7(), UserName = person.Key, Email = person.Mail, Person = person.Id };
            var result = await accounts.CreateAsync(account, password);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException($"No account for {person.Key}: {string.Join(" ", result.Errors.Select(error => error.Description))}");
            }
        }

        return missing;
    }
}
