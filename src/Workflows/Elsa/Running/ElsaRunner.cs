using System.Collections.Immutable;
using Forms.Formulas;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Scripts;

namespace Workflows.Elsa.Running;

/// <summary>Runs a program in memory: handles commands and has scripts run. Not thread safe.</summary>
/// <param name="evaluate">Runs a script; <see cref="FormulaWorkers.EvaluateAsync"/> behind it, or a table in tests.</param>
public sealed class ElsaRunner(ElsaProgram program, Func<FormulaCall, CancellationToken, Task<FormulaResult>> evaluate, TimeProvider time)
{
    private readonly List<ElsaEffect> _effects = [];

    /// <summary>Null before the first command was accepted.</summary>
    public ElsaState? State { get; private set; }

    /// <summary>All that has happened, in order.</summary>
    public IReadOnlyList<ElsaEffect> Effects => _effects;

    /// <summary>Handles a command to its end. A refusal leaves everything as it was.</summary>
    /// <returns>The refusal, or null when the command was accepted.</returns>
    public async Task<ElsaRefused?> HandleAsync(ElsaCommand command, CancellationToken ct)
    {
        var effects = new List<ElsaEffect>();
        var step = ElsaEngine.Handle(program, State, command, time.GetUtcNow());
        while (step is ElsaAsked asked)
        {
            effects.AddRange(asked.Effects);
            var result = await evaluate(ElsaScript.Call(asked.Question, Guid.NewGuid), ct);
            step = ElsaEngine.Handle(program, asked.State, new AnswerScript(ElsaScript.Answer(asked.Question, result)), time.GetUtcNow());
        }

        if (step is ElsaRefused refused)
        {
            return refused;
        }

        var accepted = (ElsaAccepted)step;
        State = accepted.State;
        _effects.AddRange(effects);
        _effects.AddRange(accepted.Effects);
        return null;
    }

    /// <summary>The bookmarks of all instances that are still running, oldest first, those that wait for other workflows aside.</summary>
    public ImmutableArray<ElsaBookmark> Waiting => State is null
        ? []
        : [.. State.Instances.Where(instance => instance.Status == ElsaStatus.Running)
            .SelectMany(instance => instance.Bookmarks)
            .Where(bookmark => bookmark.Wait != ElsaWait.Workflow)
            .OrderBy(bookmark => bookmark.Number)];
}
