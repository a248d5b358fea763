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
[JsonDerivedType(typeof(PersonFieldRule), "personField")]
public abstract record SignerRule
{
    /// <summary>The value of <c>of</c> that means the person who submitted.</summary>
    public const string Initiator = "initiator";
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

/// <summary>Everybody who holds the position.</summary>
public sealed record PositionRule : SignerRule
{
    /// <summary>Key of the position.</summary>
    public required string Position { get; init; }
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

/// <summary>The person (or people) named in a field of the record.</summary>
public sealed record PersonFieldRule : SignerRule
{
    /// <summary>Name of a person field, or a path over one link: <c>customer.owner</c>.</summary>
    public required string Field { get; init; }
}
