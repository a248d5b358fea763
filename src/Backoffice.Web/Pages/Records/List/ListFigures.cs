using System.Globalization;
using System.Text.Json;
using Backoffice.Data.Records;
using Backoffice.Web.Components;
using Backoffice.Web.Components.Lists;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Fields;

namespace Backoffice.Web.Pages.Records.List;

/// <summary>The figures around a list: sums below its columns, and how many records each view holds.</summary>
internal sealed class ListFigures(Gesture gesture, FormDefinition form, Actor actor)
{
    /// <summary>
    /// Sums of the amounts shown, over the whole filter, as texts by field; one for each currency: amounts of two currencies
    /// add up to nothing.
    /// </summary>
    /// <exception cref="Forms.Problems.RefusalException">Invalid: the query.</exception>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> SumsAsync(RecordQuery query, IEnumerable<FieldDefinition> columns, CancellationToken ct)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in columns.OfType<MoneyField>().GroupBy(field => field.CurrencyField, StringComparer.Ordinal))
        {
            var found = await this.SumsAsync(query, group.Key, [.. group.Select(field => field.Name)], ct);
            foreach (var field in group)
            {
                texts[field.Name] = [.. found.Where(sum => sum.Sums.GetValueOrDefault(field.Name) != 0m || found.Count == 1)
                    .Select(sum => MoneyField.Write(sum.Sums.GetValueOrDefault(field.Name), field.Scale, sum.Currency, CultureInfo.CurrentCulture))];
            }
        }

        return texts;
    }

    /// <summary>Counts all records (under an empty key) and those of each view, by its id.</summary>
    internal async Task CountAsync(Dictionary<string, long> counts)
    {
        foreach (var (id, filter) in form.List.Views.Select(view => (view.Id, Filter: (Condition?)view.Filter)).Prepend((Id: string.Empty, Filter: null)))
        {
            var query = new RecordQuery(form.Key) { Filter = filter, Take = 1 };
            counts[id] = (await gesture.RunAsync<RecordStore, RecordPage>(store => store.ListAsync(actor, query, CancellationToken.None))).Total;
        }
    }

    private async Task<IReadOnlyList<(string? Currency, IReadOnlyDictionary<string, decimal> Sums)>> SumsAsync(
        RecordQuery query, string? currencyField, IReadOnlyList<string> names, CancellationToken ct)
    {
        var found = new List<(string? Currency, IReadOnlyDictionary<string, decimal> Sums)>();
        foreach (var currency in this.CurrenciesOf(currencyField))
        {
            var one = currency is null
                ? query
                : query with { Filter = FilterModel.And(query.Filter, new Condition { Field = currencyField, Operator = ComparisonOperator.Is, Value = JsonSerializer.SerializeToElement(currency) }) };
            found.Add((currency, await gesture.RunAsync<RecordStore, IReadOnlyDictionary<string, decimal>>(store => store.SumsAsync(actor, one, names, ct))));
        }

        return found;
    }

    private IEnumerable<string?> CurrenciesOf(string? field) =>
        field is not null && form.Field(field) is ChoiceField choice ? choice.Choices.Select(string? (one) => one.Value) : [null];
}
