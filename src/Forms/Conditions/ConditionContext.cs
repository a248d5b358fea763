namespace Forms.Conditions;

/// <summary>What <c>@today</c> and <c>@me</c> stand for.</summary>
/// <param name="Today">The date in the company's time zone.</param>
/// <param name="Me">The current person; null where there is none: then <c>@me</c> is an empty value.</param>
public sealed record ConditionContext(DateOnly Today, Guid? Me);
