using System.Text.Json;
using Workflows.Elsa.Definitions;

namespace Backoffice.Web.Commands;

/// <summary>Inputs given on the command line: <c>NAME=VALUE</c>.</summary>
internal static class RunElsaInputs
{
    internal static Dictionary<string, JsonElement> Read(ElsaProgram program, IReadOnlyList<string> given)
    {
        var inputs = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var input in given)
        {
            var at = input.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                throw new UsageException($"--input is NAME=VALUE, not \"{input}\".");
            }

            inputs[input[..at]] = Value(input[(at + 1)..], program.IsTextInput(input[..at]));
        }

        return inputs;
    }

    private static JsonElement Value(string text, bool isText)
    {
        try
        {
            return isText ? JsonSerializer.SerializeToElement(text) : JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }
}
