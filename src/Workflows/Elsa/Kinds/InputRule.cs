using Workflows.Elsa.Values;

namespace Workflows.Elsa.Kinds;

/// <summary>An input that a kind of activity has.</summary>
/// <param name="Name">As the property is called in the file.</param>
/// <param name="Fixed">Whether it has to be known without a script.</param>
internal sealed record InputRule(string Name, ElsaType Type, bool Fixed = false)
{
    /// <summary>The words it may be, in the order of their numbers.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    public static InputRule OneOf(string name, params string[] words) => new(name, ElsaType.String, Fixed: true) { Words = words };
}
