using Forms.Definitions;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Data.Records;

/// <summary>
/// Reading and writing records for a person: rights, computed fields, validation, history. Each call is one unit of
/// work; to take part in another one, use its parts with a <see cref="BackofficeDb"/>.
/// </summary>
public sealed class RecordStore
{
    /// <summary>One page of a list.</summary>
    public Task<RecordPage> ListAsync(Actor actor, RecordQuery query, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Sums of number fields over all records of the query, for the foot of the list.</summary>
    public Task<IReadOnlyDictionary<string, decimal>> SumsAsync(Actor actor, RecordQuery query, IReadOnlyList<string> fields, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>A record with its sub-tables and files.</summary>
    /// <exception cref="RefusalException">Not found: absent, deleted, or not readable.</exception>
    public Task<Record> GetAsync(Actor actor, string form, Guid id, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>A new record with defaults and computed fields, not saved.</summary>
    public Task<Record> NewAsync(Actor actor, string form, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>A copy with its computed fields.</summary>
    /// <exception cref="RefusalException">Invalid: a formula failed; the problem names its field.</exception>
    public Task<Record> CalculateAsync(Record record, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>All that is wrong with a record, computed fields included; nothing is saved.</summary>
    public Task<IReadOnlyList<Problem>> CheckAsync(Record record, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Saves a record. Version 0 inserts.</summary>
    /// <exception cref="RefusalException">Invalid, conflict, invalid state (in approval), forbidden, not found.</exception>
    public Task<Record> SaveAsync(Actor actor, Record record, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Saves many records in one transaction; all or none.</summary>
    public Task<IReadOnlyList<Record>> SaveManyAsync(Actor actor, IReadOnlyList<Record> records, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Deletes a record softly.</summary>
    public Task DeleteAsync(Actor actor, string form, Guid id, long version, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>What the actor may do with a record, or with any record of the form when it is null.</summary>
    public Task<IReadOnlySet<RecordRight>> RightsAsync(Actor actor, string form, Record? record, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Titles of linked records.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> TitlesAsync(string form, IReadOnlyCollection<Guid> ids, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Records to choose in a link.</summary>
    public Task<IReadOnlyList<RecordOption>> OptionsAsync(Actor actor, string form, string? search, int take, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Who changed which field when, latest first.</summary>
    public Task<IReadOnlyList<RecordChangeEntry>> HistoryAsync(Actor actor, string form, Guid id, CancellationToken ct) => throw new NotSupportedException();
}
