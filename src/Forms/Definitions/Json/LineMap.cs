using System.Text.Json;

namespace Forms.Definitions.Json;

/// <summary>On which line each value of a JSON file stands, and which properties are given twice. Lines count from 1.</summary>
internal sealed class LineMap
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal) { [string.Empty] = 1 };

    /// <summary>Paths of properties given a second time, with that line and the first.</summary>
    internal List<(string Path, int Line, int FirstLine)> Duplicates { get; } = [];

    /// <summary>The line of a value, or of the nearest thing around it that is in the file.</summary>
    internal int LineOf(string path)
    {
        for (string? current = path; current is not null; current = JsonPath.Above(current))
        {
            if (this.lines.TryGetValue(current, out var line))
            {
                return line;
            }
        }

        return 1;
    }

    /// <exception cref="JsonException">The text is not JSON.</exception>
    internal static LineMap Read(ReadOnlySpan<byte> utf8)
    {
        var map = new LineMap();
        var open = new Stack<Level>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 64 });
        var (line, position) = (1, 0);
        while (reader.Read())
        {
            line += utf8[position..(int)reader.TokenStartIndex].Count((byte)'\n');
            position = (int)reader.TokenStartIndex;
            map.Token(ref reader, open, line);
        }

        return map;
    }

    private void Token(ref Utf8JsonReader reader, Stack<Level> open, int line)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                open.Pop();
                return;
            case JsonTokenType.PropertyName:
                var path = JsonPath.Member(open.Peek().Path, reader.GetString()!);
                open.Peek().Current = path;
                if (!this.lines.TryAdd(path, line))
                {
                    this.Duplicates.Add((path, line, this.lines[path]));
                }

                return;
            default:
                var place = open.TryPeek(out var level) ? level.Next() : string.Empty;
                this.lines.TryAdd(place, line);
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    open.Push(new Level(place, reader.TokenType == JsonTokenType.StartArray));
                }

                return;
        }
    }

    private sealed class Level(string path, bool isList)
    {
        private int count;

        internal string Path => path;

        internal string Current { get; set; } = string.Empty;

        internal string Next() => isList ? JsonPath.Item(path, this.count++) : this.Current;
    }
}
