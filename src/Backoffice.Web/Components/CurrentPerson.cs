using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Web.Hosting.Accounts;
using Forms.Directory;
using Microsoft.AspNetCore.Components.Authorization;

namespace Backoffice.Web.Components;

/// <summary>The person signed in to this page. Inject it in a component, not in a scope of its own.</summary>
public sealed class CurrentPerson(AuthenticationStateProvider authentication, DirectoryStore directory)
{
    /// <summary>Who acts when this person clicks.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in.</exception>
    public async Task<Actor> ActorAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User.Actor(ChangeSource.Page);

    /// <summary>The person as the directory knows them now.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in, or the person has left.</exception>
    public async Task<Person> GetAsync()
    {
        var actor = await this.ActorAsync();
        return (await directory.GetAsync(CancellationToken.None)).Person(actor.Person) is { Active: true } person
            ? person
            : throw new UnauthorizedAccessException("This person has no access any more.");
    }
}
