using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Conditions;
using Forms.Directory;
using Forms.Formulas;
using Forms.Problems;
using Forms.Records;
using Workflows.Definitions;
using Workflows.Design;
using Workflows.Paths;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Asks the pure core, answering its questions, until it accepts or refuses. Writes nothing.</summary>
internal sealed class InstancePlanner(
    PublishedDefinitions definitions,
    DirectoryStore directories,
    ConditionEvaluator conditions,
    EvaluateFormulas formulas,
    LinkedRecords linked,
    UnitOfWork work,
    TimeProvider time)
{
    /// <param name="failures">Steps whose effects failed when the command was committed before.</param>
    /// <exception cref="RefusalException">The engine refused the command.</exception>
    internal async Task<InstancePlan> PlanAsync(
        Actor actor,
        WorkflowInstanceRow? instance,
        (CompiledWorkflow Workflow, int Version) published,
        Record record,
        WorkflowCommand command,
        IReadOnlyDictionary<string, AnswerFailure> failures,
        CancellationToken ct)
    {
        var workflow = published.Workflow;
        var state = instance is null ? null : StoredStates.Read(instance.State);
        var now = time.GetUtcNow();
        var answers = this.AnswersFor(workflow, record, state?.Initiator ?? (command as StartInstance)?.Initiator ?? actor.Person, await directories.GetAsync(ct), now);
        var known = failures.Aggregate(Answers.From(answers.AtOnce), (all, failure) => all.WithFailure(new EffectQuestion(failure.Key), failure.Value));
        while (true)
        {
            switch (WorkflowEngine.Handle(workflow, state, command, known, now))
            {
                case Asked asked:
                    known = await answers.AnswerAsync(known, asked.Questions, ct);
                    break;
                case Refused refused:
                    throw refused.ToException();
                case Accepted accepted:
                    return new InstancePlan(
                        actor,
                        instance,
                        state,
                        instance?.Id ?? Guid.CreateVersion7(now),
                        workflow.Definition,
                        published.Version,
                        definitions.Current.Form(workflow.Definition.Form),
                        record,
                        accepted.Events,
                        accepted.State);
            }
        }
    }

    /// <summary>The path travelled and ahead; with state null the preview of a submission.</summary>
    internal async Task<WorkflowPath> ProjectAsync(CompiledWorkflow workflow, InstanceState? state, Record record, Guid initiator, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var answers = this.AnswersFor(workflow, record, initiator, await directories.GetAsync(ct), now);
        var known = Answers.From(answers.AtOnce);
        while (true)
        {
            var result = state is null
                ? PathProjection.Preview(workflow, initiator, known, now)
                : PathProjection.Project(workflow, state, known, now);
            switch (result)
            {
                case Projected projected:
                    return projected.Path;
                case QuestionsAsked asked:
                    known = await answers.AnswerAsync(known, asked.Questions, ct);
                    break;
            }
        }
    }

    /// <summary>The way that a record would take if a person submitted it and everyone approved.</summary>
    internal async Task<Tried> TryAsync(CompiledWorkflow workflow, Record record, Guid initiator, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var answers = this.AnswersFor(workflow, record, initiator, await directories.GetAsync(ct), now);
        var known = Answers.From(answers.AtOnce);
        while (true)
        {
            switch (TrialRun.Run(workflow, initiator, known, now))
            {
                case Tried tried:
                    return tried;
                case TrialAsks asked:
                    known = await answers.AnswerAsync(known, asked.Questions, ct);
                    break;
            }
        }
    }

    private QuestionAnswers AnswersFor(CompiledWorkflow workflow, Record record, Guid initiator, CompanyDirectory directory, DateTimeOffset now) => new(
        conditions,
        formulas,
        linked,
        work,
        definitions.Calendars,
        workflow.Definition,
        definitions.Current.Form(workflow.Definition.Form),
        record,
        initiator,
        directory,
        now);
}
