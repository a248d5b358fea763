using System.Text.Json;
using Backoffice.Data.Instances;
using Forms.BusinessTime;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Directory;
using Forms.Fields;
using Forms.Formulas;
using Forms.Problems;
using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Answers what the engine asks about one record: at once what directory, calendars and comparisons tell, and on request
/// what takes a formula worker or the database. What cannot be answered is a failure, which makes an incident.
/// </summary>
internal sealed class QuestionAnswers(
    ConditionEvaluator conditions,
    EvaluateFormulas formulas,
    LinkedRecords linked,
    UnitOfWork work,
    BusinessCalendars calendars,
    WorkflowDefinition workflow,
    FormDefinition form,
    Record record,
    Guid initiator,
    CompanyDirectory directory,
    DateTimeOffset now)
{
    private static readonly IReadOnlyDictionary<string, Guid?> NothingBehind = new Dictionary<string, Guid?>();

    /// <summary>The answer if it takes no waiting; null otherwise.</summary>
    internal object? AtOnce(Question question)
    {
        try
        {
            return question switch
            {
                ConditionQuestion condition when ConditionEvaluator.IsSelfContained(condition.Condition) => this.HoldsAsync(condition, CancellationToken.None).GetAwaiter().GetResult(),
                SignersQuestion signers when signers.Rules.Any(rule => rule is FormulaRule || IsPath(rule)) => null,
                RecipientsQuestion recipients when recipients.Rules.Any(rule => rule is FormulaRule || IsPath(rule)) => null,
                PeopleQuestion people => this.Find(people, null, NothingBehind),
                CandidateQuestion candidate => this.IsCandidate(candidate),
                DueQuestion due => this.CalendarOf(due.Calendar, due.Person).Add(due.From, BusinessDuration.Parse(due.Length)),
                ShiftQuestion shift => this.Shift(shift),
                MomentQuestion moment => this.Moment(moment),
                ChildrenQuestion children => this.Children(children),
                _ => null,
            };
        }
        catch (Exception failure) when (FailureOf(failure) is { } named)
        {
            return named;
        }
    }

    /// <summary>Adds an answer for each question.</summary>
    internal async Task<Answers> AnswerAsync(Answers known, IReadOnlyList<Question> questions, CancellationToken ct)
    {
        foreach (var question in questions)
        {
            try
            {
                known = question switch
                {
                    ConditionQuestion condition => known.With(condition, await this.HoldsAsync(condition, ct)),
                    FormulaQuestion formula => known.With(formula, await this.ComputeAsync(formula, ct)),
                    PeopleQuestion people => known.With(people, await this.FindAsync(people, ct)),
                    ProxyQuestion proxy => known.With(proxy, await this.IsProxyAsync(proxy, ct)),
                    _ => throw new ArgumentException($"Expected a question the shell knows, but found {question.GetType().Name}.", nameof(questions)),
                };
            }
            catch (Exception failure) when (FailureOf(failure) is { } named)
            {
                known = known.WithFailure(question, named);
            }
        }

        return known;
    }

    private static bool IsPath(SignerRule rule) => rule is PersonFieldRule { Field: var field } && field.Contains('.', StringComparison.Ordinal);

    private static AnswerFailure? FailureOf(Exception failure) => failure switch
    {
        RefusalException { Problems: { Count: > 0 } problems } => new AnswerFailure(problems[0].Code, problems[0].Message),
        RefusalException refusal => new AnswerFailure(refusal.Code, refusal.Message),
        BusinessTimeException time => new AnswerFailure("calendar.no-time", time.Message),
        FormatException format => new AnswerFailure("duration.form", format.Message),
        _ => null,
    };

    private Task<bool> HoldsAsync(ConditionQuestion question, CancellationToken ct) =>
        conditions.HoldsAsync(question.Condition, form, this.With(question), workflow.Files, initiator, ct);

    private async Task<JsonElement> ComputeAsync(FormulaQuestion question, CancellationToken ct)
    {
        var field = form.Field(question.Into) ?? throw new RefusalException(RefusalReason.InvalidState, "workflow.field", $"Expected a field of {form.Label}, but found \"{question.Into}\".");
        return JsonSerializer.SerializeToElement(await this.EvaluateAsync(question.Formula, question, ct, (field.Storage as FieldStorage.Number)?.Scale));
    }

    private async Task<object?> EvaluateAsync(string file, Question question, CancellationToken ct, int? scale = null)
    {
        var source = workflow.Files.GetValueOrDefault(file) ?? throw new RefusalException(RefusalReason.InvalidState, "formula.missing", $"Expected the formula {file} beside the workflow, but found none.");
        var result = (await formulas([new FormulaCall(source, FormulaInputs.Of(form, this.With(question))) { Name = file, Scale = scale }], ct))[0];
        return result.Error is { } error
            ? throw new RefusalException(RefusalReason.InvalidState, error.Code, $"{file}, line {error.Line}: {error.Message}")
            : result.Value;
    }

    private async Task<IReadOnlyList<Signer>> FindAsync(PeopleQuestion question, CancellationToken ct)
    {
        var rules = RulesOf(question);
        var named = new Dictionary<FormulaRule, IReadOnlyList<Person>>(ReferenceEqualityComparer.Instance);
        foreach (var rule in rules.OfType<FormulaRule>())
        {
            named[rule] = this.Named(await this.EvaluateAsync(rule.Formula, question, ct), rule.Formula);
        }

        var behind = new Dictionary<string, Guid?>(StringComparer.Ordinal);
        foreach (var path in rules.OfType<PersonFieldRule>().Select(rule => rule.Field).Where(field => field.Contains('.', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            behind[path] = await this.BehindAsync(this.With(question), path, ct);
        }

        return this.Find(question, named, behind);
    }

    private async Task<Guid?> BehindAsync(Record from, string path, CancellationToken ct)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return form.Field(path[..dot]) is LinkField link && from[link.Name] is Guid id
            ? (await linked.Load(link.Form, new HashSet<Guid> { id }, ct)).GetValueOrDefault(id)?[path[(dot + 1)..]] as Guid?
            : null;
    }

    private static IReadOnlyList<SignerRule> RulesOf(PeopleQuestion question) => question switch
    {
        SignersQuestion signers => signers.Rules,
        RecipientsQuestion recipients => recipients.Rules,
        _ => [],
    };

    private IReadOnlyList<Signer> Find(PeopleQuestion question, IReadOnlyDictionary<FormulaRule, IReadOnlyList<Person>>? named, IReadOnlyDictionary<string, Guid?> behind)
    {
        var finder = new SignerFinder(directory, this.With(question), initiator)
        {
            Chosen = (question as SignersQuestion)?.Chosen ?? [],
            Named = named ?? new Dictionary<FormulaRule, IReadOnlyList<Person>>(),
            Behind = behind,
        };
        return question switch
        {
            ManagerQuestion manager => finder.ManagerOf(manager.Person),
            AdministratorQuestion => finder.Administrators(),
            StandInQuestion standIn => finder.StandIn(standIn.Person),
            _ => finder.Find(RulesOf(question)),
        };
    }

    /// <summary>A formula names people by key: one, or a list.</summary>
    private List<Person> Named(object? value, string formula)
    {
        var keys = value switch
        {
            null => [],
            string key => [key],
            System.Collections.IEnumerable list => list.Cast<object?>().OfType<string>().ToList(),
            _ => throw new RefusalException(RefusalReason.InvalidState, "formula.people", $"{formula}: expected the key of a person, or a list of keys."),
        };
        return [.. keys.Select(key => directory.PersonByKey(key) ?? throw new RefusalException(RefusalReason.InvalidState, "formula.people", $"{formula}: expected the key of a person, but found '{key}'."))];
    }

    private bool IsCandidate(CandidateQuestion question) =>
        directory.Person(question.To) is { Active: true } to
        && (question.SamePositionAs is not { } other || (directory.Person(other) is { } holder && holder.Positions.Intersect(to.Positions).Any()));

    private Task<bool> IsProxyAsync(ProxyQuestion question, CancellationToken ct) => work.ReadAsync(
        (db, token) => DelegationStore.InForce(db.Delegations, now)
            .Where(row => row.Holder == question.Holder && row.Proxy == question.Person)
            .ForWorkflow(workflow.Key)
            .AnyAsync(token),
        ct);

    private BusinessCalendar CalendarOf(string? key, Guid person)
    {
        if (key is not null)
        {
            return calendars.Get(key);
        }

        return directory.Person(person) is { } found && directory.Unit(found.Unit) is { } unit ? calendars.ForUnit(unit.Key) : calendars.Default;
    }

    private DateTimeOffset Shift(ShiftQuestion question)
    {
        var calendar = this.CalendarOf(question.Calendar, question.Person);
        return calendar.AddWorkingTime(question.DueAt, calendar.Between(question.StoppedAt, question.RunsAt));
    }

    /// <summary>The date of a field begins at midnight in the zone of the calendar.</summary>
    private DateTimeOffset Moment(MomentQuestion question)
    {
        var calendar = this.CalendarOf(question.Calendar, question.Person);
        var from = now;
        if (question.Until is { } name)
        {
            if (this.With(question)[name] is not DateOnly date)
            {
                return now;
            }

            var midnight = date.ToDateTime(TimeOnly.MinValue);
            from = new DateTimeOffset(midnight, TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone).GetUtcOffset(midnight));
        }

        return question.After is { } after ? calendar.Add(from, BusinessDuration.Parse(after)) : from;
    }

    private IReadOnlyList<ChildRecord> Children(ChildrenQuestion question)
    {
        var current = this.With(question);
        var dot = question.Path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return form.Field(question.Path) is LinkField link && current[link.Name] is Guid id ? [new ChildRecord(link.Form, id)] : [];
        }

        return form.Field(question.Path[..dot]) is TableField table && table.Columns.FirstOrDefault(one => one.Name == question.Path[(dot + 1)..]) is LinkField column
            ? [.. current.Rows(table.Name).Select(row => row[column.Name]).OfType<Guid>().Distinct().Select(id => new ChildRecord(column.Form, id))]
            : [];
    }

    /// <summary>The record as it will be after the steps that the engine has passed in this command.</summary>
    private Record With(Question question)
    {
        if (question.FieldsSet.Count == 0)
        {
            return record;
        }

        var changed = record.Copy();
        foreach (var (name, json) in question.FieldsSet)
        {
            if (form.Field(name) is { } field and not TableField)
            {
                changed.Values[name] = field.Parse(json).Value;
            }
        }

        return changed;
    }
}
