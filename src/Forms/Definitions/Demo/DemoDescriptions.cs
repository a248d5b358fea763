namespace Forms.Definitions.Demo;

/// <summary>Sentences for the schema of demonstrations.</summary>
internal static class DemoDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DemoDefinition"] = "Records and acts that make a new installation look lived in.",
        ["DemoRecord.id"] = "Names the record within the demo, for links.",
        ["DemoRecord.form"] = "Key of the form.",
        ["DemoRecord.by"] = "Key of the person who makes it.",
        ["DemoRecord.hoursAgo"] = "When it was made, in hours before the demo is played.",
        ["DemoRecord.values"] = "Values by field name. A link is the id of an older record, a person a key, a date may be @today+7.",
        ["DemoRecord.acts"] = "What happened to it since, in order of time.",
        ["DemoAct.by"] = "Key of the person.",
        ["DemoAct.hoursAgo"] = "When, in hours before the demo is played.",
        ["DemoAct.comment"] = "Words of the person; reject and return need them.",
        ["DemoAct.straightBack"] = "Of return: resubmitted, the record comes straight back to this signer.",
        ["DemoAct.values"] = "Of edit: the values changed.",
    };
}
