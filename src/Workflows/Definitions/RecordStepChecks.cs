using Forms.Definitions;
using Forms.Fields;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.UpdateRecord;

namespace Workflows.Definitions;

/// <summary>Steps that reach other records: their forms, links, fields and workflows exist and fit together.</summary>
internal static class RecordStepChecks
{
    /// <summary>Stands for the record itself where a value is taken over.</summary>
    internal const string Self = "@record";

    internal static void Check(CreateRecordActivity create, FormDefinition form, DefinitionContext context)
    {
        if (context.Need<FormDefinition>(create.Form, "form", "form") is not { } target)
        {
            return;
        }

        FieldNameChecks.Values(create.Values, target, context);
        CheckFrom(create.From, target, form, context);
        if (create.Into is { } into && NeedLink(into, "into", form, context) is { } link && link.Form != target.Key)
        {
            context.Error("into", "workflow.link", $"{link.Label} leads to {link.Form}, not to {target.Key}.");
        }
    }

    internal static void Check(UpdateRecordActivity update, FormDefinition form, DefinitionContext context)
    {
        if (NeedLink(update.Link, "link", form, context) is { } link && context.Need<FormDefinition>(link.Form, "link", "form") is { } target)
        {
            FieldNameChecks.Values(update.Values, target, context);
            CheckFrom(update.From, target, form, context);
        }
    }

    internal static void Check(SubWorkflowActivity sub, FormDefinition form, DefinitionContext context)
    {
        var workflow = context.Need<WorkflowDefinition>(sub.Workflow, "workflow", "workflow");
        var path = sub.Link is null ? "each" : "link";
        var link = sub.Link is { } name ? NeedLink(name, path, form, context) : sub.Each is { } each ? NeedColumn(each, path, form, context) : null;
        if (workflow is not null && link is not null && link.Form != workflow.Form)
        {
            context.Error(path, "workflow.link", $"{link.Label} leads to {link.Form}, but {workflow.Label} runs on {workflow.Form}.");
        }
    }

    private static void CheckFrom(IReadOnlyDictionary<string, string>? from, FormDefinition target, FormDefinition form, DefinitionContext context)
    {
        foreach (var (name, source) in from ?? new Dictionary<string, string>())
        {
            var path = $"from.{name}";
            var field = FieldNameChecks.Writable(name, path, target, context);
            if (source != Self)
            {
                FieldNameChecks.Path(source, path, form, context);
            }
            else if (field is not null && (field is not LinkField link || link.Form != form.Key))
            {
                context.Error(path, "workflow.link", $"{field.Label} does not lead to {form.Key}: the record itself cannot stand there.");
            }
        }
    }

    private static LinkField? NeedLink(string name, string path, FormDefinition form, DefinitionContext context) =>
        context.NeedOneOf(name, form.Fields.OfType<LinkField>().Select(field => field.Name), path, "link field") ? (LinkField)form.Field(name)! : null;

    /// <summary>A link in a column of a sub-table: <c>lines.product</c>.</summary>
    private static LinkField? NeedColumn(string name, string path, FormDefinition form, DefinitionContext context)
    {
        var columns = form.Fields.OfType<TableField>()
            .SelectMany(table => table.Columns.OfType<LinkField>().Select(column => (Path: $"{table.Name}.{column.Name}", Column: column)))
            .ToList();
        return context.NeedOneOf(name, columns.Select(column => column.Path), path, "link in a sub-table") ? columns.First(column => column.Path == name).Column : null;
    }
}
