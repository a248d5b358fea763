using Backoffice.Data.Accounts;
using Backoffice.Data.Directory;
using Forms.Directory;
using Microsoft.AspNetCore.Identity;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>Gives people accounts with passwords of their own.</summary>
internal sealed class AccountOpening(UserManager<Account> accounts, DirectoryStore directory)
{
    /// <summary>Opens an account for each active person who has none, in the order of their names.</summary>
    internal async Task<IReadOnlyList<NewAccount>> OpenMissingAsync(Func<Person, bool> wanted, CancellationToken ct)
    {
        var opened = new List<NewAccount>();
        var people = (await directory.GetAsync(ct)).People.Where(person => person.Active && wanted(person));
        foreach (var person in people.OrderBy(person => person.Name, StringComparer.Ordinal))
        {
            if (await accounts.FindByNameAsync(person.Key) is not null)
            {
                continue;
            }

            var password = Password.Create();
            var account = new Account { Id = Guid.CreateVersion7(), UserName = person.Key, Email = person.Mail, Person = person.Id };
            var result = await accounts.CreateAsync(account, password);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException($"No account for {person.Key}: {string.Join(" ", result.Errors.Select(error => error.Description))}");
            }

            opened.Add(new NewAccount(person, password));
        }

        return opened;
    }
}
