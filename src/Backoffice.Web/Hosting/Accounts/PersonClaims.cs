using System.Security.Claims;
using Backoffice.Data.Records;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>The claims by which a signed-in account says which person of the directory it is.</summary>
public static class PersonClaims
{
    /// <summary>Id of the person.</summary>
    public const string Person = "person";

    /// <summary>Language of the person in the directory; absent when they have none.</summary>
    public const string Language = "language";

    /// <summary>The person signed in, or null when nobody is.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirst(Person)?.Value, out var id) ? id : null;

    /// <summary>The person signed in, acting by a way in.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in; endpoints ask for a sign-in before they come here.</exception>
    public static Actor Actor(this ClaimsPrincipal user, ChangeSource source) =>
        new(user.PersonId() ?? throw new UnauthorizedAccessException("Nobody is signed in."), source);
}
