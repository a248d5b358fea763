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

    /// <summary>
    /// Adds the accounts to a file that only its owner may read, not even for a moment by others. Accounts that it names
    /// already have another password now: whoever wrote them was stopped before they were opened.
    /// </summary>
    internal static async Task AddAsync(string path, IReadOnlyList<NewAccount> accounts, CancellationToken ct)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var kept = File.Exists(path) ? Without(await File.ReadAllLinesAsync(path, ct), accounts.Select(account => account.Person.Key)) : [];
        var writing = path + ".new";
        File.Delete(writing);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using (var writer = new StreamWriter(writing, options))
        {
            await writer.WriteAsync((string.Concat(kept.Select(line => line + "\n")) + Text(accounts)).AsMemory(), ct);
        }

        File.Move(writing, path, overwrite: true);
    }

    /// <summary>The lines of the others, and the heads that still have lines below.</summary>
    private static List<string> Without(IReadOnlyList<string> lines, IEnumerable<string> userNames)
    {
        var gone = userNames.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = lines.Where(line => IsHead(line) || !(Words(line) is [.., var userName, _] && gone.Contains(userName))).ToList();
        return [.. kept.Where((line, index) => !IsHead(line) || (index + 1 < kept.Count && !IsHead(kept[index + 1])))];
    }

    private static bool IsHead(string line) => Words(line) is [.., "Password"];

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Columns of a terminal: signs of East Asian scripts take two.</summary>
    private static int Width(string text) => text.Sum(sign => sign is >= '\u2e80' and <= '\uffdc' ? 2 : 1);
}
