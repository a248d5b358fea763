using System.Text.RegularExpressions;

namespace Bench.Spine;

/// <summary>Reads the accounts that the product wrote: columns set apart by two spaces or more, the last two are user name and password.</summary>
internal static partial class Accounts
{
    internal static IReadOnlyDictionary<string, string> Read(string file) => File.ReadLines(file)
        .Select(line => Gap().Split(line.Trim()))
        .Where(cells => cells.Length >= 3 && cells[^2] != "User name")
        .GroupBy(cells => cells[^2], cells => cells[^1], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    [GeneratedRegex(" {2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
