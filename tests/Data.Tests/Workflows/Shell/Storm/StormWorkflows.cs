using Forms.Definitions;
using Workflows.Activities.Approval;
using Workflows.Activities.Mail;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Wait;
using Workflows.Definitions;

namespace Data.Tests.Workflows.Shell.Storm;

/// <summary>A workflow with all that must not be lost or repeated: deadlines, mails, an event, a sub-workflow, several signers.</summary>
internal static class StormWorkflows
{
    internal const string Event = "paid";

    internal static IDefinition[] All =>
    [
        Flow.Line(
            "storm",
            Flow.Approval("first", "gao", "chen") with { Deadline = Ladder("4bh") },
            Mail("first-mail", "{title} was approved"),
            new WaitActivity { Id = "payment", Label = "Payment", Event = Event, After = "2bh" },
            new SubWorkflowActivity { Id = "partner", Label = "Partner", Workflow = "storm-partner", Link = "partner" },
            Flow.Approval("last", "hu", "wang", "gao") with { Mode = SignMode.Vote, Deadline = Ladder("2bh") },
            Mail("last-mail", "{title} is done"))
            .With([], ("payment", Outcomes.Timeout, "partner")),
        Flow.On(ShellCompany.Partner, "storm-partner", Flow.StartedBy(StartTriggerKind.Call), Flow.Approval("check", "hu") with { Deadline = Ladder("1bh") }),
    ];

    private static DeadlineSettings Ladder(string after) => new()
    {
        After = after,
        Tiers = [new DeadlineTier { When = TierMoment.Before, By = "30bm", Act = TierAct.Remind }, new DeadlineTier { Act = TierAct.Tell }, new DeadlineTier { By = "1bh", Act = TierAct.Approve }],
    };

    private static MailActivity Mail(string id, string subject) =>
        new() { Id = id, Label = id, To = [new PersonRule { Person = "gao" }], Subject = subject, Text = "{title}" };
}
