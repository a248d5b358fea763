using Backoffice.Data.Definitions;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Fields;
using Forms.Records;

namespace Backoffice.Data.Workflows;

/// <summary>What names and sums up a record, by the summary of its form.</summary>
/// <param name="Title">The number, or the label of the form, where the title is empty.</param>
internal sealed record RecordSummaryText(string Title, string? Number, decimal? Amount, string? Currency, Guid? PartyId, string? PartyForm, string? Party, string Icon);

/// <summary>Sums up many records with few queries.</summary>
internal sealed class RecordSummaries(PublishedDefinitions definitions, InstanceRecords records, RecordStore store)
{
    internal async Task<IReadOnlyDictionary<Guid, RecordSummaryText>> LoadAsync(IEnumerable<(string Form, Guid Record)> wanted, CancellationToken ct)
    {
        var summaries = new Dictionary<Guid, RecordSummaryText>();
        foreach (var group in wanted.Distinct().GroupBy(pair => pair.Form, pair => pair.Record, StringComparer.Ordinal))
        {
            var form = definitions.Current.Form(group.Key);
            var loaded = await records.LoadManyAsync(group.Key, [.. group], ct);
            var parties = await this.PartiesAsync(form, [.. loaded.Values], ct);
            foreach (var record in loaded.Values)
            {
                summaries[record.Id] = Summarise(form, record, parties);
            }
        }

        return summaries;
    }

    private async Task<IReadOnlyDictionary<Guid, string>> PartiesAsync(FormDefinition form, IReadOnlyList<Record> loaded, CancellationToken ct)
    {
        if (form.Summary.Party is not { } name || form.Field(name) is not LinkField link)
        {
            return new Dictionary<Guid, string>();
        }

        return await store.TitlesAsync(link.Form, [.. loaded.Select(record => record[name]).OfType<Guid>().Distinct()], ct);
    }

    private static RecordSummaryText Summarise(FormDefinition form, Record record, IReadOnlyDictionary<Guid, string> parties)
    {
        object? Value(string? field) => field is null ? null : record[field];

        var number = Value(form.Summary.Number) as string;
        var amount = form.Summary.Amount is { } name ? form.Field(name) : null;
        var party = Value(form.Summary.Party) as Guid?;
        return new RecordSummaryText(
            Value(form.Summary.Title) as string ?? number ?? form.Label,
            number,
            Value(form.Summary.Amount) as decimal?,
            amount is MoneyField { CurrencyField: { } currency } ? record[currency] as string : null,
            party,
            form.Summary.Party is { } partyField && form.Field(partyField) is LinkField link ? link.Form : null,
            party is { } id ? parties.GetValueOrDefault(id) : null,
            form.Icon);
    }
}
