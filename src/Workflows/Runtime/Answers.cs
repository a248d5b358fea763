using System.Collections.Immutable;

namespace Workflows.Runtime;

/// <summary>
/// What the shell has found out for one command (or one drawing of a path), by <see cref="Question.Key"/>. Immutable.
/// Start from <see cref="None"/> or <see cref="From"/> for every command: answers hold for the record as it was when they were given.
/// </summary>
public sealed class Answers
{
    private readonly ImmutableDictionary<string, object> _known;
    private readonly Func<Question, object?>? _source;

    private Answers(ImmutableDictionary<string, object> known, Func<Question, object?>? source) => (_known, _source) = (known, source);

    public static Answers None { get; } = new(ImmutableDictionary.Create<string, object>(StringComparer.Ordinal), null);

    /// <summary>
    /// Answers what can be answered at once (conditions built without code, people of the directory, business time), so
    /// that the engine stops only for what takes a formula worker. Null means that it takes longer: the engine asks.
    /// </summary>
    /// <param name="source">Gives a value of the question's answer type, or an <see cref="AnswerFailure"/>; the same one for the same question.</param>
    public static Answers From(Func<Question, object?> source) => new(None._known, source);

    /// <summary>These answers and one more; an earlier answer to the same question is replaced.</summary>
    public Answers With<TAnswer>(Question<TAnswer> question, TAnswer answer)
        where TAnswer : notnull => new(_known.SetItem(question.Key, answer), _source);

    /// <summary>These answers, and the news that one cannot be had: the step that asked becomes an incident.</summary>
    public Answers WithFailure(Question question, AnswerFailure failure) => new(_known.SetItem(question.Key, failure), _source);

    /// <summary>Why the effect of a step cannot be done; null as long as nobody has found out that it cannot.</summary>
    internal AnswerFailure? FailureOfEffect(string activityId) =>
        _known.Count > 0 ? _known.GetValueOrDefault(EffectQuestion.KeyOf(activityId)) as AnswerFailure : null;

    /// <summary>The answer, an <see cref="AnswerFailure"/>, or null when it is not known.</summary>
    internal object? To(Question question) =>
        _known.Count > 0 && _known.TryGetValue(question.Key, out var known) ? known : _source?.Invoke(question);
}

/// <summary>Why a question has no answer.</summary>
/// <param name="Code">Stable, for programs: <c>formula.failed</c>.</param>
/// <param name="Message">What was expected and what was found, in English.</param>
public sealed record AnswerFailure(string Code, string Message);
