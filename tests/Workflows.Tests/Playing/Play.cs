using Workflows.Definitions;
using Workflows.Migration;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Workflows.Tests.Playing;

/// <summary>
/// Plays an instance as the shell would: answers what the engine asks, keeps the state and all events. Every accepted
/// step is an hour later than the one before.
/// </summary>
internal sealed class Play
{
    private readonly List<WorkflowEvent> _events = [];
    private readonly List<IReadOnlyList<WorkflowEvent>> _commands = [];

    public Play(WorkflowDefinition definition) => Workflow = Compiled(definition);

    public CompiledWorkflow Workflow { get; private set; }

    public InstanceState? State { get; private set; }

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<WorkflowEvent> Events => _events;

    /// <summary>The events of each accepted command.</summary>
    public IReadOnlyList<IReadOnlyList<WorkflowEvent>> Commands => _commands;

    public List<Question> Asked { get; } = [];

    /// <summary>Whether a decision's condition holds, by activity; false when absent.</summary>
    public Dictionary<string, bool> Holds { get; } = [];

    /// <summary>Whom the rules of a step find, by activity; nobody when absent.</summary>
    public Dictionary<string, Guid[]> Finds { get; } = [];

    /// <summary>The records that a step with a sub-workflow runs on, by activity.</summary>
    public Dictionary<string, ChildRecord[]> Children { get; } = [];

    /// <summary>Who may act for whom: holder and proxy.</summary>
    public HashSet<(Guid Holder, Guid Proxy)> Proxies { get; } = [];

    /// <summary>Questions that have no answer, by key.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>The same, for all keys that begin so.</summary>
    public List<string> BrokenPrefixes { get; } = [];

    /// <summary>Steps whose effect the transaction did not take.</summary>
    public List<string> BrokenEffects { get; } = [];

    /// <summary>Weights of votes, by person; 1 when absent.</summary>
    public Dictionary<Guid, int> Weights { get; } = [];

    public Guid? Manager { get; set; }

    public Guid? Administrator { get; set; } = People.Admin;

    public Play Where(string decision, bool holds = true)
    {
        Holds[decision] = holds;
        return this;
    }

    public Play With(string step, params Guid[] people)
    {
        Finds[step] = people;
        return this;
    }

    /// <summary>Handles a command to the end of its questions; an accepted one moves the instance and the clock.</summary>
    public StepResult Do(WorkflowCommand command)
    {
        var answers = BrokenEffects.Aggregate(
            Answers.None,
            (known, step) => known.WithFailure(new EffectQuestion(step), new AnswerFailure("test.effect", "Expected a record that its form takes.")));
        while (true)
        {
            switch (WorkflowEngine.Handle(Workflow, State, command, answers, Now))
            {
                case Asked asked:
                    Asked.AddRange(asked.Questions);
                    answers = asked.Questions.Aggregate(answers, Answer);
                    break;
                case Accepted accepted:
                    State = accepted.State;
                    _events.AddRange(accepted.Events);
                    _commands.Add(accepted.Events);
                    Now += TimeSpan.FromHours(1);
                    return accepted;
                case var refused:
                    return refused;
            }
        }
    }

    public IReadOnlyList<WorkflowEvent> Accept(WorkflowCommand command)
    {
        var result = Do(command);
        return Assert.IsType<Accepted>(result).Events;
    }

    public Refused Refuse(WorkflowCommand command) => Assert.IsType<Refused>(Do(command));

    public Play Start()
    {
        Accept(new StartInstance(People.Lin));
        return this;
    }

    public IReadOnlyList<WorkflowEvent> Approve(Guid person) => Decide(person, WorkItemDecision.Approve, null);

    public IReadOnlyList<WorkflowEvent> Reject(Guid person) => Decide(person, WorkItemDecision.Reject, "too dear");

    public IReadOnlyList<WorkflowEvent> Return(Guid person, ResumeMode resume = ResumeMode.InOrder) =>
        Accept(new CompleteWorkItem(OpenItemOf(person).Number, person, WorkItemDecision.Return, "60 days is too long", resume));

    /// <summary>Returns to a step that was passed.</summary>
    public IReadOnlyList<WorkflowEvent> ReturnTo(Guid person, string step, ResumeMode resume) =>
        Accept(new CompleteWorkItem(OpenItemOf(person).Number, person, WorkItemDecision.Return, "once more", resume) { To = step });

    public IReadOnlyList<WorkflowEvent> Complete(Guid person, string? button = null) =>
        Accept(new CompleteWorkItem(OpenItemOf(person).Number, person, WorkItemDecision.Complete, null) { Button = button });

    public IReadOnlyList<WorkflowEvent> Transfer(Guid person, Guid to) => Accept(new TransferWorkItem(OpenItemOf(person).Number, person, to, null));

    public IReadOnlyList<WorkflowEvent> Delegate(Guid person, Guid to) => Accept(new DelegateWorkItem(OpenItemOf(person).Number, person, to, "what do you think?"));

    public IReadOnlyList<WorkflowEvent> Add(Guid person, AddedPlace place, params Guid[] people) =>
        Accept(new AddSigners(OpenItemOf(person).Number, person, place, people, null));

    /// <summary>Takes back the last decision of a person.</summary>
    public StepResult TakeBack(Guid person, bool changed = false) => Do(new TakeBackDecision(Decided(person).Number, person, changed));

    /// <summary>The wait of a step, which is over now.</summary>
    public IReadOnlyList<WorkflowEvent> Fire(string step, string? outcome = null) => Accept(new FireWait(WaitAt(step).Number, outcome));

    public PendingWait WaitAt(string step) => State!.Waits.First(wait => State.Path.First(visit => visit.Number == wait.Visit).ActivityId == step);

    /// <summary>The pending item of a person, open or held.</summary>
    public WorkItem ItemOf(Guid person) => State!.WorkItems.Last(item => item.Person == person && item.State is (WorkItemState.Open or WorkItemState.Held));

    public IReadOnlyList<WorkflowEvent> Resubmit() => Accept(new Resubmit(People.Lin, "now 30 days"));

    /// <summary>The plan of a move to another version.</summary>
    public MigrationPlan Plan(WorkflowDefinition definition, IReadOnlyDictionary<string, string> choices) =>
        MigrationPlan.For(Workflow, Compiled(definition), State!, choices);

    /// <summary>Moves to another version as planned.</summary>
    public MigrationPlan Migrate(WorkflowDefinition definition, IReadOnlyDictionary<string, string> choices)
    {
        var plan = Plan(definition, choices);
        Workflow = Compiled(definition);
        Accept(new MigrateInstance(People.Admin, 2, plan.Moves, null));
        return plan;
    }

    public Refused RefuseMigration(WorkflowDefinition definition, IReadOnlyDictionary<string, string> moves) =>
        Assert.IsType<Refused>(WorkflowEngine.Handle(Compiled(definition), State, new MigrateInstance(People.Admin, 2, moves, null), Answers.None, Now));

    public WorkItem OpenItemOf(Guid person) => State!.OpenWorkItems.Single(item => item.Person == person);

    /// <summary>The people whose turn it is, in the order of their items.</summary>
    public IReadOnlyList<Guid> Waiting => [.. State!.OpenWorkItems.Select(item => item.Person)];

    /// <summary>The activities at which the instance waits.</summary>
    public IReadOnlyList<string> At => [.. State!.Tokens.Select(visit => visit.ActivityId)];

    public WorkflowPath Path()
    {
        var answers = Answers.None;
        while (true)
        {
            var result = State is null
                ? PathProjection.Preview(Workflow, People.Lin, answers, Now)
                : PathProjection.Project(Workflow, State, answers, Now);
            if (result is Projected projected)
            {
                return projected.Path;
            }

            answers = ((QuestionsAsked)result).Questions.Aggregate(answers, Answer);
        }
    }

    private static CompiledWorkflow Compiled(WorkflowDefinition definition)
    {
        var result = WorkflowCompiler.Compile(definition);
        return result.Workflow ?? throw new InvalidOperationException(string.Join(Environment.NewLine, result.Problems));
    }

    private WorkItem Decided(Guid person) => State!.WorkItems.Last(item =>
        (item.ActedBy ?? item.Person) == person && item.State is (WorkItemState.Approved or WorkItemState.Rejected or WorkItemState.Returned or WorkItemState.Done));

    private IReadOnlyList<WorkflowEvent> Decide(Guid person, WorkItemDecision decision, string? comment) =>
        Accept(new CompleteWorkItem(OpenItemOf(person).Number, person, decision, comment));

    private Answers Answer(Answers answers, Question question) => Broken.Contains(question.Key) || BrokenPrefixes.Exists(prefix => question.Key.StartsWith(prefix, StringComparison.Ordinal))
        ? answers.WithFailure(question, new AnswerFailure("test.broken", "Expected an answer, but found none."))
        : question switch
        {
            ConditionQuestion asked => answers.With(asked, Holds.GetValueOrDefault(asked.Case is null ? asked.ActivityId : $"{asked.ActivityId}/{asked.Case}")),
            ManagerQuestion asked => answers.With(asked, Found(Manager, "manager of the initiator")),
            AdministratorQuestion asked => answers.With(asked, Found(Administrator, "administrator")),
            StandInQuestion asked => answers.With(asked, Found(People.Admin, "stand-in")),
            SignersQuestion { Chosen: { Count: > 0 } chosen } asked => answers.With(asked, [.. chosen.Select(person => new Signer(person, "chosen"))]),
            PeopleQuestion asked => answers.With(asked, [.. Finds.GetValueOrDefault(asked.ActivityId, []).Select((person, index) => new Signer(person, "by rule") { Weight = Weights.GetValueOrDefault(person, 1) })]),
            ProxyQuestion asked => answers.With(asked, Proxies.Contains((asked.Holder, asked.Person))),
            CandidateQuestion asked => answers.With(asked, asked.To != People.Left),
            DueQuestion asked => answers.With(asked, asked.From + Length(asked.Length)),
            ShiftQuestion asked => answers.With(asked, asked.DueAt + (asked.RunsAt - asked.StoppedAt)),
            MomentQuestion asked => answers.With(asked, Now + Length(asked.After ?? "0h")),
            ChildrenQuestion asked => answers.With(asked, Children.GetValueOrDefault(asked.ActivityId, [])),
            FormulaQuestion asked => answers.With(asked, System.Text.Json.JsonSerializer.SerializeToElement(42)),
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };

    /// <summary>Business time in games has no nights: <c>5h</c> is five hours.</summary>
    private static TimeSpan Length(string text) =>
        TimeSpan.FromHours(int.Parse(text.TrimEnd('b', 'h'), System.Globalization.CultureInfo.InvariantCulture));

    private static IReadOnlyList<Signer> Found(Guid? person, string because) => person is { } found ? [new Signer(found, because)] : [];
}
