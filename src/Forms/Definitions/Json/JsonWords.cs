using System.Text.Json;

namespace Forms.Definitions.Json;

/// <summary>Says in plain words what the JSON reader did not understand.</summary>
internal static class JsonWords
{
    internal static string Explain(JsonException problem)
    {
        var message = problem.Message;
        var found = message.Length > 2 && message[0] == '\'' && message.IndexOf('\'', 1) is var end and > 0 ? $", but found {Name(message[1..end])}" : string.Empty;
        return message switch
        {
            _ when Says("trailing comma") => "A comma stands before a closing bracket. Remove it.",
            _ when Says("invalid start of a property name") => $"A property name in double quotes was expected{found}.",
            _ when Says("invalid after a value") || Says("invalid after a single JSON value") => $"A comma or a closing bracket was expected{found}.",
            _ when Says("invalid after a property name") => $"A colon was expected after the property name{found}.",
            _ when Says("invalid start of a value") => $"A value was expected{found}. Texts stand in double quotes.",
            _ when Says("does not contain any JSON tokens") => "The file is empty.",
            _ when Says("depth") && Says("end of the JSON") => "The file ends before every bracket is closed.",
            _ when Says("Expected end of string") || Says("within a JSON string") => "A text is not closed on its line. It ends with a double quote; a line break in it is written \\n.",
            _ when Says("end of data") || Says("reached end") => "The file ends in the middle of a value.",
            _ => "This is not JSON: " + Short(message),
        };

        bool Says(string words) => message.Contains(words, StringComparison.Ordinal);
    }

    private static string Name(string sign) => sign switch
    {
        "0x0A" or "\n" => "the end of the line",
        "/" => "\"/\" (JSON has no comments)",
        _ => $"\"{sign}\"",
    };

    private static string Short(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
