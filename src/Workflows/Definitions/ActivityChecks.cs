using System.Text.RegularExpressions;
using Forms.Definitions;
using Forms.Definitions.Checks;
using Forms.Fields;
using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;

namespace Workflows.Definitions;

/// <summary>What activities name in the form and in the directory exists.</summary>
internal static partial class ActivityChecks
{
    internal static void Check(WorkflowDefinition definition, FormDefinition form, DefinitionContext context)
    {
        foreach (var (index, activity) in definition.Activities.Index())
        {
            var at = context.At($"activities[{index}]");
            switch (activity)
            {
                case ApprovalActivity approval:
                    SignerNameChecks.Check(approval.Signers, "signers", form, at);
                    break;
                case NotifyActivity notify:
                    SignerNameChecks.Check(notify.To, "to", form, at);
                    CheckPlaceholders(notify.Message, "message", form, at);
                    break;
                case DecisionActivity decision:
                    ConditionCheck.Check(decision.Condition, form, at.At("condition"));
                    break;
                case SetFieldActivity set:
                    CheckValues(set, form, at);
                    break;
            }
        }
    }

    private static void CheckValues(SetFieldActivity activity, FormDefinition form, DefinitionContext context)
    {
        foreach (var (name, value) in activity.Values)
        {
            var path = $"values.{name}";
            if (!context.NeedOneOf(name, form.Fields.Select(field => field.Name), path, "field"))
            {
                continue;
            }

            var field = form.Field(name)!;
            if (field.IsComputed || field is AutoNumberField or TableField or FileField)
            {
                context.Error(path, "workflow.set-field", $"{field.Label} gets its value by itself; a workflow cannot write it.");
            }
            else
            {
                FieldValueCheck.Check(value, field, path, context);
            }
        }
    }

    private static void CheckPlaceholders(string? text, string path, FormDefinition form, DefinitionContext context)
    {
        foreach (var match in Placeholder().Matches(text ?? string.Empty).Cast<Match>())
        {
            context.NeedOneOf(match.Groups[1].Value, form.Fields.Select(field => field.Name), path, "field");
        }
    }

    [GeneratedRegex("\\{([^{}]*)\\}")]
    private static partial Regex Placeholder();
}
