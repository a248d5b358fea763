using System.Text.Json;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Definitions;

/// <summary>How a value is found when an activity runs.</summary>
internal abstract record ElsaExpression;

/// <summary>A value as it stands, converted already. JSON texts (<c>Object</c>) are among them.</summary>
internal sealed record LiteralExpression(JsonElement Value) : ElsaExpression;

/// <summary>The value of a variable, by its id or its name.</summary>
internal sealed record VariableExpression(string? Id, string? Name) : ElsaExpression;

/// <summary>The value of an input of the workflow.</summary>
internal sealed record InputExpression(string Name) : ElsaExpression;

/// <summary>A script, which only the shell can run.</summary>
internal sealed record JavaScriptExpression(string Script) : ElsaExpression;

/// <summary>An input of an activity: the expression and the type its value is converted to.</summary>
internal sealed record ElsaInput(ElsaExpression Expression, ElsaType Type);
