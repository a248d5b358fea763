using Forms.Definitions.Demo;

namespace Backoffice.Data.Demo;

/// <summary>One thing done: a record made (then <paramref name="Act"/> is null), or an act on it.</summary>
internal sealed record DemoStep(DemoDefinition Demo, DemoRecord Record, DemoAct? Act)
{
    internal decimal HoursAgo => this.Act?.HoursAgo ?? this.Record.HoursAgo;

    internal string By => this.Act?.By ?? this.Record.By;

    /// <summary>Of all demos, oldest first; of equal times in the order of the file.</summary>
    internal static IEnumerable<DemoStep> InOrder(IEnumerable<DemoDefinition> demos) => demos
        .SelectMany(demo => demo.Records.SelectMany(record =>
            record.Acts.Select(act => new DemoStep(demo, record, act)).Prepend(new DemoStep(demo, record, null))))
        .OrderByDescending(step => step.HoursAgo);

    public override string ToString() =>
        $"demo \"{this.Demo.Key}\", record \"{this.Record.Id}\", {(this.Act is null ? "made" : this.Act.Act.ToString())} by {this.By}";
}
