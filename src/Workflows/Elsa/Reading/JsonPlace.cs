using System.Text.Json;

namespace Workflows.Elsa.Reading;

/// <summary>An element with its place in the file. A missing member and null are places that do not exist.</summary>
internal readonly record struct JsonPlace(JsonElement Element, string Path, ReadReport Report)
{
    public bool Exists => Element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public JsonPlace Member(string name)
    {
        var path = Path.Length == 0 ? name : $"{Path}.{name}";
        return Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value)
            ? new JsonPlace(value, path, Report)
            : new JsonPlace(default, path, Report);
    }

    /// <summary>The items of a list; none, with a problem, when it is something else.</summary>
    public IReadOnlyList<JsonPlace> Items()
    {
        if (!Exists)
        {
            return [];
        }

        if (Element.ValueKind != JsonValueKind.Array)
        {
            Expect("a list");
            return [];
        }

        var (path, report) = (Path, Report);
        return [.. Element.EnumerateArray().Select((item, index) => new JsonPlace(item, $"{path}[{index}]", report))];
    }

    public IEnumerable<JsonPlace> Members()
    {
        var (path, report) = (Path, Report);
        return Element.EnumerateObject().Select(member => new JsonPlace(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", report));
    }

    public bool NeedObject() => Element.ValueKind == JsonValueKind.Object || Expect("an object");

    public string? Text() => !Exists || Element.ValueKind == JsonValueKind.String || Expect("a text") ? Element.ValueKind == JsonValueKind.String ? Element.GetString() : null : null;

    public int? Whole() => !Exists ? null : Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) ? number : Expect("a whole number") ? 0 : null;

    public bool Flag() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null or JsonValueKind.Undefined => false,
        _ => Expect("true or false"),
    };

    /// <summary>Names every member that nothing here understands.</summary>
    public void RefuseOthers(Func<string, bool> known, string what)
    {
        foreach (var member in Element.EnumerateObject().Where(member => !known(member.Name)))
        {
            Report.Error(Member(member.Name).Path, "elsa.unknown-property", $"Expected a known {what}, but found '{member.Name}'.");
        }
    }

    public bool Expect(string what)
    {
        Report.Error(Path, "elsa.type", $"Expected {what}, but found {Word(Element.ValueKind)}.");
        return false;
    }

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "nothing",
    };
}
