using System.Text.RegularExpressions;

namespace Backoffice.Data.Workflows;

/// <summary>What HTTP calls of workflows may reach, and the secrets they may send.</summary>
public sealed partial record CallOptions
{
    /// <summary>Names of hosts; with a leading dot the host and all below it. No call is made to others.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Values for <c>{secret:name}</c> in headers, by name. Never shown.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    internal bool Allows(Uri address) => this.Hosts.Any(host =>
        host.StartsWith('.')
            ? address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase) || address.Host.Equals(host[1..], StringComparison.OrdinalIgnoreCase)
            : address.Host.Equals(host, StringComparison.OrdinalIgnoreCase));

    internal string WithSecrets(string header) => Secret().Replace(header, match => this.Secrets.GetValueOrDefault(match.Groups["name"].Value, string.Empty));

    [GeneratedRegex(@"\{secret:(?<name>[A-Za-z0-9._-]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Secret();
}
