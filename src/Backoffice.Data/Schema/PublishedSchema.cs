using System.Collections.Concurrent;
using Forms.BusinessTime;
using Forms.Definitions;

namespace Backoffice.Data.Schema;

/// <summary>One publication as one consistent whole: definitions, and the record tables they need. Immutable.</summary>
public sealed class PublishedSchema(int version, DefinitionSet set, RecordModel records)
{
    private readonly ConcurrentDictionary<string, RecordLayout> layouts = new(StringComparer.Ordinal);
    private readonly Lazy<BusinessCalendars> calendars = new(() => new BusinessCalendars(set));

    /// <summary>Nothing published yet.</summary>
    public static PublishedSchema Empty { get; } = new(0, DefinitionSet.Empty, RecordModel.Empty);

    /// <summary>Grows with each publication.</summary>
    public int Version { get; } = version;

    public DefinitionSet Set { get; } = set;

    public RecordModel Records { get; } = records;

    /// <summary>The calendars of the set, made ready when they are first asked for.</summary>
    public BusinessCalendars Calendars => this.calendars.Value;

    /// <summary>How records of a form are kept.</summary>
    /// <exception cref="Forms.Problems.RefusalException">There is no such form (not found).</exception>
    internal RecordLayout Layout(string form) =>
        this.layouts.GetOrAdd(form, static (key, schema) => new RecordLayout(schema.Set.Form(key), schema.Records), this);
}
