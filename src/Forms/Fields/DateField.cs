using System.Globalization;
using System.Text.Json;

namespace Forms.Fields;

/// <summary>A date without time, from 1753 (the earliest a SQL Server date-time index accepts) to 9999.</summary>
public sealed record DateField : FieldDefinition
{
    private static readonly DateOnly Earliest = new(1753, 1, 1);

    public override FieldStorage Storage => new FieldStorage.Date();

    public override ParsedValue Parse(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return ParsedValue.Empty;
        }

        var text = json.ValueKind == JsonValueKind.String ? json.GetString()!.Trim() : json.GetRawText();
        if (text.Length == 0)
        {
            return ParsedValue.Empty;
        }

        // A midnight time is how databases export dates.
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'00:00:00", "yyyy-MM-dd 00:00:00", "yyyy-MM-dd 00:00:00.000"];
        return DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= Earliest
            ? ParsedValue.Of(date)
            : this.Wrong("field.date", $"\"{text}\" is not a date. Write it as 2026-12-31.", text);
    }

    public override string Format(object? value, FieldFormat format) =>
        value is DateOnly date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty;
}
