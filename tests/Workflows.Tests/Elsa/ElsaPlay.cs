using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;
using Workflows.Elsa.Scripts;

namespace Workflows.Tests.Elsa;

/// <summary>
/// Runs a workflow as the shell would. Between any two calls of the engine, scripts in between included, the state is
/// written and read, so every test shows that nothing of a run is outside its state.
/// </summary>
internal sealed class ElsaPlay
{
    private readonly List<ElsaEffect> _effects = [];

    public ElsaPlay(JsonObject workflow, params JsonObject[] registered)
    {
        var (program, problems) = ElsaProgram.Link(Read(workflow), [.. registered.Select(Read)]);
        Program = program ?? throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }

    public ElsaProgram Program { get; }

    public JoinBehaviour Joins { get; init; }

    public ElsaState? State { get; private set; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<ElsaEffect> Effects => _effects;

    public ElsaInstance Main => State!.Instances[0];

    /// <summary>Lines of all instances, with blanks between.</summary>
    public string Lines => string.Join(' ', _effects.OfType<LineWritten>().Select(line => line.Text));

    public (ElsaStatus Status, ElsaSubStatus SubStatus) Status => (Main.Status, Main.SubStatus);

    public string Waiting => string.Join(' ', Main.Bookmarks.Select(bookmark => bookmark.ActivityId));

    public static (ElsaStatus Status, ElsaSubStatus SubStatus) Finished => (ElsaStatus.Finished, ElsaSubStatus.Finished);

    public static (ElsaStatus Status, ElsaSubStatus SubStatus) Suspended => (ElsaStatus.Running, ElsaSubStatus.Suspended);

    public static (ElsaStatus Status, ElsaSubStatus SubStatus) Faulted => (ElsaStatus.Finished, ElsaSubStatus.Faulted);

    public static ElsaDefinition Read(JsonObject workflow)
    {
        var read = ElsaReader.Read(workflow.ToJsonString());
        return read.Definition ?? throw new InvalidOperationException(string.Join(Environment.NewLine, read.Problems));
    }

    /// <summary>Runs a root in a workflow of its own.</summary>
    public static ElsaPlay Of(JsonObject root, JoinBehaviour joins = JoinBehaviour.Counter) => new ElsaPlay(Sketch.Workflow(root)) { Joins = joins }.Start();

    public ElsaPlay Start(params (string Name, JsonNode? Value)[] inputs)
    {
        var values = inputs.ToDictionary(input => input.Name, input => JsonSerializer.SerializeToElement(input.Value), StringComparer.Ordinal);
        Accept(new StartElsa("instance", Joins, values));
        return this;
    }

    /// <summary>Ends the wait of an activity, of whichever instance.</summary>
    public ElsaPlay Resume(string activityId, JsonNode? input = null)
    {
        var bookmark = State!.Instances.SelectMany(instance => instance.Bookmarks).First(bookmark => bookmark.ActivityId == activityId);
        Accept(new ResumeElsa(bookmark.Number, JsonSerializer.SerializeToElement(input)));
        return this;
    }

    public ElsaPlay Accept(ElsaCommand command)
    {
        var step = Do(command);
        Assert.True(step is ElsaAccepted, step.ToString());
        return this;
    }

    public ElsaRefused Refuse(ElsaCommand command)
    {
        var before = State;
        var refused = Assert.IsType<ElsaRefused>(Do(command));
        Assert.Same(before, State);
        return refused;
    }

    private ElsaStep Do(ElsaCommand command)
    {
        var effects = new List<ElsaEffect>();
        var step = ElsaEngine.Handle(Program, Thawed(State), command, Now);
        while (step is ElsaAsked asked)
        {
            effects.AddRange(asked.Effects);
            var answer = ElsaScript.Answer(asked.Question, ScriptWorkers.Evaluate(ElsaScript.Call(asked.Question, () => Guid.Empty)));
            step = ElsaEngine.Handle(Program, Thawed(asked.State), new AnswerScript(answer), Now);
        }

        if (step is ElsaAccepted accepted)
        {
            State = accepted.State;
            _effects.AddRange(effects);
            _effects.AddRange(accepted.Effects);
        }

        return step;
    }

    private static ElsaState? Thawed(ElsaState? state)
    {
        if (state is null)
        {
            return null;
        }

        var text = ElsaStateSerializer.Write(state);
        var read = ElsaStateSerializer.Read(text);
        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(text), JsonSerializer.Deserialize<JsonElement>(ElsaStateSerializer.Write(read))));
        return read;
    }
}
