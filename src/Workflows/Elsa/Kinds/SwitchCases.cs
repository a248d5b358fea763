using System.Globalization;
using System.Text.Json;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>Cases of both switches. All conditions are looked at, in order; the mode says whether only the first one that holds counts.</summary>
internal static class SwitchCases
{
    public static readonly InputRule Mode = InputRule.OneOf("mode", "MatchFirst", "MatchAny");

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "label", "condition", "activity" };

    /// <summary>Names the condition of a case among the inputs of the activity.</summary>
    public static string Key(int index) => "case:" + index.ToString(CultureInfo.InvariantCulture);

    public static IReadOnlyList<int> Matching(Execution at)
    {
        var matching = at.Node.Activity.Cases.Index().Where(entry => at.Input(Key(entry.Index)).ValueKind == JsonValueKind.True).Select(entry => entry.Index);
        return [.. at.Text("mode") == "MatchAny" ? matching : matching.Take(1)];
    }

    public static void Read(JsonPlace list, ElsaActivity activity, ActivityReader reader)
    {
        foreach (var item in list.Items().Where(item => item.NeedObject()))
        {
            item.RefuseOthers(Known.Contains, "part of a case");
            var rule = new InputRule("condition", ElsaType.Boolean);
            var place = item.Member("condition");
            var condition = !place.Exists ? null : place.Member("expression").Exists ? InputReader.Read(place, rule) : InputReader.Expression(place, rule);
            var inside = item.Member("activity") is { Exists: true } behind ? reader.Read(behind) : null;
            activity.Cases.Add(new ElsaCase(
                item.Member("label").Text() ?? string.Empty,
                condition ?? new ElsaInput(new LiteralExpression(ElsaValues.Of(false)), ElsaType.Boolean),
                inside));
        }
    }
}
