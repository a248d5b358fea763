using System.Text.Json;
using Forms.Conditions;
using Workflows.Activities.Approval;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
using Workflows.Activities.Mail;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Switch;
using Workflows.Activities.UpdateRecord;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using static Workflows.Tests.Playing.Draw;

namespace Workflows.Tests.Compiler;

/// <summary>What is wrong with the settings of single steps is said at its place.</summary>
public class StepCheckTests
{
    private static readonly Dictionary<string, JsonElement> OneValue = new() { ["a"] = JsonSerializer.SerializeToElement(1) };

    /// <summary>A step, the place within it, and the code.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> Cases() => Steps.Select(step => new TheoryDataRow<string, string, string>(step.Name, step.Path, step.Code));

    private static readonly (string Name, ActivityDefinition Step, string Path, string Code)[] Steps =
    [
        ("no length", Late(""), ".deadline.after", "workflow.duration"),
        ("length without unit", Late("5"), ".deadline.after", "workflow.duration"),
        ("no time at all", Late("0bd"), ".deadline.after", "workflow.duration"),
        ("negative length", Late("-2bd"), ".deadline.after", "workflow.duration"),
        ("tier with an unknown unit", Late("2bd", Tier(TierAct.Remind, TierMoment.Before, "2x")), ".deadline.tiers[0].by", "workflow.duration"),
        ("before what", Late("2bd", Tier(TierAct.Remind, TierMoment.Before)), ".deadline.tiers[0].by", "workflow.tier"),
        ("people of a reminder", Late("2bd", Tier(TierAct.Remind) with { To = AnyRule }), ".deadline.tiers[0].to", "workflow.tier"),
        ("nobody to tell", Late("2bd", Tier(TierAct.Tell) with { To = [] }), ".deadline.tiers[0].to", "workflow.no-recipients"),
        ("too many tiers", Late("2bd", [.. Enumerable.Repeat(Tier(TierAct.Remind), 21)]), ".deadline.tiers", "workflow.tiers"),
        ("task that rejects itself", FillIn("x") with { Deadline = Deadline("2bd", Tier(TierAct.Reject)) }, ".deadline.tiers[0].act", "workflow.tier"),
        ("task without anybody rejected", FillIn("x") with { IfNoSigner = NoSignerPolicy.Reject }, ".ifNoSigner", "workflow.no-signer-policy"),
        ("no stand-in", Approval("x") with { IfNoSigner = NoSignerPolicy.Person }, ".standIn", "workflow.no-stand-in"),
        ("share of a step without vote", Approval("x") with { Share = 0.5m }, ".share", "workflow.share"),
        ("share above one", Approval("x", SignMode.Vote) with { Share = 1.1m }, ".share", "workflow.share"),
        ("no signers", Signed(), ".signers", "workflow.no-signers"),
        ("no person", Signed(new PersonRule { Person = " " }), ".signers[0].person", "workflow.signer-rule"),
        ("no unit", Signed(new UnitRule { Unit = "" }), ".signers[0].unit", "workflow.signer-rule"),
        ("no formula of signers", Signed(new FormulaRule { Formula = "" }), ".signers[0].formula", "workflow.signer-rule"),
        ("nobody to choose", Signed(new ChosenRule { Most = 0 }), ".signers[0].most", "workflow.signer-rule"),
        ("chosen twice", Signed(new ChosenRule(), new ChosenRule()), ".signers", "workflow.chosen-twice"),
        ("weightless", Signed(new RoleRule { Role = "legal", Weight = 0 }), ".signers[0].weight", "workflow.signer-rule"),
        ("no level", Signed(new ManagerRule { Of = "initiator", Levels = 0 }), ".signers[0].levels", "workflow.signer-rule"),
        ("chosen recipients", Notify("x") with { To = [new ChosenRule()] }, ".to[0]", "workflow.signer-rule"),
        ("button of a reserved name", FillIn("x", "done"), ".buttons[0].name", "workflow.branch-name"),
        ("button without words", FillIn("x") with { Buttons = [new FillInButton { Name = "ok", Label = " " }] }, ".buttons[0].label", "workflow.text-missing"),
        ("case twice", Switch("x", "one", "one"), ".cases[1].name", "workflow.branch-name"),
        ("no case", new SwitchActivity { Id = "x", Label = "X", Cases = [] }, ".cases", "workflow.no-cases"),
        ("one branch", Fork("x", "only"), ".branches", "workflow.few-branches"),
        ("branch of a reserved name", Fork("x", "one", "none"), ".branches[1].name", "workflow.branch-name"),
        ("how many", Join("x", JoinMode.Count), ".count", "workflow.join-count"),
        ("none of them", Join("x", JoinMode.Count, 0), ".count", "workflow.join-count"),
        ("number of all", Join("x", JoinMode.All, 2), ".count", "workflow.join-count"),
        ("waits for nothing", new WaitActivity { Id = "x", Label = "X" }, "", "workflow.waits-for-nothing"),
        ("waits for a blank event", WaitForEvent("x") with { Event = " " }, ".event", "workflow.text-missing"),
        ("waits backwards", WaitFor("x", "-2bd"), ".after", "workflow.duration"),
        ("relative address", Call("x") with { Url = "/hook" }, ".url", "workflow.url"),
        ("address of a file", Call("x") with { Url = "file:///etc/passwd" }, ".url", "workflow.url"),
        ("unknown method", Call("x") with { Method = "BREW" }, ".method", "workflow.method"),
        ("mail to nobody", new MailActivity { Id = "x", Label = "X", Subject = "s", Text = "t" }, ".to", "workflow.no-recipients"),
        ("mail without subject", new MailActivity { Id = "x", Label = "X", To = AnyRule, Subject = "", Text = "t" }, ".subject", "workflow.text-missing"),
        ("sub-workflow on nothing", new SubWorkflowActivity { Id = "x", Label = "X", Workflow = "other" }, "", "workflow.sub-workflow"),
        ("sub-workflow on two things", new SubWorkflowActivity { Id = "x", Label = "X", Workflow = "other", Link = "a", Each = "b.c" }, "", "workflow.sub-workflow"),
        ("record of no form", new CreateRecordActivity { Id = "x", Label = "X", Form = "", Values = OneValue }, ".form", "workflow.text-missing"),
        ("record without values", new CreateRecordActivity { Id = "x", Label = "X", Form = "order" }, ".values", "workflow.no-values"),
        ("update without values", new UpdateRecordActivity { Id = "x", Label = "X", Link = "customer" }, ".values", "workflow.no-values"),
        ("computed into nothing", Compute("x") with { Into = "" }, ".into", "workflow.text-missing"),
        ("starts without a time", On(new StartTrigger { By = StartTriggerKind.Schedule }), ".on[0].cron", "workflow.no-cron"),
        ("time of a start by hand", On(new StartTrigger { By = StartTriggerKind.Hand, Cron = "0 0 8 * * ?" }), ".on[0].cron", "workflow.cron"),
        ("fields of a start by hand", On(new StartTrigger { By = StartTriggerKind.Hand, Fields = ["a"] }), ".on[0].fields", "workflow.trigger-fields"),
        ("urged backwards", Start("x") with { UrgeEvery = "-1bh" }, ".urgeEvery", "workflow.duration"),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_said_at_its_place(string name, string path, string code)
    {
        var step = Steps.Single(one => one.Name == name).Step;
        var definition = Workflow([step], []);

        var found = WorkflowCompiler.Compile(definition).Problems.Select(problem => (problem.Path, problem.Code));

        Assert.Contains(($"activities[0]{path}", code), found);
    }

    /// <summary>Sound steps of all kinds have none of these problems.</summary>
    [Fact]
    public void Sound_settings_are_not_complained_about()
    {
        ActivityDefinition[] sound =
        [
            Late("2bd", Tier(TierAct.Remind, TierMoment.Before, "4bh"), Tier(TierAct.Tell) with { To = AnyRule }, Tier(TierAct.Reassign, TierMoment.Late, "1bd"), Tier(TierAct.Reject, TierMoment.Opened, "2w")) with { Id = "late" },
            Approval("v", SignMode.Vote) with { Share = 1 },
            Signed(new ChosenRule { Role = "legal", Most = 3 }, new UnitRule { Unit = "east" }, new FormulaRule { Formula = "who.signers.js" }) with { Id = "signed" },
            FillIn("f", "yes", "no"),
            Switch("s", "one"),
            new ForkActivity { Id = "k", Label = "K", Branches = [new ForkBranch { Name = "a", Label = "A" }, new ForkBranch { Name = "b", Label = "B", Condition = new Condition { Field = "x" } }] },
            Join("j", JoinMode.Count, 2),
            WaitFor("w", "-2bd") with { Until = "expires" },
            Call("c") with { Url = "https://example.org/{number}?x={type}", Method = "PUT" },
            On(new StartTrigger { By = StartTriggerKind.Schedule, Cron = "0 0 8 * * ?" }, new StartTrigger { By = StartTriggerKind.Changed, Fields = ["a"] }) with { Id = "submit" },
        ];

        var problems = WorkflowCompiler.Compile(Workflow(sound, [])).Problems;

        Assert.DoesNotContain(problems, problem => problem.Path.Contains('.', StringComparison.Ordinal));
    }

    private static ApprovalActivity Late(string after, params DeadlineTier[] tiers) => Approval("x") with { Deadline = Deadline(after, tiers) };

    private static ApprovalActivity Signed(params SignerRule[] rules) => Approval("x") with { Signers = rules };

    private static StartActivity On(params StartTrigger[] triggers) => Start("x") with { On = triggers };
}
