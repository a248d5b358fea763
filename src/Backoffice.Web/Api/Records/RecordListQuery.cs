using System.Text.Json;
using Backoffice.Data.Records;
using Forms.Conditions;

namespace Backoffice.Web.Api.Records;

/// <summary>The query string of a list.</summary>
/// <param name="Search">Text that any column of the list contains.</param>
/// <param name="Filter">A condition as JSON, as in definitions: <c>{"field":"status","value":"draft"}</c>.</param>
/// <param name="Sort">Names of fields with commas between, a minus before one for descending; the form's own order when absent.</param>
/// <param name="Skip">Records left out; 0 when absent.</param>
/// <param name="Take">Records returned, 1 to 500; 50 when absent.</param>
internal readonly record struct RecordListQuery(string? Search, string? Filter, string? Sort, int? Skip, int? Take)
{
    internal RecordQuery For(string form) => new(form)
    {
        Search = this.Search,
        Filter = this.Filter is { } json ? JsonSerializer.Deserialize<Condition>(json, JsonSerializerOptions.Web) : null,
        Sort = [.. (this.Sort ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Column)],
        Skip = this.Skip ?? 0,
        Take = this.Take ?? 50,
    };

    private static RecordSort Column(string name) => name[0] == '-' ? new RecordSort(name[1..], Descending: true) : new RecordSort(name);
}
