using System.Collections.Immutable;

namespace Workflows.Runtime;

/// <summary>
/// What the shell has found out for one command (or one drawing of a path), by <see cref="Question.Key"/>. Immutable.
/// Start from <see cref="None"/> for every command: answers hold for the record as it was when they were given.
/// </summary>
public sealed class Answers
{
    private readonly ImmutableDictionary<string, bool> _conditions;
    private readonly ImmutableDictionary<string, IReadOnlyList<Signer>> _people;

    private Answers(ImmutableDictionary<string, bool> conditions, ImmutableDictionary<string, IReadOnlyList<Signer>> people) =>
        (_conditions, _people) = (conditions, people);

    public static Answers None { get; } = new(
        ImmutableDictionary.Create<string, bool>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, IReadOnlyList<Signer>>(StringComparer.Ordinal));

    /// <summary>These answers and one more; an earlier answer to the same question is replaced.</summary>
    public Answers With(ConditionQuestion question, bool holds) => new(_conditions.SetItem(question.Key, holds), _people);

    /// <inheritdoc cref="With(ConditionQuestion, bool)"/>
    public Answers With(PeopleQuestion question, IReadOnlyList<Signer> people) =>
        new(_conditions, _people.SetItem(question.Key, [.. people]));

    internal bool? To(ConditionQuestion question) => _conditions.TryGetValue(question.Key, out var holds) ? holds : null;

    internal IReadOnlyList<Signer>? To(PeopleQuestion question) => _people.GetValueOrDefault(question.Key);
}
