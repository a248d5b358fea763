using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Live;
using Backoffice.Data.Schema;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Directory;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>
/// Reading and writing records for a person: rights, computed fields, validation, history. Each call is one unit of
/// work; to take part in another one, use <see cref="RecordReader"/> and <see cref="RecordWriter"/> with its context.
/// </summary>
public sealed class RecordStore
{
    private readonly UnitOfWork work;
    private readonly PublishedDefinitions published;
    private readonly DirectoryStore directories;
    private readonly RecordDrafts drafts;
    private readonly RecordWriter writer;
    private readonly LiveChanges live;

    internal RecordStore(UnitOfWork work, PublishedDefinitions published, DirectoryStore directories, RecordDrafts drafts, RecordWriter writer, LiveChanges live) =>
        (this.work, this.published, this.directories, this.drafts, this.writer, this.live) = (work, published, directories, drafts, writer, live);

    /// <summary>One page of a list.</summary>
    /// <exception cref="RefusalException">Invalid: an unknown field, a comparison that does not fit, a page too large.</exception>
    public Task<RecordPage> ListAsync(Actor actor, RecordQuery query, CancellationToken ct) => this.ReadAsync(
        actor,
        query.Form,
        async (db, layout, access, cancel) =>
        {
            if (query.Skip < 0 || query.Take is < 1 or > RecordQuery.MostRecords)
            {
                throw RefusalException.Invalid([new Problem("take", "query.page", $"A page has 1 to {RecordQuery.MostRecords} records, and none are skipped backwards.")]);
            }

            var found = RecordSelection.Of(db, layout, access, query, this.Context(actor));
            var total = await found.LongCountAsync(cancel);
            var rows = total <= query.Skip ? [] : await RecordSorting.Sort(db, found, layout, query.Sort).Skip(query.Skip).Take(query.Take).ToListAsync(cancel);
            return new RecordPage([.. rows.Select(row => RowMapping.ToRecord(layout, row))], total);
        },
        ct);

    /// <summary>Sums of number fields over all records of the query, for the foot of the list.</summary>
    /// <exception cref="RefusalException">Invalid: a field is not a number.</exception>
    public Task<IReadOnlyDictionary<string, decimal>> SumsAsync(Actor actor, RecordQuery query, IReadOnlyList<string> fields, CancellationToken ct) => this.ReadAsync(
        actor,
        query.Form,
        (db, layout, access, cancel) => RecordSums.OfAsync(RecordSelection.Of(db, layout, access, query, this.Context(actor)), layout, fields, db.Kind, cancel),
        ct);

    /// <summary>A record with its sub-tables and files.</summary>
    /// <exception cref="RefusalException">Not found: absent, deleted, or not readable.</exception>
    public Task<Record> GetAsync(Actor actor, string form, Guid id, CancellationToken ct) => this.ReadAsync(
        actor,
        form,
        (db, layout, access, cancel) => this.ReadableAsync(db, layout, access, id, cancel),
        ct);

    /// <summary>A new record with defaults and computed fields, not saved. A formula that fails leaves its field empty.</summary>
    /// <exception cref="RefusalException">Forbidden: the actor may not create records of the form.</exception>
    public async Task<Record> NewAsync(Actor actor, string form, CancellationToken ct)
    {
        var definition = this.published.Current.Form(form);
        if (!(await this.RightsAsync(actor, form, record: null, ct)).Contains(RecordRight.Create))
        {
            throw new RefusalException(RefusalReason.Forbidden, "record.create", $"Your roles do not let you create a {definition.Label}.");
        }

        return (await this.drafts.CalculateAsync(definition, [this.drafts.New(definition, actor)], ct))[0].Record;
    }

    /// <summary>A copy with its computed fields.</summary>
    /// <exception cref="RefusalException">Invalid: a formula failed; the problem names its field.</exception>
    public async Task<Record> CalculateAsync(Record record, CancellationToken ct)
    {
        var calculated = await this.drafts.CalculateAsync(this.published.Current.Form(record.Form), [record], ct);
        RecordDrafts.Refuse([calculated[0].Problems]);
        return calculated[0].Record;
    }

    /// <summary>All that is wrong with a record, computed fields included; nothing is saved.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(Record record, CancellationToken ct)
    {
        var form = this.published.Current.Form(record.Form);
        return (await this.drafts.CheckAsync(form, await this.drafts.CalculateAsync(form, [record], ct), record.ModifiedBy, ct))[0];
    }

    /// <summary>Saves a record. Version 0 inserts.</summary>
    /// <exception cref="RefusalException">Invalid, conflict, invalid state (in approval), forbidden, not found.</exception>
    public async Task<Record> SaveAsync(Actor actor, Record record, CancellationToken ct) => (await this.SaveManyAsync(actor, [record], ct))[0];

    /// <summary>
    /// Saves many records in one transaction; all or none. Their formulas are evaluated in one batch, before the
    /// transaction begins. Records come back in their order.
    /// </summary>
    /// <exception cref="RefusalException">As for one; paths of many name the record: <c>records[3].lines[2].quantity</c>.</exception>
    public async Task<IReadOnlyList<Record>> SaveManyAsync(Actor actor, IReadOnlyList<Record> records, CancellationToken ct)
    {
        var groups = records.GroupBy(record => record.Form, StringComparer.Ordinal).ToList();
        var ready = new List<(string Form, IReadOnlyList<Record> Records)>();
        foreach (var group in groups)
        {
            var form = this.published.Current.Form(group.Key);
            var calculated = await this.drafts.CalculateAsync(form, [.. group], ct);
            RecordDrafts.Refuse(await this.drafts.CheckAsync(form, calculated, actor.IsSystem ? null : actor.Person, ct));
            ready.Add((group.Key, [.. calculated.Select(calculation => calculation.Record)]));
        }

        var saved = await this.work.RunAsync((db, cancel) => this.SaveAsync(db, actor, ready, cancel), ct);
        return [.. records.Select(record => saved[record.Id])];
    }

    /// <summary>Deletes a record softly: it is not found any more, its history and what links to it stay.</summary>
    /// <exception cref="RefusalException">Conflict, invalid state (in approval), forbidden, not found.</exception>
    public Task DeleteAsync(Actor actor, string form, Guid id, long version, CancellationToken ct) => this.work.RunAsync(
        async (db, cancel) =>
        {
            await this.writer.DeleteAsync(db, actor, form, id, version, cancel);
            this.TellAfterCommit(db, form, id);
        },
        ct);

    /// <summary>The form in force.</summary>
    internal FormDefinition Form(string key) => this.published.Current.Form(key);

    /// <summary>Whether two states of a record differ in what people or steps enter.</summary>
    /// <param name="except">Name of a field that does not count.</param>
    internal bool Differ(Record before, Record after, string? except = null)
    {
        var layout = this.published.Schema.Layout(after.Form);
        var ignored = layout.Form.Fields.Where(field => field.IsComputed || field.Name == except).Select(field => field.Id).ToHashSet(StringComparer.Ordinal);
        return RecordDifference.Between(layout, before, after).Exists(change => !ignored.Contains(change.Field))
            || layout.FileFields.Any(field => !before.Files(field.Name).SequenceEqual(after.Files(field.Name)));
    }

    /// <summary>What the actor may do with a record, or with any record of the form when it is null.</summary>
    public Task<IReadOnlySet<RecordRight>> RightsAsync(Actor actor, string form, Record? record, CancellationToken ct) => this.ReadAsync<IReadOnlySet<RecordRight>>(
        actor,
        form,
        async (db, _, access, cancel) =>
        {
            var rights = Enum.GetValues<RecordRight>().Where(right => record is null ? access.Any(right) : access.Allows(right, record)).ToHashSet();
            if (record is { Version: > 0 } && !rights.Contains(RecordRight.Read) && await AccessFilter.TookPartAsync(db, actor.Person, record.Id, this.drafts.Now, cancel))
            {
                rights.Add(RecordRight.Read);
            }

            return rights;
        },
        ct);

    /// <summary>
    /// Titles of linked records, whoever asks, and also of deleted ones: the title of a link is a part of the record that
    /// has the link.
    /// </summary>
    public Task<IReadOnlyDictionary<Guid, string>> TitlesAsync(string form, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        this.work.ReadAsync((db, cancel) => RecordTitles.OfAsync(db, form, ids, cancel), ct);

    /// <summary>
    /// Titles of the records and names of the people that records of a form name, by id, whoever asks: they are a part of
    /// the records. Who or what is gone for good has none.
    /// </summary>
    /// <param name="withRows">Whether also what sub-tables name.</param>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(FormDefinition form, IEnumerable<Record> records, CancellationToken ct, bool withRows = true)
    {
        var named = RecordNames.Of(form, records, withRows);
        var people = await this.directories.GetAsync(ct);
        var names = named[null].Select(people.Person).OfType<Person>().ToDictionary(person => person.Id, person => person.Name);
        foreach (var linked in named.Where(group => group.Key is not null))
        {
            foreach (var (id, title) in await this.TitlesAsync(linked.Key!, [.. linked], ct))
            {
                names[id] = title;
            }
        }

        return names;
    }

    /// <summary>Readable records to choose in a link, by title.</summary>
    public Task<IReadOnlyList<RecordOption>> OptionsAsync(Actor actor, string form, string? search, int take, CancellationToken ct) => this.ReadAsync(
        actor,
        form,
        (db, layout, access, cancel) => RecordOptions.FindAsync(db, layout, access, search, Math.Clamp(take, 1, RecordQuery.MostRecords), cancel),
        ct);

    /// <summary>Who changed which field when, latest first.</summary>
    /// <exception cref="RefusalException">Not found: absent, deleted, or not readable.</exception>
    public Task<IReadOnlyList<RecordChangeEntry>> HistoryAsync(Actor actor, string form, Guid id, CancellationToken ct) => this.ReadAsync(
        actor,
        form,
        async (db, layout, access, cancel) =>
        {
            await this.ReadableAsync(db, layout, access, id, cancel);
            return await RecordHistory.ReadAsync(db, layout, id, await this.directories.GetAsync(cancel), cancel);
        },
        ct);

    private async Task<Record> ReadableAsync(BackofficeDb db, RecordLayout layout, RecordAccess access, Guid id, CancellationToken ct)
    {
        var record = await RecordReader.FindAsync(db, layout.Form.Key, id, ct);
        return record is not null && (access.Allows(RecordRight.Read, record) || await AccessFilter.TookPartAsync(db, access.Person, id, this.drafts.Now, ct))
            ? record
            : throw RefusalException.NotFound($"The {layout.Form.Label}");
    }

    private async Task<T> ReadAsync<T>(Actor actor, string form, Func<BackofficeDb, RecordLayout, RecordAccess, CancellationToken, Task<T>> read, CancellationToken ct)
    {
        var directory = await this.directories.GetAsync(ct);
        return await this.work.ReadAsync(
            (db, cancel) =>
            {
                var layout = db.Published.Layout(form);
                return read(db, layout, new RecordAccess(actor, directory, db.Published, layout), cancel);
            },
            ct);
    }

    private async Task<Dictionary<Guid, Record>> SaveAsync(BackofficeDb db, Actor actor, IReadOnlyList<(string Form, IReadOnlyList<Record> Records)> groups, CancellationToken ct)
    {
        var saved = new Dictionary<Guid, Record>();
        foreach (var (form, records) in groups)
        {
            foreach (var record in await this.writer.SaveAsync(db, actor, form, records, ct))
            {
                saved[record.Id] = record;
            }

            this.TellAfterCommit(db, form, records.Count == 1 ? records[0].Id : null);
        }

        return saved;
    }

    private void TellAfterCommit(BackofficeDb db, string form, Guid? record) =>
        db.AfterCommit(() => this.live.RaiseAsync(new LiveChange(new HashSet<Guid>(), Instance: null, form, record)));

    private ConditionContext Context(Actor actor) => new(this.drafts.Today, actor.IsSystem ? null : actor.Person);
}
