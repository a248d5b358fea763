using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Definitions;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>Plays a game as the shell would, keeping what the invariants look at.</summary>
internal sealed class GamePlay
{
    private static readonly ConditionalWeakTable<WorkflowDefinition, CompiledWorkflow> Known = [];
    private static readonly ConditionalWeakTable<WorkflowDefinition, WorkflowDefinition> Next = [];

    private readonly WorkflowDefinition _definition;
    private readonly List<WorkflowCommand> _given = [];

    public GamePlay(WorkflowDefinition definition)
    {
        _definition = definition;
        Workflow = Compiled(_definition);
    }

    public CompiledWorkflow Workflow { get; private set; }

    public bool IsMigrated { get; private set; }

    public InstanceState? State { get; private set; }

    public InstanceState? Before { get; private set; }

    public WorkflowCommand? Command { get; private set; }

    public StepResult? Result { get; private set; }

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The events of each accepted command.</summary>
    public List<IReadOnlyList<WorkflowEvent>> Commands { get; } = [];

    /// <summary>The state before each accepted command.</summary>
    public List<InstanceState?> States { get; } = [];

    public int LastDecided { get; private set; }

    /// <summary>Written by the serializer of events, to compare them.</summary>
    public static string Written(object? something) => JsonSerializer.Serialize(something, JsonSerializerOptions.Web);

    /// <summary>What happened, for a person who looks for the reason of a failure.</summary>
    public string Story => string.Concat(_given.Select((command, index) =>
        $"{index + 1}: {command}{Environment.NewLine}{string.Concat(Commands[index].Select(happened => $"     {Short(happened)}{Environment.NewLine}"))}"));

    public void Do(GameMove move) => Do(move.On(Workflow, State, LastDecided), new World(move.World), move.Hours);

    /// <param name="hours">How much later than the command before.</param>
    /// <param name="twice">Whether it is also handled for a shell that answers question by question, and must give the same.</param>
    public void Do(WorkflowCommand command, IWorld world, int hours, bool twice = true)
    {
        Now += TimeSpan.FromHours(hours);
        Before = State;
        Command = command;
        var workflow = Command is MigrateInstance ? Compiled(Next.GetValue(_definition, Game.NextVersion)) : Workflow;
        Result = WorkflowEngine.Handle(workflow, State, Command, world.Effects(workflow, Answers.From(world.Answer)), Now);
        if (twice)
        {
            Assert.Equal(Written(Events(Result)), Written(Events(Asking(workflow, State, Command, world, Now))));
        }

        if (Result is Accepted accepted)
        {
            IsMigrated |= Command is MigrateInstance;
            Workflow = workflow;
            State = accepted.State;
            States.Add(Before);
            Commands.Add(accepted.Events);
            _given.Add(Command);
            LastDecided = accepted.Events.OfType<WorkItemCompleted>().LastOrDefault()?.Number ?? LastDecided;
        }
    }

    /// <summary>The same command for a shell that answers question by question.</summary>
    private static StepResult Asking(CompiledWorkflow workflow, InstanceState? state, WorkflowCommand command, IWorld world, DateTimeOffset now)
    {
        var answers = world.Effects(workflow, Answers.None);
        while (true)
        {
            var result = WorkflowEngine.Handle(workflow, state, command, answers, now);
            if (result is not Asked asked)
            {
                return result;
            }

            foreach (var question in asked.Questions)
            {
                answers = world.Answer(question) is AnswerFailure failure ? answers.WithFailure(question, failure) : With(answers, question, world.Answer(question)!);
            }
        }
    }

    private static Answers With(Answers answers, Question question, object answer) => question switch
    {
        Question<bool> asked => answers.With(asked, (bool)answer),
        Question<DateTimeOffset> asked => answers.With(asked, (DateTimeOffset)answer),
        Question<JsonElement> asked => answers.With(asked, (JsonElement)answer),
        PeopleQuestion asked => answers.With(asked, (IReadOnlyList<Signer>)answer),
        ChildrenQuestion asked => answers.With(asked, (IReadOnlyList<ChildRecord>)answer),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>The path as pages draw it now.</summary>
    public WorkflowPath Path(IWorld world)
    {
        var answers = Answers.From(world.Answer);
        var result = State is null ? PathProjection.Preview(Workflow, People.Lin, answers, Now) : PathProjection.Project(Workflow, State, answers, Now);
        return Assert.IsType<Projected>(result).Path;
    }

    private static string Short(WorkflowEvent happened) =>
        Regex.Replace(happened.ToString(), "At = [^,]*, |0000-0000-0000-0000-|[A-Za-z]+ = (?: |,|$|False|0(?![0-9]))", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static object Events(StepResult result) => result switch
    {
        Accepted accepted => accepted.Events,
        Refused refused => refused,
        _ => throw new InvalidOperationException("Expected an end of the questions."),
    };

    private static CompiledWorkflow Compiled(WorkflowDefinition definition) => Known.GetValue(definition, static definition =>
    {
        var result = WorkflowCompiler.Compile(definition);
        return result.Workflow ?? throw new InvalidOperationException(string.Join(Environment.NewLine, result.Problems));
    });
}
