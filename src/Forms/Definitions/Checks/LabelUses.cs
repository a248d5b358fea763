namespace Forms.Definitions.Checks;

/// <summary>The labels in a file that want translations.</summary>
internal static class LabelUses
{
    internal static IEnumerable<LabelUse> Of(DefinitionFile file) => file.Document switch
    {
        PackDefinition pack => [new LabelUse($"packs/{pack.Key}", "label")],
        UnitsDocument document => document.Units.Index().Select(entry => new LabelUse($"units/{entry.Item.Key}", $"units[{entry.Index}].label")),
        PositionsDocument document => document.Positions.Index().Select(entry => new LabelUse($"positions/{entry.Item.Key}", $"positions[{entry.Index}].label")),
        RolesDocument document => document.Roles.Index().Select(entry => new LabelUse($"roles/{entry.Item.Key}", $"roles[{entry.Index}].label")),
        IDefinition definition => file.Kind!.LabelsOfAny(definition),
        _ => [],
    };
}
