using System.Globalization;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Problems;
using Forms.Records;
using Reports.Print;

namespace Backoffice.Web.Api.Print;

/// <summary>Gathers what the print template of a form shows: the record, titles of its links, names, the signature trail.</summary>
internal sealed class RecordPrinting(
    RecordStore store, PublishedDefinitions published, DirectoryStore directories, WorkItemQueries workflows, ConditionEvaluator conditions, PrintComposer composer, TimeProvider time)
{
    /// <exception cref="RefusalException">Not found: no such record or no template for it. Forbidden: no right to print it. Invalid state: the template is for records in another state.</exception>
    internal async Task<PrintDocument> ComposeAsync(Actor actor, string form, Guid id, CultureInfo culture, CancellationToken ct)
    {
        var set = published.Current;
        var definition = set.Form(form);
        var record = await store.GetAsync(actor, form, id, ct);
        if (!(await store.RightsAsync(actor, form, record, ct)).Contains(RecordRight.Print))
        {
            throw new RefusalException(RefusalReason.Forbidden, "record.print", "Printing needs the right to print this record.");
        }

        var template = set.All<PrintTemplate>().FirstOrDefault(candidate => candidate.Form == form)
            ?? throw RefusalException.NotFound($"A print template for {definition.Label}");
        if (template.When is { } when && !await conditions.HoldsAsync(when, definition, record, template.Files, actor.Person, ct))
        {
            throw new RefusalException(RefusalReason.InvalidState, "print.not-yet", $"{template.Label} is not printed in this state of the record.");
        }

        var directory = await directories.GetAsync(ct);
        var names = await store.NamesAsync(definition, [record], ct);
        var model = new PrintModel
        {
            Form = definition,
            Record = record,
            Labels = set.Labels,
            TitleOf = names.GetValueOrDefault,
            Trail = await this.TrailAsync(actor, record, set.Labels, culture, ct),
            Company = directory.Units.FirstOrDefault(unit => unit.Parent is null) is { } root ? set.Labels.Find($"units/{root.Key}", culture) ?? root.Label : string.Empty,
            PrintedAt = time.GetLocalNow(),
            PrintedBy = directory.Person(actor.Person)?.Name ?? string.Empty,
            Zone = time.LocalTimeZone,
        };
        return composer.Compose(template, model, culture);
    }

    private async Task<IReadOnlyList<PrintSignature>> TrailAsync(Actor actor, Record record, LabelCatalog labels, CultureInfo culture, CancellationToken ct)
    {
        var instance = await workflows.ForRecordAsync(actor, record.Form, record.Id, ct);
        return instance is null
            ? []
            : [.. instance.Trail.Reverse().Where(entry => entry.Person is not null && entry.Act != TrailActs.Opened).Select(entry => new PrintSignature(
                entry.PersonName ?? string.Empty,
                Step(entry, instance.Workflow),
                entry.Act,
                entry.At,
                entry.Comment))];

        string Step(TrailEntry entry, string workflow) =>
            (entry.Activity is { } step ? labels.Find($"workflows/{workflow}/activities/{step}", culture) : null) ?? entry.ActivityLabel ?? string.Empty;
    }
}
