using System.Text.Json.Serialization;
using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;

namespace Workflows.Definitions;

/// <summary>
/// One step of a workflow. Each kind is a record of settings in its own folder under <c>Activities/</c>; the kinds are
/// listed here by hand, for files, and in <see cref="Activities.ActivityKinds"/>, for running.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StartActivity), "start")]
[JsonDerivedType(typeof(DecisionActivity), "decision")]
[JsonDerivedType(typeof(ApprovalActivity), "approval")]
[JsonDerivedType(typeof(SetFieldActivity), "setField")]
[JsonDerivedType(typeof(NotifyActivity), "notify")]
[JsonDerivedType(typeof(EndActivity), "end")]
public abstract record ActivityDefinition
{
    /// <summary>Stable within the workflow; a rename changes the label, never the id.</summary>
    [JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    [JsonPropertyOrder(-1)]
    public required string Label { get; init; }
}
