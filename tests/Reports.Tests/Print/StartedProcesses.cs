using System.Diagnostics;
using System.Globalization;

namespace Reports.Tests.Print;

/// <summary>Processes started by this test run, directly or not (read from /proc).</summary>
internal static class StartedProcesses
{
    internal static IEnumerable<int> Named(string name)
    {
        var parents = new Dictionary<int, (string Name, int Parent)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read(folder) is { } process)
            {
                parents[id] = process;
            }
        }

        return parents.Where(entry => entry.Value.Name.StartsWith(name, StringComparison.Ordinal) && IsOurs(entry.Key)).Select(entry => entry.Key);

        bool IsOurs(int id) => id == Environment.ProcessId || (parents.TryGetValue(id, out var process) && IsOurs(process.Parent));
    }

    internal static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It ended with its parent.
        }
    }

    /// <summary><c>123 (chromium) S 45 …</c></summary>
    private static (string Name, int Parent)? Read(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var end = stat.LastIndexOf(')');
            return (stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..end], int.Parse(stat[(end + 2)..].Split(' ')[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
