using System.Globalization;

namespace Forms.Definitions.Json;

/// <summary>Where something stands in a file: <c>fields[2].pattern</c>; empty for the whole.</summary>
public static class JsonPath
{
    public static string Member(string path, string name) => path.Length == 0 ? name : path + "." + name;

    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>The path one level up; null for the whole.</summary>
    internal static string? Above(string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        var end = path.LastIndexOfAny(['.', '[']);
        return end < 0 ? string.Empty : path[..end];
    }
}
