using System.Text.Json;
using Backoffice.Data.Definitions;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.UpdateRecord;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Does in the transaction what steps do to records: fields of the record itself, records created and updated. What breaks a
/// rule is thrown as <see cref="EffectFailedException"/>; the command is then planned again, and the step is an incident.
/// </summary>
internal sealed class InstanceEffects(PublishedDefinitions definitions, RecordDrafts drafts, RecordWriter writer)
{
    private static readonly Actor Workflow = Actor.System(ChangeSource.Workflow);

    /// <summary>Creates and updates other records.</summary>
    /// <returns>The fields to write into the record itself: what steps set, links to what they made, and the status.</returns>
    internal async Task<IReadOnlyDictionary<string, object?>> ApplyAsync(BackofficeDb db, InstancePlan plan, CancellationToken ct)
    {
        var changes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var happened in plan.Events)
        {
            switch (happened)
            {
                case FieldsSet set:
                    foreach (var (name, json) in set.Values)
                    {
                        changes[name] = Value(plan.Form, name, json, set.ActivityId);
                    }

                    break;
                case RecordEffectRequested effect:
                    await this.ApplyAsync(db, plan, effect, changes, ct);
                    break;
            }
        }

        if (plan.Workflow.Status is { } status && status.ValueFor(plan.State.Status) is { } value && !Equals(plan.Record[status.Field], value))
        {
            changes[status.Field] = value;
        }

        return changes;
    }

    private async Task ApplyAsync(BackofficeDb db, InstancePlan plan, RecordEffectRequested effect, Dictionary<string, object?> changes, CancellationToken ct)
    {
        var activity = plan.Workflow.Activities.First(candidate => candidate.Id == effect.ActivityId);
        try
        {
            var now = plan.Record.Copy();
            foreach (var (name, value) in changes)
            {
                now.Values[name] = value;
            }

            switch (activity)
            {
                case CreateRecordActivity create:
                    var created = drafts.New(definitions.Current.Form(create.Form), Workflow);
                    await this.SaveAsync(db, plan, created, create.Values, create.From, now, create.Id, ct);
                    if (create.Into is { } link)
                    {
                        changes[link] = created.Id;
                    }

                    break;
                case UpdateRecordActivity update when now[update.Link] is Guid id && plan.Form.Field(update.Link) is LinkField to:
                    var linked = await RecordReader.FindAsync(db, to.Form, id, ct) ?? throw RefusalException.NotFound("The linked record");
                    await this.SaveAsync(db, plan, linked.Copy(), update.Values, update.From, now, update.Id, ct);
                    break;
            }
        }
        catch (RefusalException refusal)
        {
            throw new EffectFailedException(effect.ActivityId, refusal);
        }
    }

    private async Task SaveAsync(
        BackofficeDb db,
        InstancePlan plan,
        Record target,
        IReadOnlyDictionary<string, JsonElement>? values,
        IReadOnlyDictionary<string, string>? from,
        Record source,
        string activity,
        CancellationToken ct)
    {
        var form = definitions.Current.Form(target.Form);
        foreach (var (name, json) in values ?? new Dictionary<string, JsonElement>())
        {
            target.Values[name] = Value(form, name, json, activity);
        }

        foreach (var (name, path) in from ?? new Dictionary<string, string>())
        {
            target.Values[name] = await this.SourceAsync(db, plan.Form, source, path, ct);
        }

        var calculated = await drafts.CalculateAsync(form, [target], ct);
        RecordDrafts.Refuse(await drafts.CheckAsync(form, calculated, me: null, ct));
        await writer.SaveAsync(db, Workflow, target.Form, [calculated[0].Record], ct);
    }

    /// <summary>The value of a field, of a field behind one link, or the record itself.</summary>
    private async Task<object?> SourceAsync(BackofficeDb db, FormDefinition form, Record record, string path, CancellationToken ct)
    {
        if (path == "@record")
        {
            return record.Id;
        }

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return record[path];
        }

        return form.Field(path[..dot]) is LinkField link && record[link.Name] is Guid id
            ? (await RecordReader.FindAsync(db, link.Form, id, ct))?[path[(dot + 1)..]]
            : null;
    }

    private static object? Value(FormDefinition form, string name, JsonElement json, string activity)
    {
        var field = form.Field(name) is { } found and not TableField
            ? found
            : throw new EffectFailedException(activity, new RefusalException(RefusalReason.InvalidState, "workflow.field", $"Expected a field of {form.Label}, but found \"{name}\"."));
        var parsed = field.Parse(json);
        List<Problem> problems = [.. parsed.Problem is { } problem ? [problem] : parsed.Value is { } value ? field.Check(value) : []];
        return problems.Count == 0 ? parsed.Value : throw new EffectFailedException(activity, RefusalException.Invalid(problems));
    }
}
