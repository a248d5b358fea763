using System.Text.Json;
using Workflows.Elsa.Running;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>The variables that a loop over items gives its body.</summary>
internal static class LoopItem
{
    public static IReadOnlyList<Variable> Variables(int index, JsonElement value) =>
    [
        new("CurrentIndex", "CurrentIndex", ElsaType.Object) { Value = ElsaValues.Of((decimal)index) },
        new("CurrentValue", "CurrentValue", ElsaType.Object) { Value = value },
    ];
}
