using Forms.Formulas.Evaluation;
using Forms.Formulas.Numbers;

namespace Forms.Formulas.Protocol;

/// <summary>Values as bytes: a tag, then the content. Whatever number types come in, decimals go out.</summary>
internal static class ValueCodec
{
    private const int MaxDepth = 64;

    private enum Tag : byte
    {
        Null,
        False,
        True,
        Text,
        Number,
        List,
        Object,
    }

    /// <exception cref="FormulaException">The value cannot be passed to a formula.</exception>
    public static void Write(BinaryWriter writer, object? value, int maxBytes, int depth = 0)
    {
        if (depth > MaxDepth || writer.BaseStream.Position > maxBytes)
        {
            throw new FormulaException(FormulaErrorCodes.Input, depth > MaxDepth
                ? $"The inputs are nested more than {MaxDepth} deep."
                : $"The inputs are larger than {maxBytes:N0} bytes.");
        }

        switch (value)
        {
            case null: writer.Write((byte)Tag.Null); break;
            case bool b: writer.Write((byte)(b ? Tag.True : Tag.False)); break;
            case string s:
                writer.Write((byte)Tag.Text);
                writer.Write(s);
                break;
            case DateOnly date: Write(writer, DateText.Write(date), maxBytes, depth); break;
            case IReadOnlyDictionary<string, object?> members:
                writer.Write((byte)Tag.Object);
                WriteMembers(writer, members, maxBytes, depth);
                break;
            case IEnumerable<object?> items: WriteItems(writer, [.. items], maxBytes, depth); break;
            case System.Collections.ICollection items: WriteItems(writer, [.. items.Cast<object?>()], maxBytes, depth); break;
            default:
                writer.Write((byte)Tag.Number);
                writer.Write(Number(value));
                break;
        }
    }

    public static void WriteMembers(BinaryWriter writer, IReadOnlyDictionary<string, object?> members, int maxBytes, int depth = 0)
    {
        writer.Write(members.Count);
        foreach (var (name, member) in members)
        {
            writer.Write(name);
            Write(writer, member, maxBytes, depth + 1);
        }
    }

    public static object? Read(BinaryReader reader)
    {
        var tag = (Tag)reader.ReadByte();
        switch (tag)
        {
            case Tag.Null: return null;
            case Tag.False: return false;
            case Tag.True: return true;
            case Tag.Text: return reader.ReadString();
            case Tag.Number: return reader.ReadDecimal();
            case Tag.List:
                var items = new object?[Count(reader)];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = Read(reader);
                }

                return items;
            case Tag.Object: return ReadMembers(reader);
            default: throw new InvalidDataException($"There is no value tag {tag}.");
        }
    }

    public static Dictionary<string, object?> ReadMembers(BinaryReader reader)
    {
        var count = Count(reader);
        var members = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            members[reader.ReadString()] = Read(reader);
        }

        return members;
    }

    private static void WriteItems(BinaryWriter writer, object?[] items, int maxBytes, int depth)
    {
        writer.Write((byte)Tag.List);
        writer.Write(items.Length);
        foreach (var item in items)
        {
            Write(writer, item, maxBytes, depth + 1);
        }
    }

    /// <summary>Each item takes a byte at least.</summary>
    private static int Count(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= reader.BaseStream.Length - reader.BaseStream.Position
            ? count
            : throw new InvalidDataException($"A list of {count} items is not plausible.");
    }

    private static decimal Number(object value) => value switch
    {
        decimal d => d,
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
        double d when double.IsFinite(d) && NumberText.TryFromDouble(d, out var exact) => exact,
        float f when NumberText.TryParse(f.ToString("R", System.Globalization.CultureInfo.InvariantCulture), out var exact) => exact,
        double or float => throw new FormulaException(FormulaErrorCodes.Input, $"The number {value} cannot be passed to a formula."),
        _ => throw new FormulaException(FormulaErrorCodes.Input, $"A value of type {value.GetType().Name} cannot be passed to a formula."),
    };
}
