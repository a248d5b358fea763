using System.Globalization;
using System.Text.Json;
using static Workflows.Elsa.Values.ElsaValues;

namespace Workflows.Elsa.Values;

/// <summary>
/// A type of a variable, input or output, by the alias or the .NET name that Elsa writes (<c>Int32</c>,
/// <c>System.Int32, System.Private.CoreLib</c>), and how Elsa converts a value to it.
/// </summary>
internal sealed class ElsaType
{
    private delegate JsonElement? Converter(JsonElement value);

    private static readonly Dictionary<string, ElsaType> Known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Converter _convert;
    private readonly JsonElement _default;

    private ElsaType(string name, Converter convert, JsonElement @default) => (Name, _convert, _default) = (name, convert, @default);

    static ElsaType()
    {
        foreach (var type in new[] { Object, Json, String, Boolean, Int32, Decimal, DateTime, DateTimeOffset, TimeSpan, Guid, List })
        {
            Known.Add(type.Name, type);
        }

        Whole("Int16", short.MinValue, short.MaxValue);
        Whole("Int64", long.MinValue, long.MaxValue);
        Whole("Byte", byte.MinValue, byte.MaxValue);
        Whole("UInt32", uint.MinValue, uint.MaxValue);
        Known.Add("Double", new ElsaType("Double", Number, Of(0m)));
        Known.Add("Single", new ElsaType("Single", Number, Of(0m)));
        Known.Add("DateOnly", new ElsaType("DateOnly", v => Parse(v, t => System.DateOnly.Parse(t, CultureInfo.InvariantCulture).ToString("O", CultureInfo.InvariantCulture)), Of("0001-01-01")));
        Known.Add("TimeOnly", new ElsaType("TimeOnly", v => Parse(v, t => System.TimeOnly.Parse(t, CultureInfo.InvariantCulture).ToString("O", CultureInfo.InvariantCulture)), Of("00:00:00.0000000")));
        Known.Add("Uri", String);
        foreach (var any in new[] { "JsonObject", "JsonNode", "JsonElement", "ExpandoObject", "ObjectDictionary", "Dictionary", "IDictionary", "StringDictionary" })
        {
            Known.Add(any, Json);
        }

        foreach (var list in new[] { "JsonArray", "ObjectArray", "StringArray", "ObjectList", "StringList", "ICollection", "IEnumerable", "Array" })
        {
            Known.Add(list, List);
        }
    }

    public static ElsaType Object { get; } = new("Object", static v => v, Null);

    /// <summary>An object with members. Where the designer has a text box for one, it is written as JSON in a text.</summary>
    public static ElsaType Json { get; } = new("Json", static v => v.ValueKind == JsonValueKind.String && ElsaJson.TryParse(v.GetString()!, out var parsed) ? parsed : v, Null);

    public static ElsaType String { get; } = new("String", static v => Of(Text(v)), Null);

    public static ElsaType Boolean { get; } = new("Boolean", ToBoolean, Of(false));

    public static ElsaType Int32 { get; } = new("Int32", v => ToWhole(v, int.MinValue, int.MaxValue), Of(0m));

    public static ElsaType Decimal { get; } = new("Decimal", Number, Of(0m));

    public static ElsaType DateTime { get; } = new("DateTime", v => Parse(v, ToDateTime), Of("0001-01-01T00:00:00"));

    public static ElsaType DateTimeOffset { get; } = new("DateTimeOffset", v => Parse(v, ToDateTimeOffset), Of("0001-01-01T00:00:00+00:00"));

    public static ElsaType TimeSpan { get; } = new("TimeSpan", v => Parse(v, t => System.TimeSpan.Parse(t, CultureInfo.InvariantCulture).ToString("c", CultureInfo.InvariantCulture)), Of("00:00:00"));

    public static ElsaType Guid { get; } = new("Guid", v => Parse(v, t => System.Guid.Parse(t).ToString()), Of(System.Guid.Empty.ToString()));

    public static ElsaType List { get; } = new("List", ToList, Null);

    public string Name { get; }

    /// <summary>The type by its name, or null when it is not known here.</summary>
    public static ElsaType? Find(string? name, bool isArray)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return isArray ? List : Object;
        }

        // "System.Collections.Generic.List`1[[System.String, …]], …" and "System.Int32, System.Private.CoreLib"
        var simple = name.Split(['`', ',', '['], 2)[0].Trim();
        simple = simple[(simple.LastIndexOf('.') + 1)..].TrimEnd('?');
        isArray |= name.EndsWith("[]", StringComparison.Ordinal) || simple is "List" or "HashSet" or "IList" or "IReadOnlyList";
        if (isArray)
        {
            return List;
        }

        return simple == "Nullable" ? Object : Known.GetValueOrDefault(simple);
    }

    /// <summary>The value as this type; null when it cannot be. Nothing becomes the default of the type, as in Elsa.</summary>
    public JsonElement? Convert(JsonElement value) => IsNull(value) ? _default : _convert(value);

    private static void Whole(string name, decimal from, decimal to) =>
        Known.Add(name, new ElsaType(name, v => ToWhole(v, from, to), Of(0m)));

    private static JsonElement? ToBoolean(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => value,
        JsonValueKind.Number => Of(value.GetDouble() != 0),
        JsonValueKind.String when value.GetString()!.Trim().Length == 0 => Of(false),
        JsonValueKind.String when bool.TryParse(value.GetString(), out var parsed) => Of(parsed),
        _ => null,
    };

    private static JsonElement? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? Of(number) : value,
        JsonValueKind.String when value.GetString()!.Trim().Length == 0 => Of(0m),
        JsonValueKind.String => decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? Of(parsed) : null,
        JsonValueKind.True => Of(1m),
        JsonValueKind.False => Of(0m),
        _ => null,
    };

    /// <summary>A fraction is rounded as .NET converts it: ties to the even neighbour.</summary>
    private static JsonElement? ToWhole(JsonElement value, decimal from, decimal to) =>
        Number(value) is { } number && number.TryGetDecimal(out var exact) && decimal.Round(exact) is var whole && whole >= from && whole <= to
            ? Of(whole)
            : null;

    private static JsonElement? ToList(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return Of(Items(value));
        }

        // Lists are written as JSON in a text where the designer has a text box for them.
        return ElsaJson.TryParse(value.GetString()!, out var parsed) && parsed.ValueKind == JsonValueKind.Array ? parsed : Of([value]);
    }

    private static JsonElement? Parse(JsonElement value, Func<string, string> parse)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? Of(parse(value.GetString()!.Trim())) : null;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string ToDateTime(string text) =>
        System.DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    private static string ToDateTimeOffset(string text) =>
        System.DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}
