using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Forms.Conditions;
using Forms.Definitions;
using Microsoft.AspNetCore.WebUtilities;

namespace Backoffice.Web.Components.Lists;

/// <summary>
/// Writes the state of a list into the query of its address and reads it back, so that an address sent to a colleague
/// shows the same. What an address names and the form does not have is left out rather than refused.
/// </summary>
public static class ListAddress
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(string form, ListState state)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        Add("view", state.View);
        Add("search", state.Search);
        Add("filter", state.Filter is null ? null : JsonSerializer.Serialize(state.Filter, Compact));
        Add("sort", state.Sort);
        Add("columns", state.Columns is null ? null : string.Join(',', state.Columns));
        Add("page", state.Page > 1 ? state.Page.ToString(CultureInfo.InvariantCulture) : null);
        return QueryHelpers.AddQueryString("/records/" + Uri.EscapeDataString(form), parts);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(new KeyValuePair<string, string?>(name, value));
            }
        }
    }

    /// <param name="form">The form listed.</param>
    /// <param name="query">The query of the address, with or without its question mark.</param>
    public static ListState Read(FormDefinition form, string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        var view = Value("view");
        var sort = Value("sort");
        var columns = Value("columns")?.Split(',').Where(name => form.Field(name) is not null).Distinct(StringComparer.Ordinal).ToList();
        return new ListState
        {
            View = form.List.Views.Any(candidate => candidate.Id == view) ? view : null,
            Search = Value("search"),
            Filter = Filter(Value("filter")),
            Sort = sort is not null && form.Field(sort.TrimStart('-')) is not null ? sort : null,
            Columns = columns is { Count: > 0 } ? columns : null,
            Page = int.TryParse(Value("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1,
        };

        string? Value(string name) => parts.TryGetValue(name, out var values) && values.ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    private static Condition? Filter(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Condition>(json, Compact);
        }
        catch (JsonException)
        {
            // A cut or hand-edited address: the list without its filter says more than an error page.
            return null;
        }
    }
}
