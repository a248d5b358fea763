namespace Forms.Formulas.Numbers;

/// <summary>Arithmetic on decimals with our errors: a result is exact to 28 digits or there is none.</summary>
internal static class Arithmetic
{
    public static decimal Add(decimal a, decimal b) => Checked(a, b, static (x, y) => x + y);

    public static decimal Subtract(decimal a, decimal b) => Checked(a, b, static (x, y) => x - y);

    public static decimal Multiply(decimal a, decimal b) => Checked(a, b, static (x, y) => x * y);

    public static decimal Divide(decimal a, decimal b) =>
        b == 0 ? throw DividedByZero("divided by") : Checked(a, b, static (x, y) => x / y);

    /// <summary>The remainder; it has the sign of <paramref name="a"/>.</summary>
    public static decimal Remainder(decimal a, decimal b) =>
        b == 0 ? throw DividedByZero("divided (%) by") : Checked(a, b, static (x, y) => x % y);

    /// <summary>Exact for whole exponents; else as exact as a double, 15 digits.</summary>
    public static decimal Power(decimal value, decimal exponent)
    {
        if (exponent != decimal.Truncate(exponent) || Math.Abs(exponent) > 100_000)
        {
            return FromDouble(Math.Pow((double)value, (double)exponent), "Math.pow");
        }

        var result = 1m;
        var factor = value;
        for (var n = (int)Math.Abs(exponent); n > 0; n >>= 1)
        {
            result = (n & 1) == 1 ? Multiply(result, factor) : result;
            factor = n > 1 ? Multiply(factor, factor) : factor;
        }

        return exponent < 0 ? Divide(1, result) : result;
    }

    /// <summary>To 28 digits: a double's root, then Newton's steps.</summary>
    public static decimal Root(decimal value)
    {
        if (value < 0)
        {
            throw new FormulaException(FormulaErrorCodes.Type, "A negative number has no square root.");
        }

        var root = (decimal)Math.Sqrt((double)value);
        for (var i = 0; i < 3 && root > 0; i++)
        {
            root = (root + (value / root)) / 2;
        }

        return root;
    }

    /// <summary>What a function of double arithmetic gave.</summary>
    public static decimal FromDouble(double value, string where)
    {
        if (double.IsNaN(value))
        {
            throw new FormulaException(FormulaErrorCodes.Type, $"{where} has no value for this number.");
        }

        return double.IsFinite(value) && NumberText.TryFromDouble(value, out var result) ? result : throw TooLarge();
    }

    public static FormulaException TooLarge() =>
        new(FormulaErrorCodes.Overflow, "The number becomes too large; numbers have up to 28 digits.");

    private static FormulaException DividedByZero(string how) =>
        new(FormulaErrorCodes.DivideByZero, $"A number is {how} zero here. Check for zero first: b == 0 ? 0 : a / b.");

    private static decimal Checked(decimal a, decimal b, Func<decimal, decimal, decimal> operation)
    {
        try
        {
            return operation(a, b);
        }
        catch (OverflowException)
        {
            throw TooLarge();
        }
    }
}
