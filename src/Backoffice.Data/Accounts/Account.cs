using Microsoft.AspNetCore.Identity;

namespace Backoffice.Data.Accounts;

/// <summary>How a person signs in. <see cref="IdentityUser{TKey}.UserName"/> is the key of the person.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person of the directory; one account each.</summary>
    public Guid Person { get; set; }
}
