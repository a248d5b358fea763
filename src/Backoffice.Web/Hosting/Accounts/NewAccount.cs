using Forms.Directory;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>An account just made; the only moment its password is known.</summary>
internal sealed record NewAccount(Person Person, string Password);
