using System.Text;

namespace Backoffice.Web.Commands;

/// <summary>The words of <c>--help</c>.</summary>
internal static class HelpText
{
    private const string Settings = """
        Settings, here or in appsettings.json or as environment variables (with __ for :):
          --Database:Kind Sqlite|PostgreSql|SqlServer   Sqlite where not given
          --Database:ConnectionString TEXT              a file in the data folder where not given
          --Definitions:Folder FOLDER                   definitions/ of the product where not given
          --Data:Folder FOLDER                          App_Data beside the program where not given

        """;

    internal static string OfAll(IEnumerable<Verb> verbs)
    {
        var shown = verbs.Where(verb => !verb.Hidden).ToList();
        var width = shown.Max(verb => Call(verb).Length);
        var text = new StringBuilder("Usage: dotnet run --project src/Backoffice.Web -- [verb] [options]\n\n");
        foreach (var verb in shown)
        {
            text.Append("  ").Append(Call(verb).PadRight(width)).Append("  ").Append(verb.Summary).Append('\n');
        }

        return text.Append("\nVERB --help says more about a verb.\n\n").Append(Settings).ToString();
    }

    internal static string Of(Verb verb)
    {
        var details = verb.Details.Length == 0 ? string.Empty : verb.Details + "\n\n";
        return $"Usage: {Call(verb)}\n\n{verb.Summary}\n\n{details}{Settings}";
    }

    private static string Call(Verb verb) => $"{verb.Name} {verb.Usage}".Trim();
}
