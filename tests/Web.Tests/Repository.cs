namespace Web.Tests;

/// <summary>The folder of the solution, found upwards from the tests' output.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Backoffice.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"There is no Backoffice.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
