using System.Text.Json.Serialization;
using Workflows.Activities.Approval;
using Workflows.Activities.Compute;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.HttpCall;
using Workflows.Activities.Join;
using Workflows.Activities.Mail;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Switch;
using Workflows.Activities.UpdateRecord;
using Workflows.Activities.Wait;

namespace Workflows.Definitions;

/// <summary>
/// One step of a workflow. Each kind is a record of settings in its own folder under <c>Activities/</c>; the kinds are
/// listed here by hand, for files, and in <see cref="Activities.ActivityKinds"/>, for running.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StartActivity), "start")]
[JsonDerivedType(typeof(DecisionActivity), "decision")]
[JsonDerivedType(typeof(SwitchActivity), "switch")]
[JsonDerivedType(typeof(ForkActivity), "fork")]
[JsonDerivedType(typeof(JoinActivity), "join")]
[JsonDerivedType(typeof(ApprovalActivity), "approval")]
[JsonDerivedType(typeof(FillInActivity), "fillIn")]
[JsonDerivedType(typeof(NotifyActivity), "notify")]
[JsonDerivedType(typeof(MailActivity), "mail")]
[JsonDerivedType(typeof(SetFieldActivity), "setField")]
[JsonDerivedType(typeof(ComputeActivity), "compute")]
[JsonDerivedType(typeof(CreateRecordActivity), "createRecord")]
[JsonDerivedType(typeof(UpdateRecordActivity), "updateRecord")]
[JsonDerivedType(typeof(WaitActivity), "wait")]
[JsonDerivedType(typeof(SubWorkflowActivity), "subWorkflow")]
[JsonDerivedType(typeof(HttpCallActivity), "httpCall")]
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
