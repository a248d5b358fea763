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

/// <summary>Does the condition hold for the record?</summary>
public sealed record ConditionQuestion(string ActivityId, Condition Condition) : Question(ActivityId)
{
    public override string Key => $"condition:{ActivityId}";
}

/// <summary>A question answered by people, in order; an empty list means that nobody was found.</summary>
public abstract record PeopleQuestion(string ActivityId) : Question(ActivityId);

/// <summary>Whom do these rules find, rule by rule, for the approval?</summary>
public sealed record SignersQuestion(string ActivityId, IReadOnlyList<SignerRule> Rules) : PeopleQuestion(ActivityId)
{
    public override string Key => $"signers:{ActivityId}";
}

/// <summary>Whom do these rules find for the notification?</summary>
public sealed record RecipientsQuestion(string ActivityId, IReadOnlyList<SignerRule> Rules) : PeopleQuestion(ActivityId)
{
    public override string Key => $"recipients:{ActivityId}";
}

/// <summary>Who is the direct manager of this person? The first one found counts.</summary>
public sealed record ManagerQuestion(string ActivityId, Guid Person) : PeopleQuestion(ActivityId)
{
    public override string Key => $"manager:{ActivityId}";
}

/// <summary>Which administrator signs, as the rules of the step found nobody? The first one found counts.</summary>
public sealed record AdministratorQuestion(string ActivityId) : PeopleQuestion(ActivityId)
{
    public override string Key => $"administrator:{ActivityId}";
}
