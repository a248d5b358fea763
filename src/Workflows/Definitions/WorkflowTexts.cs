using Forms.Conditions;
using Forms.Definitions;
using Forms.Definitions.Checks;
using Workflows.Activities.Compute;
using Workflows.Activities.Decision;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.Mail;
using Workflows.Activities.Notify;
using Workflows.Activities.Start;
using Workflows.Activities.Switch;

namespace Workflows.Definitions;

/// <summary>The texts of a workflow that people read in their language, and the formulas beside it.</summary>
internal static class WorkflowTexts
{
    public static IEnumerable<LabelUse> Labels(WorkflowDefinition definition)
    {
        var key = $"workflows/{definition.Key}";
        yield return new LabelUse(key, "label");
        foreach (var (index, activity) in definition.Activities.Index())
        {
            yield return new LabelUse($"{key}/activities/{activity.Id}", $"activities[{index}].label");
            foreach (var (label, path) in Labels(activity))
            {
                yield return new LabelUse($"{key}/{label}", $"activities[{index}].{path}");
            }
        }
    }

    public static IEnumerable<FileUse> Files(WorkflowDefinition definition, FormulaNames? names) =>
        from entry in definition.Activities.Index()
        from use in Files(entry.Item, $"activities[{entry.Index}]", names)
        select use;

    private static IEnumerable<(string Label, string Path)> Labels(ActivityDefinition activity) => activity switch
    {
        NotifyActivity => [($"messages/{activity.Id}", "message")],
        MailActivity => [($"mails/{activity.Id}/subject", "subject"), ($"mails/{activity.Id}/text", "text")],
        SwitchActivity choice => choice.Cases.Select((one, index) => ($"activities/{activity.Id}/branches/{one.Name}", $"cases[{index}].label")),
        ForkActivity fork => fork.Branches.Select((one, index) => ($"activities/{activity.Id}/branches/{one.Name}", $"branches[{index}].label")),
        FillInActivity fillIn => (fillIn.Buttons ?? []).Select((one, index) => ($"activities/{activity.Id}/buttons/{one.Name}", $"buttons[{index}].label"))
            .Concat(fillIn.Verb is null ? [] : [($"activities/{activity.Id}/verb", "verb")]),
        _ => [],
    };

    private static IEnumerable<FileUse> Files(ActivityDefinition activity, string path, FormulaNames? names) => activity switch
    {
        StartActivity start => Conditions((start.On ?? []).Select(trigger => trigger.If), $"{path}.on", "if", names),
        DecisionActivity decision => ConditionCheck.Files(decision.Condition, $"{path}.condition", names),
        SwitchActivity choice => Conditions(choice.Cases.Select(one => one.Condition), $"{path}.cases", "condition", names),
        ForkActivity fork => Conditions(fork.Branches.Select(one => one.Condition), $"{path}.branches", "condition", names),
        ComputeActivity compute => [new FileUse(compute.Formula, $"{path}.formula") { Reads = names }],
        NotifyActivity notify => Rules(notify.To, $"{path}.to", names),
        MailActivity mail => Rules(mail.To, $"{path}.to", names),
        PersonStepActivity step =>
        [
            .. Rules(step.Signers, $"{path}.signers", names),
            .. step.Actions?.BulkIf is { } bulk ? ConditionCheck.Files(bulk, $"{path}.actions.bulkIf", names) : [],
            .. (step.Deadline?.Tiers ?? []).SelectMany((tier, index) => Rules(tier.To, $"{path}.deadline.tiers[{index}].to", names)),
        ],
        _ => [],
    };

    private static IEnumerable<FileUse> Conditions(IEnumerable<Condition?> conditions, string path, string member, FormulaNames? names) =>
        conditions.SelectMany((condition, index) => condition is null ? [] : ConditionCheck.Files(condition, $"{path}[{index}].{member}", names));

    private static IEnumerable<FileUse> Rules(IReadOnlyList<SignerRule>? rules, string path, FormulaNames? names) =>
        (rules ?? []).SelectMany((rule, index) => rule is FormulaRule formula ? [new FileUse(formula.Formula, $"{path}[{index}].formula") { Reads = names }] : Array.Empty<FileUse>());
}
