using System.Text.Json.Serialization;

namespace Workflows.Definitions;

/// <summary>
/// A rule that finds people: who signs an approval, or whom a notification reaches. The shell turns rules into people
/// by the directory as it is at that moment; the engine only asks.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "rule")]
[JsonDerivedType(typeof(PersonRule), "person")]
[JsonDerivedType(typeof(RoleRule), "role")]
[JsonDerivedType(typeof(PositionRule), "position")]
[JsonDerivedType(typeof(ManagerRule), "manager")]
[JsonDerivedType(typeof(UnitHeadRule), "unitHead")]
[JsonDerivedType(typeof(UnitRule), "unit")]
[JsonDerivedType(typeof(PersonFieldRule), "personField")]
[JsonDerivedType(typeof(FormulaRule), "formula")]
[JsonDerivedType(typeof(ChosenRule), "chosen")]
public abstract record SignerRule
{
    /// <summary>The value of <c>of</c> that means the person who submitted.</summary>
    public const string Initiator = "initiator";

    /// <summary>For a vote: the weight of each person found, at least 1; 1 when absent.</summary>
    [JsonPropertyOrder(10)]
    public int? Weight { get; init; }
}

/// <summary>This person.</summary>
public sealed record PersonRule : SignerRule
{
    /// <summary>Key of the person in the directory: <c>gao.min</c>.</summary>
    public required string Person { get; init; }
}

/// <summary>Everybody who has the role.</summary>
public sealed record RoleRule : SignerRule
{
    /// <summary>Key of the role.</summary>
    public required string Role { get; init; }
}

/// <summary>Everybody who holds the position; with <see cref="Of"/>, only in the nearest unit where somebody does.</summary>
public sealed record PositionRule : SignerRule
{
    /// <summary>Key of the position.</summary>
    [JsonPropertyOrder(0)]
    public required string Position { get; init; }

    /// <summary><see cref="SignerRule.Initiator"/>, or the name of a person field: looked for from that person's unit upwards.</summary>
    [JsonPropertyOrder(1)]
    public string? Of { get; init; }
}

/// <summary>The manager of a person, some levels up.</summary>
public sealed record ManagerRule : SignerRule
{
    /// <summary><see cref="SignerRule.Initiator"/>, or the name of a person field.</summary>
    [JsonPropertyOrder(0)]
    public required string Of { get; init; }

    /// <summary>1 (when absent) is the direct manager, 2 the manager's manager; at most 10.</summary>
    [JsonPropertyOrder(1)]
    public int? Levels { get; init; }
}

/// <summary>The head of the unit in which a person works, or of the nearest unit above it that is of a kind.</summary>
public sealed record UnitHeadRule : SignerRule
{
    /// <summary><see cref="SignerRule.Initiator"/>, or the name of a person field.</summary>
    [JsonPropertyOrder(0)]
    public required string Of { get; init; }

    /// <summary>Kind of the unit looked for upwards (<c>region</c>); the person's own unit when absent.</summary>
    [JsonPropertyOrder(1)]
    public string? UnitKind { get; init; }
}

/// <summary>Everybody who works in a unit, the units below it not included.</summary>
public sealed record UnitRule : SignerRule
{
    /// <summary>Key of the unit.</summary>
    public required string Unit { get; init; }
}

/// <summary>The person (or people) named in a field of the record.</summary>
public sealed record PersonFieldRule : SignerRule
{
    /// <summary>Name of a person field, or a path over one link: <c>customer.owner</c>.</summary>
    public required string Field { get; init; }
}

/// <summary>Whom a formula names: the key of a person, or a list of keys.</summary>
public sealed record FormulaRule : SignerRule
{
    /// <summary>File name of the formula beside workflow.json: <c>who.signers.js</c>.</summary>
    public required string Formula { get; init; }
}

/// <summary>Whom the initiator has chosen when submitting.</summary>
public sealed record ChosenRule : SignerRule
{
    /// <summary>Key of the role that the chosen people must have; anybody when absent.</summary>
    [JsonPropertyOrder(0)]
    public string? Role { get; init; }

    /// <summary>How many at the most; one when absent.</summary>
    [JsonPropertyOrder(1)]
    public int? Most { get; init; }
}
