using Forms.Definitions;
using Forms.Fields;

namespace Workflows.Definitions;

/// <summary>The field that mirrors the instance is a choice, and the values written into it are its own.</summary>
internal static class StatusChecks
{
    internal static void Check(WorkflowDefinition definition, FormDefinition form, DefinitionContext context)
    {
        if (definition.Status is not { } status)
        {
            return;
        }

        var choices = form.Fields.OfType<ChoiceField>().ToList();
        if (!context.NeedOneOf(status.Field, choices.Select(choice => choice.Name), "status.field", "choice field"))
        {
            return;
        }

        var values = choices.First(choice => choice.Name == status.Field).Choices.Select(choice => choice.Value).ToList();
        Need(status.InApproval, "inApproval");
        Need(status.Returned, "returned");
        Need(status.Rejected, "rejected");
        Need(status.Approved, "approved");
        Need(status.Withdrawn, "withdrawn");

        void Need(string? value, string place)
        {
            if (value is not null)
            {
                context.NeedOneOf(value, values, $"status.{place}", $"choice of {status.Field}");
            }
        }
    }
}
