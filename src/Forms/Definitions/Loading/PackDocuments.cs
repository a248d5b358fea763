namespace Forms.Definitions;

/// <summary><c>units.json</c> of a pack.</summary>
public sealed record UnitsDocument(IReadOnlyList<UnitDefinition> Units);

/// <summary><c>positions.json</c> of a pack.</summary>
public sealed record PositionsDocument(IReadOnlyList<PositionDefinition> Positions);

/// <summary><c>roles.json</c> of a pack. A role named in several packs is one role: its grants add up.</summary>
public sealed record RolesDocument(IReadOnlyList<RoleDefinition> Roles);

/// <summary><c>people.json</c> of a pack.</summary>
public sealed record PeopleDocument(IReadOnlyList<PersonDefinition> People);

/// <summary><c>labels.zh-Hans.json</c> and its like: translations by path (<see cref="LabelCatalog"/>).</summary>
public sealed record LabelsDocument(IReadOnlyDictionary<string, string> Labels);
