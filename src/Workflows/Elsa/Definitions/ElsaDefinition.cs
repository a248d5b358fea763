using System.Text.Json;

namespace Workflows.Elsa.Definitions;

/// <summary>
/// A workflow definition of Elsa 3, read from the JSON that its designer exports. <see cref="Source"/> keeps all of it,
/// positions on the canvas included; the other members are what running it needs.
/// </summary>
public sealed class ElsaDefinition
{
    internal ElsaDefinition(JsonElement source, ElsaActivity root) => (Source, Root) = (source, root);

    /// <summary>The file as it came.</summary>
    public JsonElement Source { get; }

    /// <summary>Names all versions of the workflow together; what other workflows refer to.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Names this version.</summary>
    public required string Id { get; init; }

    public required string? Name { get; init; }

    public required int Version { get; init; }

    /// <summary>Whether faulting activities leave the workflow running (<c>ContinueWithIncidentsStrategy</c>).</summary>
    public required bool ContinuesWithIncidents { get; init; }

    internal IReadOnlyList<ElsaVariable> Variables { get; init; } = [];

    internal IReadOnlyList<ElsaArgument> Inputs { get; init; } = [];

    internal IReadOnlyList<ElsaArgument> Outputs { get; init; } = [];

    internal ElsaActivity Root { get; }
}
