namespace Workflows.Elsa.Kinds;

/// <summary>Outcomes that have names of their own.</summary>
internal static class Outcomes
{
    public const string DoneName = "Done";

    public static readonly IReadOnlyList<string> Done = [DoneName];

    public static readonly IReadOnlyList<string> None = [];
}
