using System.Collections.Frozen;

namespace Backoffice.Web.Components.States;

/// <summary>How a state looks: hue and an icon whose shape differs, so that colour alone never says it.</summary>
/// <param name="Hue">Suffix of the pill's class: <c>acc ok warn bad info vio mut</c>.</param>
/// <param name="Icon">Name of the icon.</param>
public sealed record StatusLook(string Hue, string Icon)
{
    private static readonly FrozenDictionary<string, StatusLook> Looks = new Dictionary<string, StatusLook>
    {
        ["draft"] = new("mut", "circle"),
        ["inapproval"] = new("acc", "half"),
        ["returned"] = new("warn", "return"),
        ["approved"] = new("ok", "tick"),
        ["rejected"] = new("bad", "cross"),
        ["withdrawn"] = new("mut", "undo"),
        ["onhold"] = new("vio", "pause"),
        ["outforsignature"] = new("info", "signature"),
        ["inforce"] = new("ok", "tick"),
        ["active"] = new("ok", "tick"),
        ["expiring"] = new("warn", "hourglass"),
        ["terminated"] = new("mut", "stop"),
        ["cancelled"] = new("mut", "stop"),
        ["archived"] = new("mut", "archive"),
        ["inactive"] = new("mut", "circle"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The look of a state by its key in any spelling (<c>inApproval</c>, <c>in-approval</c>); neutral when unknown.</summary>
    public static StatusLook Of(string key) =>
        Looks.TryGetValue(key.Replace("-", string.Empty, StringComparison.Ordinal), out var look) ? look : new("mut", "circle");
}
