using System.Text.Json;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>
/// What a kind of activity has in the file and what it does. Stateless; one instance serves all activities of the kind.
/// </summary>
internal abstract class ElsaKind
{
    /// <summary>As files name it.</summary>
    public abstract string Type { get; }

    public virtual IReadOnlyList<InputRule> Inputs => [];

    public virtual IReadOnlyList<string> Outputs => [];

    public virtual IReadOnlyList<string> Ports => [];

    /// <summary>The property that lists activities inside.</summary>
    public virtual string? Children => null;

    /// <summary>Properties that <see cref="ReadMore"/> reads.</summary>
    public virtual IReadOnlyList<string> More => [];

    public virtual bool HasVariables => false;

    /// <summary>Whether a flowchart or sequence around ends with it.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>Whether it ends after its current child when something inside breaks out of a loop.</summary>
    public virtual bool HearsBreak => false;

    /// <summary>Whether it is the loop that is broken out of.</summary>
    public virtual bool StopsBreak => false;

    /// <summary>Whether what is inside sees the current item as a variable.</summary>
    public virtual bool GivesItem => false;

    public bool Declares(string property) =>
        property == Children || (HasVariables && property == "variables") || More.Contains(property)
        || Outputs.Contains(property) || Ports.Contains(property) || Inputs.Any(input => input.Name == property);

    /// <summary>Reads what is not an input, output or activity.</summary>
    public virtual void ReadMore(JsonPlace place, ElsaActivity activity, ActivityReader reader)
    {
    }

    /// <summary>Begins, with all inputs found; or goes on after <see cref="Instance.ScheduleAgain"/>.</summary>
    /// <exception cref="ElsaFault">The activity cannot go on.</exception>
    public abstract void Execute(Instance instance, Execution at);

    /// <summary>A child has ended. Without outcomes it is Done.</summary>
    public virtual void ChildCompleted(Instance instance, Execution at, Execution child, IReadOnlyList<string>? outcomes) => instance.Complete(at);

    /// <summary>A child was cancelled while this goes on.</summary>
    public virtual void ChildCancelled(Instance instance, Execution at, Execution child)
    {
    }

    /// <summary>What it waited for has come.</summary>
    public virtual void Resumed(Instance instance, Execution at, JsonElement input) => instance.Complete(at);
}
