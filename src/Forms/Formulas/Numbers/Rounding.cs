namespace Forms.Formulas.Numbers;

/// <summary>Rounding of exact decimals, at scales a decimal can have and at negative ones (hundreds).</summary>
internal static class Rounding
{
    public const int MaxScale = 28;

    public static decimal Round(decimal value, int scale, RoundingMode mode)
    {
        var ties = mode == RoundingMode.Bankers ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero;
        if (scale >= 0)
        {
            return decimal.Round(value, Math.Min(scale, MaxScale), ties);
        }

        var unit = Power10(-scale);
        return decimal.Round(value / unit, 0, ties) * unit;
    }

    /// <summary>The same value with exactly so many places where 28 digits allow, as money is written: 12.5 → 12.50.</summary>
    public static decimal WithScale(decimal value, int scale)
    {
        value = Normal(value);
        while (value.Scale < scale)
        {
            var wider = value * 1.0m;
            if (wider.Scale <= value.Scale)
            {
                break;
            }

            value = wider;
        }

        return value;
    }

    /// <summary>Without zeros at the end and without minus zero.</summary>
    public static decimal Normal(decimal value) =>
        value == 0 ? 0m : value.Scale == 0 ? value : value / 1.000000000000000000000000000000000m;

    private static decimal Power10(int exponent)
    {
        var result = 1m;
        for (var i = 0; i < Math.Min(exponent, MaxScale); i++)
        {
            result *= 10;
        }

        return result;
    }
}
