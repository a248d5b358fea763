using System.Text.Json;
using Forms.Conditions;
using Workflows.Definitions;

namespace Workflows.Runtime;

/// <summary>
/// Something the engine must know and may not look up itself. The same command on the same state asks the same
/// questions with the same keys.
/// </summary>
public abstract record Question(string ActivityId)
{
    /// <summary>Names the question in <see cref="Answers"/>: its kind and the activity, <c>condition:over-limit</c>.</summary>
    public abstract string Key { get; }

    /// <summary>
    /// Values that steps before this one have set in the same command and that are not in the record yet. The shell
    /// lays them over the record before it answers.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> FieldsSet { get; init; } = NoFields;

    private static readonly IReadOnlyDictionary<string, JsonElement> NoFields = new Dictionary<string, JsonElement>();
}

/// <summary>A question with answers of one type.</summary>
public abstract record Question<TAnswer>(string ActivityId) : Question(ActivityId)
    where TAnswer : notnull;

/// <summary>Does the condition hold for the record?</summary>
/// <param name="Case">Name of the case or branch; null for a decision.</param>
public sealed record ConditionQuestion(string ActivityId, Condition Condition, string? Case = null) : Question<bool>(ActivityId)
{
    public override string Key => Case is null ? $"condition:{ActivityId}" : $"condition:{ActivityId}/{Case}";
}

/// <summary>What does the formula give? The value as JSON, ready to be written into <paramref name="Into"/>.</summary>
public sealed record FormulaQuestion(string ActivityId, string Formula, string Into) : Question<JsonElement>(ActivityId)
{
    public override string Key => $"formula:{ActivityId}";
}

/// <summary>A question answered by people, in order; an empty list means that nobody was found.</summary>
public abstract record PeopleQuestion(string ActivityId) : Question<IReadOnlyList<Signer>>(ActivityId);

/// <summary>Whom do these rules find, rule by rule, for the step?</summary>
public sealed record SignersQuestion(string ActivityId, IReadOnlyList<SignerRule> Rules) : PeopleQuestion(ActivityId)
{
    /// <summary>Whom the initiator has chosen for the step.</summary>
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    public override string Key => $"signers:{ActivityId}";
}

/// <summary>Whom do these rules find for the notification, the mail or the tier of a deadline?</summary>
/// <param name="Tier">Index of the tier; null for the activity itself.</param>
public sealed record RecipientsQuestion(string ActivityId, IReadOnlyList<SignerRule> Rules, int? Tier = null) : PeopleQuestion(ActivityId)
{
    public override string Key => Tier is null ? $"recipients:{ActivityId}" : $"recipients:{ActivityId}/{Tier}";
}

/// <summary>Who is the direct manager of this person? The first one found counts.</summary>
public sealed record ManagerQuestion(string ActivityId, Guid Person) : PeopleQuestion(ActivityId)
{
    public override string Key => $"manager:{ActivityId}/{Person:N}";
}

/// <summary>Is this person, by key, with the company? One person, or nobody.</summary>
public sealed record StandInQuestion(string ActivityId, string Person) : PeopleQuestion(ActivityId)
{
    public override string Key => $"stand-in:{ActivityId}";
}

/// <summary>Which administrator signs, as the rules of the step found nobody? The first one found counts.</summary>
public sealed record AdministratorQuestion(string ActivityId) : PeopleQuestion(ActivityId)
{
    public override string Key => $"administrator:{ActivityId}";
}

/// <summary>May <paramref name="Person"/> act for <paramref name="Holder"/> by a standing delegation?</summary>
public sealed record ProxyQuestion(string ActivityId, Guid Holder, Guid Person) : Question<bool>(ActivityId)
{
    public override string Key => $"proxy:{Holder:N}/{Person:N}";
}

/// <summary>Is <paramref name="To"/> with the company, and, if <paramref name="SamePositionAs"/> is given, of a position that this person holds, too?</summary>
public sealed record CandidateQuestion(string ActivityId, Guid To, Guid? SamePositionAs) : Question<bool>(ActivityId)
{
    public override string Key => $"candidate:{To:N}/{SamePositionAs:N}";
}

/// <summary>When is it <paramref name="Length"/> after a moment, in business time?</summary>
/// <param name="Length">A business duration; with a leading minus before the moment.</param>
/// <param name="Calendar">Key of a calendar; the one of <paramref name="Person"/>'s unit when null.</param>
public sealed record DueQuestion(string ActivityId, DateTimeOffset From, string Length, string? Calendar, Guid Person) : Question<DateTimeOffset>(ActivityId)
{
    public override string Key => $"due:{Calendar}/{Person:N}/{From.UtcTicks}/{Length}";
}

/// <summary>When is a due moment now, if its clock stood still from one moment to another?</summary>
public sealed record ShiftQuestion(string ActivityId, DateTimeOffset DueAt, DateTimeOffset StoppedAt, DateTimeOffset RunsAt, string? Calendar, Guid Person)
    : Question<DateTimeOffset>(ActivityId)
{
    public override string Key => $"shift:{Calendar}/{Person:N}/{DueAt.UtcTicks}/{StoppedAt.UtcTicks}/{RunsAt.UtcTicks}";
}

/// <summary>
/// Until when does a wait for a moment last: the date of <paramref name="Until"/> (or now) and <paramref name="After"/> behind
/// it? Not later than now for an empty date.
/// </summary>
public sealed record MomentQuestion(string ActivityId, string? Until, string? After, string? Calendar, Guid Person) : Question<DateTimeOffset>(ActivityId)
{
    public override string Key => $"moment:{ActivityId}";
}

/// <summary>On which records does a sub-workflow run?</summary>
/// <param name="Path">A link field, or a path to one in a sub-table.</param>
public sealed record ChildrenQuestion(string ActivityId, string Path) : Question<IReadOnlyList<ChildRecord>>(ActivityId)
{
    public override string Key => $"children:{ActivityId}";
}

/// <summary>A record that a sub-workflow runs on.</summary>
public sealed record ChildRecord(string Form, Guid Id);

/// <summary>
/// Can the effect of this step be done in the transaction: a record created or updated? Asked of nobody: it is yes
/// unless the shell has tried to commit, failed, and handles the command again with <see cref="Answers.WithFailure"/>.
/// </summary>
public sealed record EffectQuestion(string ActivityId) : Question<bool>(ActivityId)
{
    public override string Key => KeyOf(ActivityId);

    internal static string KeyOf(string activityId) => $"effect:{activityId}";
}
