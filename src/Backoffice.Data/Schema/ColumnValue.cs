using System.Globalization;

namespace Backoffice.Data.Schema;

/// <summary>
/// The value of a record as its column holds it. Only numbers on SQLite differ: 12.50 at scale 2 is 1250 there, an
/// exact whole number that sorts, sums and indexes.
/// </summary>
internal static class ColumnValue
{
    internal static object? ToStore(object? value, RecordColumn column, DatabaseKind kind)
    {
        if (value is null || column.Kind != ColumnKind.Number || kind != DatabaseKind.Sqlite)
        {
            return value;
        }

        var scaled = Scaled((decimal)value, column.Scale);
        return scaled == decimal.Truncate(scaled)
            ? decimal.ToInt64(scaled)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{value} has more than {column.Scale} digits after the point, which {column.Name} does not hold."));
    }

    internal static object? FromStore(object? value, RecordColumn column) =>
        value is long whole && column.Kind == ColumnKind.Number ? FromWhole(whole, column.Scale) : value;

    /// <summary>The value of a scaled whole number: 1250 at scale 2 is 12.50.</summary>
    internal static decimal FromWhole(long whole, int scale)
    {
        var magnitude = (ulong)Math.Abs((decimal)whole);
        return new decimal((int)(magnitude & uint.MaxValue), (int)(magnitude >> 32), 0, whole < 0, (byte)scale);
    }

    /// <summary>The number times ten to the scale.</summary>
    internal static decimal Scaled(decimal value, int scale)
    {
        for (var digit = 0; digit < scale; digit++)
        {
            value *= 10;
        }

        return value;
    }
}
