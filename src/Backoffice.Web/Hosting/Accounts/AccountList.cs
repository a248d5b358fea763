namespace Backoffice.Web.Hosting.Accounts;

/// <summary>New accounts as a table of name, title, user name and password: for the console, and a file for its owner only.</summary>
internal static class AccountList
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    internal static string Text(IReadOnlyList<NewAccount> accounts)
    {
        string[][] lines =
        [
            ["Name", "Title", "User name", "Password"],
            .. accounts.Select(account => new[] { account.Person.Name, account.Person.Title ?? string.Empty, account.Person.Key, account.Password }),
        ];
        var widths = Enumerable.Range(0, 4).Select(column => lines.Max(line => Width(line[column]))).ToArray();
        return string.Concat(lines.Select(line =>
            string.Join("  ", line.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell)))).TrimEnd() + "\n"));
    }

    /// <summary>Adds the accounts to a file that only its owner may read; a new file is never readable by others, not even for a moment.</summary>
    internal static async Task AppendAsync(string path, IReadOnlyList<NewAccount> accounts, CancellationToken ct)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
            if (File.Exists(path))
            {
                File.SetUnixFileMode(path, OwnerOnly);
            }
        }

        await using var writer = new StreamWriter(path, options);
        await writer.WriteAsync(Text(accounts).AsMemory(), ct);
    }

    /// <summary>Columns of a terminal: signs of East Asian scripts take two.</summary>
    private static int Width(string text) => text.Sum(sign => sign is >= '\u2e80' and <= '\uffdc' ? 2 : 1);
}
