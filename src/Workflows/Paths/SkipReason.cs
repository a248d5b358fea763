using Forms.Conditions;

namespace Workflows.Paths;

/// <summary>The decision that leaves a step out: the step comes only if the condition gives <see cref="ComesIf"/>.</summary>
/// <param name="ActivityId">The decision.</param>
/// <param name="Label">Its label: "Over ¥500,000".</param>
public sealed record SkipReason(string ActivityId, string Label, Condition Condition, bool ComesIf);
