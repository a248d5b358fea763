namespace Workflows.Elsa.Kinds;

/// <summary>The kinds of activities, listed by hand.</summary>
internal static class ElsaKinds
{
    private static readonly Dictionary<string, ElsaKind> ByType = new ElsaKind[]
    {
        new FlowchartKind(), new SequenceKind(), new ParallelKind(), new ForkKind(), new StartKind(), new EndKind(), new FinishKind(),
        new CompleteKind(), new FlowDecisionKind(), new FlowSwitchKind(), new FlowForkKind(), new FlowJoinKind(), new FlowNodeKind(),
        new IfKind(), new SwitchKind(), new ForKind(), new ForEachKind(), new ParallelForEachKind(), new WhileKind(), new BreakKind(),
        new SetVariableKind(), new SetOutputKind(), new SetNameKind(), new CorrelateKind(), new WriteLineKind(), new RunJavaScriptKind(),
        new EventKind(), new PublishEventKind(), new DelayKind(), new TimerKind(), new CronKind(), new StartAtKind(), new FaultKind(),
        new DispatchWorkflowKind(), new ExecuteWorkflowKind(),
    }.ToDictionary(kind => kind.Type, StringComparer.Ordinal);

    /// <summary>The types that files may name; workflows used as activities come with names of their own.</summary>
    public static IEnumerable<string> Types => ByType.Keys;

    public static ElsaKind? Find(string? type) => type is null ? null : ByType.GetValueOrDefault(type);
}
