using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Forms.Formulas.EvalCommand;

/// <summary>A result as one line of JSON, decimals with all their digits.</summary>
internal static class EvalAnswer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string id, FormulaResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(id);
            if (result.Error is { } error)
            {
                Error(json, error);
            }
            else
            {
                json.WritePropertyName("value");
                Value(json, result.Value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Error(Utf8JsonWriter json, FormulaError error)
    {
        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        Place(json, "line", error.Line);
        Place(json, "column", error.Column);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool b: json.WriteBooleanValue(b); break;
            case string s: json.WriteStringValue(s); break;
            case decimal d: json.WriteRawValue(d.ToString(CultureInfo.InvariantCulture)); break;
            case IReadOnlyDictionary<string, object?> members:
                json.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    json.WritePropertyName(name);
                    Value(json, member);
                }

                json.WriteEndObject();
                break;
            case IReadOnlyList<object?> items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Value(json, item);
                }

                json.WriteEndArray();
                break;
        }
    }
}
