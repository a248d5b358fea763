using System.Text.Json;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Definitions;

/// <summary>A variable of a workflow or a container, with its value at the start.</summary>
internal sealed record ElsaVariable(string Id, string Name, ElsaType Type, JsonElement Value);

/// <summary>An input or output that a workflow declares.</summary>
internal sealed record ElsaArgument(string Name, ElsaType Type);
