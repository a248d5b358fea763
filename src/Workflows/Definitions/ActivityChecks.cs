using Forms.Conditions;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Definitions.Checks;
using Forms.Fields;
using Workflows.Activities.Compute;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.Decision;
using Workflows.Activities.Fork;
using Workflows.Activities.HttpCall;
using Workflows.Activities.Mail;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Switch;
using Workflows.Activities.UpdateRecord;
using Workflows.Activities.Wait;

namespace Workflows.Definitions;

/// <summary>What activities name in forms, calendars, other workflows and the directory exists.</summary>
internal static class ActivityChecks
{
    internal static void Check(WorkflowDefinition definition, FormDefinition form, DefinitionContext context)
    {
        NeedCalendar(definition.Calendar, context);
        foreach (var (index, activity) in definition.Activities.Index())
        {
            var at = context.At($"activities[{index}]");
            switch (activity)
            {
                case StartActivity start:
                    CheckTriggers(start, form, at);
                    break;
                case PersonStepActivity step:
                    PersonStepNameChecks.Check(step, form, at);
                    break;
                case NotifyActivity notify:
                    SignerNameChecks.Check(notify.To, "to", form, at);
                    FieldNameChecks.Placeholders(notify.Message, "message", form, at);
                    break;
                case MailActivity mail:
                    SignerNameChecks.Check(mail.To ?? [], "to", form, at);
                    FieldNameChecks.Paths(mail.Addresses, "addresses", form, at);
                    FieldNameChecks.Placeholders(mail.Subject, "subject", form, at);
                    FieldNameChecks.Placeholders(mail.Text, "text", form, at);
                    break;
                case DecisionActivity decision:
                    ConditionCheck.Check(decision.Condition, form, at.At("condition"));
                    break;
                case SwitchActivity choice:
                    CheckConditions([.. choice.Cases.Select(one => (Condition?)one.Condition)], "cases", form, at);
                    break;
                case ForkActivity fork:
                    CheckConditions([.. fork.Branches.Select(one => one.Condition)], "branches", form, at);
                    break;
                case SetFieldActivity set:
                    FieldNameChecks.Values(set.Values, form, at);
                    break;
                case ComputeActivity compute:
                    FieldNameChecks.Writable(compute.Into, "into", form, at);
                    break;
                case CreateRecordActivity create:
                    RecordStepChecks.Check(create, form, at);
                    break;
                case UpdateRecordActivity update:
                    RecordStepChecks.Check(update, form, at);
                    break;
                case SubWorkflowActivity sub:
                    RecordStepChecks.Check(sub, form, at);
                    break;
                case HttpCallActivity call:
                    CheckCall(call, form, at);
                    break;
                case WaitActivity wait:
                    CheckWait(wait, form, at);
                    break;
            }
        }
    }

    internal static void NeedCalendar(string? key, DefinitionContext context)
    {
        if (key is not null)
        {
            context.Need<CalendarDefinition>(key, "calendar", "calendar");
        }
    }

    private static void CheckTriggers(StartActivity start, FormDefinition form, DefinitionContext context)
    {
        foreach (var (index, trigger) in (start.On ?? []).Index())
        {
            FieldNameChecks.Fields(trigger.Fields, $"on[{index}].fields", form, context);
        }

        CheckConditions([.. (start.On ?? []).Select(trigger => trigger.If)], "on", form, context, "if");
    }

    private static void CheckConditions(IReadOnlyList<Condition?> conditions, string path, FormDefinition form, DefinitionContext context, string member = "condition")
    {
        foreach (var (index, condition) in conditions.Index())
        {
            if (condition is not null)
            {
                ConditionCheck.Check(condition, form, context.At($"{path}[{index}].{member}"));
            }
        }
    }

    private static void CheckCall(HttpCallActivity call, FormDefinition form, DefinitionContext context)
    {
        FieldNameChecks.Placeholders(call.Url, "url", form, context);
        FieldNameChecks.Fields(call.Body, "body", form, context);
        foreach (var name in call.Into?.Keys ?? [])
        {
            FieldNameChecks.Writable(name, $"into.{name}", form, context);
        }
    }

    private static void CheckWait(WaitActivity wait, FormDefinition form, DefinitionContext context)
    {
        NeedCalendar(wait.Calendar, context);
        if (wait.Until is { } until)
        {
            context.NeedOneOf(until, form.Fields.OfType<DateField>().Select(field => field.Name), "until", "date field");
        }
    }
}
