using Workflows.Activities.End;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
using Workflows.Activities.Start;

namespace Workflows.Design;

/// <summary>
/// What is moved, copied and removed as one: a step, or a step that branches with everything up to where its branches meet.
/// </summary>
/// <param name="Entry">Id of its first step.</param>
/// <param name="Steps">Ids of all its steps.</param>
/// <param name="Exit">The step that follows it; null when it ends the workflow.</param>
internal sealed record Block(string Entry, IReadOnlySet<string> Steps, string? Exit)
{
    /// <summary>The block that begins at a step.</summary>
    public static Block Of(Flow flow, string entry)
    {
        var step = flow.Step(entry);
        if (step is ForkActivity && flow.JoinOf(entry) is { } join)
        {
            var inside = flow.From(entry, stop: flow.After(join));
            return new Block(entry, Within(flow, entry, inside), flow.After(join));
        }

        if (!FlowOutcomes.OpensBlock(step))
        {
            return new Block(entry, new HashSet<string>(StringComparer.Ordinal) { entry }, flow.After(entry));
        }

        var meeting = flow.Start is { } start && flow.From(start).Contains(entry) ? new FlowOrder(flow, start).Meeting(entry) : null;
        return new Block(entry, Within(flow, entry, flow.From(entry, stop: meeting)), meeting);
    }

    /// <summary>The arrows that lead from the block to what follows it.</summary>
    public IEnumerable<Arrow> Exits(Flow flow) => Steps.SelectMany(flow.OutOf).Where(arrow => flow.Target(arrow) == Exit);

    /// <summary>The arrows that lead to its first step from elsewhere.</summary>
    public IEnumerable<Arrow> Entries(Flow flow) => flow.Into(Entry).Where(arrow => !Steps.Contains(arrow.From));

    /// <summary>Why it cannot be taken out as it is; null when it can.</summary>
    public string? Obstacle(Flow flow) =>
        Steps.Any(id => flow.Step(id) is StartActivity) ? "edit.start"
        : flow.Step(Entry) is JoinActivity ? "edit.join"
        : flow.Step(Entry) is EndActivity ? "edit.end"
        : Exit is null ? "edit.ends-here"
        : Steps.Any(id => id != Entry && flow.Into(id).Any(arrow => !Steps.Contains(arrow.From))) ? "edit.led-into"
        : null;

    /// <summary>A line back from the branches is not part of the block beyond its first step.</summary>
    private static IReadOnlySet<string> Within(Flow flow, string entry, HashSet<string> reached)
    {
        if (flow.Start is not { } start)
        {
            return reached;
        }

        // What can be reached without the entry lies before it or beside it.
        reached.ExceptWith(flow.From(start, stop: entry));
        return reached;
    }
}
