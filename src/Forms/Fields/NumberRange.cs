using System.Globalization;
using Forms.Problems;

namespace Forms.Fields;

/// <summary>Limits of a number, said with the limit.</summary>
internal static class NumberRange
{
    internal static IEnumerable<Problem> Check(FieldDefinition field, decimal number, decimal? min, decimal? max, Func<decimal, string>? write = null)
    {
        write ??= static value => value.ToString("#,0.######", CultureInfo.InvariantCulture);
        if (number < min)
        {
            yield return new Problem(field.Name, "field.number.min", $"At least {write(min.Value)}.") { Arguments = [write(min.Value)] };
        }

        if (number > max)
        {
            yield return new Problem(field.Name, "field.number.max", $"At most {write(max.Value)}.") { Arguments = [write(max.Value)] };
        }
    }
}
