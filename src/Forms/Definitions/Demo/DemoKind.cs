
namespace Forms.Definitions.Demo;

/// <summary>Demonstrations: <c>demo.json</c> of a pack.</summary>
public sealed class DemoKind() : DefinitionKind<DemoDefinition>("demo", new DefinitionLayout.Root("demo.json"))
{
    public override IReadOnlyDictionary<string, string> Descriptions => DemoDescriptions.All;

    protected override DemoDefinition WithFiles(DemoDefinition definition, IReadOnlyDictionary<string, string> files) => definition;

    protected override IEnumerable<LabelUse> Labels(DemoDefinition definition) => [new LabelUse($"demo/{definition.Key}", "label")];

    protected override void Check(DemoDefinition definition, DefinitionContext context)
    {
        context.NeedDistinct(definition.Records.Select(record => record.Id), index => $"records[{index}].id", "record");
        foreach (var (index, record) in definition.Records.Index())
        {
            var at = context.At($"records[{index}]");
            NeedPerson(record.By, at);
            CheckActs(record, at);
            if (context.Need<FormDefinition>(record.Form, $"records[{index}].form", "form") is { } form)
            {
                var values = new DemoValueCheck(definition, at);
                values.Check(record.Values, form.Fields, "values", record.HoursAgo);
                values.NeedRequired(record.Values, form.Fields, "values");
                foreach (var (number, act) in record.Acts.Index().Where(entry => entry.Item.Values is not null))
                {
                    values.Check(act.Values!, form.Fields, $"acts[{number}].values", act.HoursAgo);
                }
            }
        }
    }

    private static void CheckActs(DemoRecord record, DefinitionContext context)
    {
        var before = record.HoursAgo;
        if (before < 0)
        {
            context.Error("hoursAgo", "demo.time", "The past is counted forwards: 0 or more.");
        }

        foreach (var (index, act) in record.Acts.Index())
        {
            var at = context.At($"acts[{index}]");
            NeedPerson(act.By, at);
            if (act.HoursAgo > before || act.HoursAgo < 0)
            {
                at.Error("hoursAgo", "demo.time", $"What happens later was fewer hours ago: from {before} down to 0.");
            }

            before = act.HoursAgo;
            if (act.Act is DemoActKind.Reject or DemoActKind.Return && string.IsNullOrWhiteSpace(act.Comment))
            {
                at.Error(string.Empty, "demo.comment", "Reject and return need a \"comment\".");
            }

            if ((act.Act == DemoActKind.Edit) != (act.Values is not null))
            {
                at.Error(string.Empty, "demo.values", "\"values\" belong to \"edit\", and edit needs them.");
            }
        }
    }

    private static void NeedPerson(string key, DefinitionContext context) =>
        context.NeedOneOf(key, context.Set.Directory.People.Select(person => person.Key), "by", "person");
}
