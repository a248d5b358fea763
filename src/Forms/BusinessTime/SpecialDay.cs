namespace Forms.BusinessTime;

/// <summary>A date that differs from the rest of the week: a holiday, or a make-up day.</summary>
/// <param name="Date">In the zone of the calendar.</param>
/// <param name="Label">What it is called, in English: "Spring Festival".</param>
/// <param name="LabelPath">Where its translations are: <c>holidays/china/spring-festival</c>.</param>
/// <param name="IsWorkingDate">True for a make-up day.</param>
public sealed record SpecialDay(DateOnly Date, string Label, string LabelPath, bool IsWorkingDate);
