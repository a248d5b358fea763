using System.Text.Json.Serialization;
using Forms.Conditions;

namespace Workflows.Definitions;

/// <summary>What the people of a step may do there. An administrator is not bound by it.</summary>
public sealed record StepActions
{
    /// <summary>What holds where a step says nothing.</summary>
    public static StepActions Everyday { get; } = new();

    [JsonPropertyOrder(0)]
    public CommentedAct Reject { get; init; }

    [JsonPropertyOrder(1)]
    public CommentedAct Return { get; init; }

    /// <summary>Where a return may go; the initiator, the step before and any passed step when absent.</summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyList<ReturnTarget>? ReturnTo { get; init; }

    /// <summary>How a return goes on afterwards.</summary>
    [JsonPropertyOrder(3)]
    public ResumeRule Resume { get; init; }

    /// <summary>What a straight return becomes when the record was changed meanwhile.</summary>
    [JsonPropertyOrder(4)]
    public ChangedRule IfChanged { get; init; }

    [JsonPropertyOrder(5)]
    public TransferRule Transfer { get; init; }

    [JsonPropertyOrder(6)]
    public DelegateRule Delegate { get; init; }

    /// <summary>Where signers may be added; everywhere when absent, nowhere when empty.</summary>
    [JsonPropertyOrder(7)]
    public IReadOnlyList<AddedPlace>? AddSigners { get; init; }

    /// <summary>A decision may not be taken back.</summary>
    [JsonPropertyOrder(8)]
    public bool DecisionsStand { get; init; }

    /// <summary>Items may be decided several at once only for records for which this holds; always when absent.</summary>
    [JsonPropertyOrder(9)]
    public Condition? BulkIf { get; init; }

    internal bool Allows(AddedPlace place) => AddSigners is null || AddSigners.Contains(place);

    internal bool Allows(ReturnTarget target) => ReturnTo is null || ReturnTo.Contains(target);
}

/// <summary>Whether an act is here, and whether it needs a comment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommentedAct>))]
public enum CommentedAct
{
    [JsonStringEnumMemberName("withComment")] WithComment,
    [JsonStringEnumMemberName("commentOptional")] CommentOptional,
    [JsonStringEnumMemberName("off")] Off,
}

/// <summary>A place that a return can go to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnTarget>))]
public enum ReturnTarget
{
    [JsonStringEnumMemberName("initiator")] Initiator,
    [JsonStringEnumMemberName("previous")] Previous,
    [JsonStringEnumMemberName("anyPassed")] AnyPassed,
}

/// <summary>How an instance goes on after a return.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResumeRule>))]
public enum ResumeRule
{
    [JsonStringEnumMemberName("signerChooses")] SignerChooses,
    [JsonStringEnumMemberName("straightBack")] StraightBack,
    [JsonStringEnumMemberName("inOrder")] InOrder,
}

/// <summary>What a straight return becomes when the record was changed meanwhile.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangedRule>))]
public enum ChangedRule
{
    /// <summary>Those who signed before keep their word; later signers see the difference.</summary>
    [JsonStringEnumMemberName("keep")] Keep,

    /// <summary>Those who signed before are asked again: the return goes in order.</summary>
    [JsonStringEnumMemberName("askAgain")] AskAgain,
}

/// <summary>Whom a work item may be transferred to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TransferRule>))]
public enum TransferRule
{
    [JsonStringEnumMemberName("anyone")] Anyone,
    [JsonStringEnumMemberName("samePosition")] SamePosition,
    [JsonStringEnumMemberName("off")] Off,
}

/// <summary>What the word of a delegate means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DelegateRule>))]
public enum DelegateRule
{
    /// <summary>It is advice: the item comes back, and its holder decides.</summary>
    [JsonStringEnumMemberName("comesBack")] ComesBack,

    /// <summary>It is the decision.</summary>
    [JsonStringEnumMemberName("decides")] Decides,

    [JsonStringEnumMemberName("off")] Off,
}

/// <summary>Where an added signer stands, seen from the signer who adds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AddedPlace>))]
public enum AddedPlace
{
    /// <summary>The adder's item waits until the added signers have approved (前加签).</summary>
    [JsonStringEnumMemberName("before")] Before,

    /// <summary>Asked once the adder has approved (后加签).</summary>
    [JsonStringEnumMemberName("after")] After,

    /// <summary>Asked at the same time as the adder (并行加签).</summary>
    [JsonStringEnumMemberName("beside")] Beside,
}
