using Forms.Conditions;
using Forms.Definitions;
using Forms.Directory;
using Forms.Fields;
using Forms.Records;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Answers what the engine asks for one record: conditions from its values, people from the directory. Reads only what
/// it was made with, so that the same questions get the same answers.
/// </summary>
internal sealed class QuestionAnswers(
    ConditionEvaluator conditions,
    WorkflowDefinition workflow,
    FormDefinition form,
    Record record,
    Guid initiator,
    CompanyDirectory directory)
{
    /// <summary>Adds an answer for each question.</summary>
    /// <exception cref="Forms.Problems.RefusalException">A formula of a condition failed.</exception>
    internal async Task<Answers> AnswerAsync(Answers known, IReadOnlyList<Question> questions, CancellationToken ct)
    {
        foreach (var question in questions)
        {
            known = question switch
            {
                ConditionQuestion condition => known.With(condition, await this.HoldsAsync(condition, ct)),
                PeopleQuestion people => known.With(people, this.Find(people)),
                _ => throw new ArgumentException($"Expected a question the shell knows, but found {question.GetType().Name}.", nameof(questions)),
            };
        }

        return known;
    }

    private Task<bool> HoldsAsync(ConditionQuestion question, CancellationToken ct) =>
        conditions.HoldsAsync(question.Condition, form, this.With(question), workflow.Files, initiator, ct);

    private IReadOnlyList<Signer> Find(PeopleQuestion question)
    {
        var finder = new SignerFinder(directory, this.With(question), initiator);
        return question switch
        {
            SignersQuestion signers => finder.Find(signers.Rules),
            RecipientsQuestion recipients => finder.Find(recipients.Rules),
            ManagerQuestion manager => finder.ManagerOf(manager.Person),
            AdministratorQuestion => finder.Administrators(),
            _ => throw new ArgumentException($"Expected a question the shell knows, but found {question.GetType().Name}.", nameof(question)),
        };
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
