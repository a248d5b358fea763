namespace Forms.Definitions.Schemas;

/// <summary>Sentences for the schemas of what every pack has, by type and property; <c>*</c> is any type.</summary>
internal static class SharedDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["*.key"] = "Its name for other definitions. Lower-case letters, digits and dashes; never changed once used.",
        ["*.label"] = "What people read, in English. Other languages stand in the labels files.",
        ["PackDefinition"] = "A pack: a folder of definitions that belong together.",
        ["PackDefinition.needs"] = "Keys of the packs whose definitions this one names.",
        ["UnitsDocument"] = "The units of the company, as a tree.",
        ["UnitDefinition.kind"] = "A word of your own for what it is: headOffice, region, branch, store. Workflows look for units by it.",
        ["UnitDefinition.parent"] = "Key of the unit above. Left out at the top.",
        ["UnitDefinition.head"] = "Key of the position whose holder leads the unit.",
        ["UnitDefinition.calendar"] = "Key of the business calendar of the unit and of those below. Left out, that of the unit above, or the default.",
        ["BusinessDuration"] = "A length of time: 30bm, 4bh, 2bd (working minutes, hours, days), 12h, 3d, 2w, 1mo. With a minus the time before: -2bd.",
        ["PositionsDocument"] = "Positions that people hold and workflows look for.",
        ["PositionDefinition.unit"] = "Key of the unit it belongs to.",
        ["RolesDocument"] = "Roles and what they allow. A role may stand in several packs: what they allow adds up.",
        ["RoleDefinition.grants"] = "What members may do with which records.",
        ["RoleDefinition.administrator"] = "Members may do everything and see every record.",
        ["Grant.form"] = "Key of a form, or * for every form.",
        ["Grant.rights"] = "What may be done. Whoever may do anything must be able to read.",
        ["Grant.scope"] = "With which records: own (made by the person, or naming the person), unitAndBelow (of the person's unit and those below), all.",
        ["PeopleDocument"] = "People of the company.",
        ["PersonDefinition.key"] = "The name to sign in with: gao.min.",
        ["PersonDefinition.title"] = "Words under the name: Account manager.",
        ["PersonDefinition.unit"] = "Key of the unit in which the person works.",
        ["PersonDefinition.positions"] = "Keys of the positions held.",
        ["PersonDefinition.roles"] = "Keys of the roles held.",
        ["PersonDefinition.manager"] = "Key of the person above. Left out at the top.",
        ["PersonDefinition.language"] = "Language of the pages at first: en, zh-Hans or zh-Hant.",
        ["LabelsDocument"] = "Translations of labels, by what they belong to.",
        ["LabelsDocument.labels"] = "forms/contract, forms/contract/plural, forms/contract/fields/type, forms/contract/fields/type/sale, units/east … The check names those that are missing.",
        ["Condition"] = "A comparison of a field, a group of conditions (all, any), or a formula.",
        ["Condition.field"] = "Name of the field compared, or a link and a field behind it: customer.country.",
        ["Condition.operator"] = "How it is compared; \"is\" where left out.",
        ["Condition.value"] = "What it is compared with. Dates as 2026-12-31; @me is the current person, @today the current date; a list for isAnyOf and isNoneOf.",
        ["Condition.all"] = "All of these hold.",
        ["Condition.any"] = "At least one of these holds.",
        ["Condition.formula"] = "Name of a JavaScript file beside this one that gives true or false: over-limit.condition.js.",
    };
}
