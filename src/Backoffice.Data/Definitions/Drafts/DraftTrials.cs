using System.Text.Json;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Forms.BusinessTime;
using Forms.Directory;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Workflows.Definitions;
using Workflows.Design;
using Workflows.Runtime;

namespace Backoffice.Data.Definitions.Drafts;

/// <summary>Tries a draft with a record, real or with other values, as if a person had submitted it. Scoped.</summary>
public sealed class DraftTrials
{
    private readonly InstancePlanner planner;
    private readonly PublishedDefinitions published;
    private readonly DirectoryStore directories;
    private readonly RecordStore records;
    private readonly TimeProvider time;

    internal DraftTrials(InstancePlanner planner, PublishedDefinitions published, DirectoryStore directories, RecordStore records, TimeProvider time) =>
        (this.planner, this.published, this.directories, this.records, this.time) = (planner, published, directories, records, time);

    /// <param name="actor">Who tries; may see the record.</param>
    /// <param name="record">Id of the record; null for an empty one.</param>
    /// <param name="values">Values other than those of the record, by field, as JSON.</param>
    /// <param name="initiator">Who would submit it.</param>
    /// <exception cref="RefusalException">Invalid: the draft has problems, or a formula failed. Not found, forbidden: the record.</exception>
    public async Task<TrialPath> RunAsync(Actor actor, WorkflowDefinition definition, Guid? record, IReadOnlyDictionary<string, JsonElement> values, Guid initiator, CancellationToken ct)
    {
        var compiled = WorkflowCompiler.Compile(definition);
        var workflow = compiled.Workflow ?? throw RefusalException.Invalid(compiled.Problems);
        var tried = await this.planner.TryAsync(workflow, await this.RecordAsync(actor, definition, record, values, ct), initiator, ct);
        var directory = await this.directories.GetAsync(ct);
        var until = this.Moments(definition, tried, directory, initiator);
        return new TrialPath(
            [
                .. tried.Visits.Select(visit => new TrialStop(
                    visit.ActivityId,
                    visit.Outcome,
                    [.. visit.Signers.Select(signer => (directory.Person(signer.Person)?.Name ?? "?", signer.Because))],
                    until[visit.Number])),
            ],
            tried.Arrows,
            tried.Blocked?.Message);
    }

    private async Task<Record> RecordAsync(Actor actor, WorkflowDefinition definition, Guid? id, IReadOnlyDictionary<string, JsonElement> values, CancellationToken ct)
    {
        var record = id is { } known ? await this.records.GetAsync(actor, definition.Form, known, ct) : await this.records.NewAsync(actor, definition.Form, ct);
        if (values.Count == 0)
        {
            return record;
        }

        var form = this.published.Current.Form(definition.Form);
        var changed = record.Copy();
        foreach (var (name, json) in values)
        {
            if (form.Field(name) is { } field and not TableField)
            {
                changed.Values[name] = field.Parse(json).Value;
            }
        }

        return changed;
    }

    /// <summary>A step is reached when the last of those that lead to it is left.</summary>
    private Dictionary<int, DateTimeOffset> Moments(WorkflowDefinition definition, Tried tried, CompanyDirectory directory, Guid initiator)
    {
        var steps = definition.Activities.ToDictionary(step => step.Id);
        var lines = definition.Transitions.ToLookup(line => line.To, Arrow.Of);
        var until = new Dictionary<int, DateTimeOffset>();
        var ofStep = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var visit in tried.Visits)
        {
            var reached = lines[visit.ActivityId]
                .Where(tried.Arrows.Contains)
                .Select(arrow => ofStep.GetValueOrDefault(arrow.From))
                .Append(until.GetValueOrDefault(visit.From))
                .Max();
            reached = reached == default ? this.time.GetUtcNow() : reached;
            var left = steps[visit.ActivityId] is PersonStepActivity { Deadline: { } deadline } && BusinessDuration.TryParse(deadline.After, out var length, out _)
                ? this.CalendarOf(deadline, definition, directory, initiator).Add(reached, length)
                : reached;
            until[visit.Number] = left;
            ofStep[visit.ActivityId] = left;
        }

        return until;
    }

    private BusinessCalendar CalendarOf(DeadlineSettings deadline, WorkflowDefinition definition, CompanyDirectory directory, Guid initiator)
    {
        var calendars = this.published.Calendars;
        return (deadline.Calendar ?? definition.Calendar) is { } key && calendars.Find(key) is { } named ? named
            : directory.Person(initiator) is { } person && directory.Unit(person.Unit) is { } unit ? calendars.ForUnit(unit.Key)
            : calendars.Default;
    }
}
