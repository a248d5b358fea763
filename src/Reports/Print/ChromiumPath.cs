namespace Reports.Print;

/// <summary>Finds the installed browser that prints.</summary>
public static class ChromiumPath
{
    /// <summary>Names the executable where it is not at a usual place.</summary>
    public const string Variable = "BACKOFFICE_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    /// <summary>The executable, or null when none is installed. A path given by <see cref="Variable"/> is the only one looked at.</summary>
    public static string? Find()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrWhiteSpace(given) ? Usual().FirstOrDefault(File.Exists) : File.Exists(given) ? given : null;
    }

    private static IEnumerable<string> Usual()
    {
        if (OperatingSystem.IsWindows())
        {
            var roots = new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 }.Select(Environment.GetFolderPath);
            return roots.SelectMany(root => new[]
            {
                Path.Combine(root, "Google", "Chrome", "Application", "chrome.exe"),
                Path.Combine(root, "Microsoft", "Edge", "Application", "msedge.exe"),
            });
        }

        if (OperatingSystem.IsMacOS())
        {
            return ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
        }

        return Names.SelectMany(name => new[] { "/usr/bin/" + name, "/usr/local/bin/" + name, "/snap/bin/" + name });
    }
}
