using Backoffice.Web.Hosting.Accounts;

namespace Backoffice.Web.Hosting;

/// <summary>What a start did that people should know.</summary>
/// <param name="NewAccounts">With their passwords, which are told only now.</param>
internal sealed record InstallationReport(IReadOnlyList<NewAccount> NewAccounts);
