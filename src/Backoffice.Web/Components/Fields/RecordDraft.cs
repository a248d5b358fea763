using System.Text.Json;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Web.Components.Fields;

/// <summary>
/// A record while a person edits it: the values, the text that could not be read yet, the problems beside the fields,
/// and what has changed since it was read. Nothing typed is ever dropped by it. Not thread-safe.
/// </summary>
public sealed class RecordDraft
{
    private readonly Dictionary<FieldPlace, TypedValue> typed = [];
    private readonly Dictionary<FieldPlace, Problem> problems = [];

    public RecordDraft(FormDefinition form, Record record)
    {
        this.Form = form;
        this.Original = record;
        this.Record = record.Copy();
    }

    public FormDefinition Form { get; }

    /// <summary>As read from the store.</summary>
    public Record Original { get; private set; }

    /// <summary>With the person's changes.</summary>
    public Record Record { get; private set; }

    /// <summary>Problems that concern the whole record.</summary>
    public IReadOnlyList<Problem> General { get; private set; } = [];

    /// <summary>Fields with a problem, in no order.</summary>
    public IReadOnlyCollection<FieldPlace> WithProblem => this.problems.Keys;

    /// <summary>Grows with every change of a value; stale answers are told by it.</summary>
    public int Edits { get; private set; }

    public bool IsNew => this.Original.Version == 0;

    /// <summary>Whether leaving now would lose something a person did.</summary>
    public bool HasChanges => this.typed.Count > 0 || this.ChangeCount > 0;

    public int ChangeCount => RecordDifference.Between(this.Form, this.Original, this.Record).Count(this.Form);

    public object? Value(FieldPlace place) => RecordDifference.ValueAt(this.Record, place);

    /// <summary>Text that stands in the control instead of the value; null when the value does.</summary>
    public string? Typed(FieldPlace place) => this.typed.TryGetValue(place, out var value) ? value.Text : null;

    public Problem? Problem(FieldPlace place) => this.problems.GetValueOrDefault(place);

    public bool IsChanged(FieldPlace place)
    {
        if (place.Table is not null && this.Original.Rows(place.Table).All(row => row.Id != place.Row))
        {
            return false;
        }

        return !RecordDifference.Same(RecordDifference.ValueAt(this.Original, place), this.Value(place));
    }

    public void Set(FieldPlace place, object? value)
    {
        this.typed.Remove(place);
        this.problems.Remove(place);
        this.Write(place, value);
    }

    /// <summary>Text as it is being typed. It is read at once; a complaint waits until the person leaves the control.</summary>
    public void Type(FieldPlace place, string text)
    {
        var field = RecordDifference.FieldOf(this.Form, place)!;
        var read = TypedText.Read(field, text);
        this.typed[place] = new TypedValue(text, read.Problem);
        this.problems.Remove(place);
        if (read.Problem is null)
        {
            this.Write(place, read.Value);
        }
    }

    /// <summary>The person leaves the control: what could be read is shown as the value, what could not stays with its problem.</summary>
    public void Leave(FieldPlace place)
    {
        if (this.typed.TryGetValue(place, out var value) && value.Problem is { } unread)
        {
            this.problems[place] = unread;
            return;
        }

        this.typed.Remove(place);
        var field = RecordDifference.FieldOf(this.Form, place);
        if (field is { IsComputed: false } && this.Value(place) is { } present && field.Check(present).FirstOrDefault(problem => problem.Severity == Severity.Error) is { } wrong)
        {
            this.problems[place] = wrong;
        }
    }

    /// <summary>Leaves every control. Returns whether all that was typed could be read.</summary>
    public bool LeaveAll()
    {
        foreach (var place in this.typed.Keys.ToList())
        {
            this.Leave(place);
        }

        return this.typed.Count == 0;
    }

    /// <summary>A problem found by the page itself: a file too large, a search without a match.</summary>
    public void Complain(FieldPlace place, Problem problem) => this.problems[place] = problem;

    /// <summary>Text of a picker that names nothing yet: it stays in the control, with what is wrong with it.</summary>
    public void Unread(FieldPlace place, string text, Problem problem) => this.typed[place] = new TypedValue(text, problem);

    /// <summary>Puts what the store found beside the fields; text that could not be read keeps its own problem.</summary>
    public void ShowProblems(IReadOnlyList<Problem> found)
    {
        this.problems.Clear();
        var general = new List<Problem>();
        foreach (var problem in found.Where(problem => problem.Severity == Severity.Error))
        {
            if (FieldPlace.Of(problem.Path, this.Record) is { } place && RecordDifference.FieldOf(this.Form, place) is not null)
            {
                this.problems.TryAdd(place, problem);
            }
            else
            {
                general.Add(problem);
            }
        }

        foreach (var (place, value) in this.typed)
        {
            if (value.Problem is { } unread)
            {
                this.problems[place] = unread;
            }
        }

        this.General = general;
    }

    /// <summary>Takes computed values over; what people write is left alone.</summary>
    public void TakeCalculated(Record calculated)
    {
        foreach (var field in this.Form.Fields)
        {
            if (field is TableField table)
            {
                var byId = calculated.Rows(table.Name).ToDictionary(row => row.Id);
                foreach (var row in this.Record.Rows(table.Name))
                {
                    if (byId.TryGetValue(row.Id, out var fresh))
                    {
                        foreach (var column in table.Columns.Where(column => column.IsComputed))
                        {
                            row.Values[column.Name] = fresh[column.Name];
                        }
                    }
                }
            }
            else if (field.IsComputed)
            {
                this.Record.Values[field.Name] = calculated[field.Name];
            }
        }
    }

    /// <summary>Files are stored when they are uploaded, not with the save: they are no change of the draft.</summary>
    public void TakeFiles(string field, IReadOnlyList<FileReference> files)
    {
        this.Original.Values[field] = files;
        this.Record.Values[field] = files;
        this.problems.Remove(new FieldPlace(field));
    }

    /// <summary>Goes on from another state of the record, read or merged, with the values given.</summary>
    public void Rebase(Record original, Record values)
    {
        this.Original = original;
        this.Record = values.Copy();
        this.Edits++;
    }

    /// <summary>Adds an empty row with the defaults of its columns.</summary>
    public RecordRow AddRow(TableField table)
    {
        var row = new RecordRow { Id = Guid.CreateVersion7() };
        foreach (var column in table.Columns)
        {
            if (column.Default is { } value && !(value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith('@')))
            {
                row.Values[column.Name] = column.Parse(value).Value;
            }
        }

        this.RowsOf(table.Name).Add(row);
        this.problems.Remove(new FieldPlace(table.Name));
        this.Edits++;
        return row;
    }

    /// <summary>Removes a row; <see cref="RestoreRow"/> puts it back where it was.</summary>
    public RemovedRow RemoveRow(string table, Guid id)
    {
        var rows = this.RowsOf(table);
        var index = rows.FindIndex(row => row.Id == id);
        var removed = new RemovedRow(table, index, rows[index]);
        rows.RemoveAt(index);
        foreach (var place in this.typed.Keys.Where(place => place.Row == id).ToList())
        {
            this.typed.Remove(place);
        }

        foreach (var place in this.problems.Keys.Where(place => place.Row == id).ToList())
        {
            this.problems.Remove(place);
        }

        this.Edits++;
        return removed;
    }

    public void RestoreRow(RemovedRow removed)
    {
        var rows = this.RowsOf(removed.Table);
        rows.Insert(Math.Min(removed.Index, rows.Count), removed.Row);
        this.Edits++;
    }

    private List<RecordRow> RowsOf(string table)
    {
        if (this.Record[table] is not List<RecordRow> rows)
        {
            rows = [.. this.Record.Rows(table)];
            this.Record.Values[table] = rows;
        }

        return rows;
    }

    private void Write(FieldPlace place, object? value)
    {
        var values = place.Table is null
            ? this.Record.Values
            : this.Record.Rows(place.Table).FirstOrDefault(row => row.Id == place.Row)?.Values;
        if (values is not null && !RecordDifference.Same(values.GetValueOrDefault(place.Field), value))
        {
            values[place.Field] = value;
            this.Edits++;
        }
    }

    private readonly record struct TypedValue(string Text, Problem? Problem);
}

/// <summary>A row taken out, and where it stood.</summary>
public sealed record RemovedRow(string Table, int Index, RecordRow Row);
