namespace Backoffice.Web.Hosting;

/// <summary>
/// Where the product's own folders are, wherever it is started from: beside the project while it is built from source,
/// beside the executable when it is published.
/// </summary>
internal static class ProductFolders
{
    private const string Project = "Backoffice.Web.csproj";

    /// <summary>Home of appsettings.json, wwwroot and, by default, App_Data.</summary>
    internal static string Content { get; } =
        FindUpwards(folder => File.Exists(Path.Combine(folder, Project))) ?? AppContext.BaseDirectory;

    /// <summary>The packs that come with the product.</summary>
    internal static string Definitions { get; } =
        FindUpwards(folder => Directory.Exists(Path.Combine(folder, "definitions"))) is { } root
            ? Path.Combine(root, "definitions")
            : Path.Combine(AppContext.BaseDirectory, "definitions");

    private static string? FindUpwards(Func<string, bool> isIt)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (isIt(folder.FullName))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
