namespace Forms.Tests.Formulas;

/// <summary>Ordinary money formulas against decimals computed in C#.</summary>
public sealed class MoneyTests(Pool pool)
{
    public static TheoryData<string, string> Expressions() => new()
    {
        { "0.1 + 0.2", "0.3" },
        { "0.1 + 0.2 === 0.3", "true" },
        { "0.1 + 0.7) * 10 === 8 ? 1 : 0".Insert(0, "("), "1" },
        { "1.005 * 1000", "1005" },
        { "round(1.005, 2)", "1.01" },
        { "round(-1.005, 2)", "-1.01" },
        { "round(0.125, 2, 'bankers')", "0.12" },
        { "(1.005).toFixed(2)", "1.01" },
        { "1.005.toFixed(2)", "1.01" },
        { "4.35 * 100", "435" },
        { "Math.floor(4.35 * 100)", "435" },
        { "Math.ceil(1.1 * 1.1 * 100)", "121" },
        { "10 / 4", "2.5" },
        { "0.3 % 0.1", "0" },
        { "-7 % 3", "-1" },
        { "1 / 3 * 3 > 0.999", "true" },
        { "9007199254740993", "9007199254740993" },
        { "9007199254740993 + 1", "9007199254740994" },
        { "9007199254740991 * 9", "81064793292668919" },
        { "12345678901234567890.12 + 0.01", "12345678901234567890.13" },
        { "-0", "0" },
        { "0 * -1", "0" },
        { "-(0.5)", "-0.5" },
        { "+'1.10' + 1", "2.1" },
        { "'a' + 0.10", "a0.1" },
        { "'' + 0.1 * 3", "0.3" },
        { "1e-7 * 3 + ''", "0.0000003" },
        { "typeof 0.5", "number" },
        { "typeof (0.5 + 0.5)", "number" },
        { "0.5 + 0.5 === 1", "true" },
        { "0.50 == '0.5'", "true" },
        { "0.5 != 0.50", "false" },
        { "1.5 > '1.25'", "true" },
        { "Math.round(2.5)", "3" },
        { "Math.round(-2.5)", "-2" },
        { "Math.round(1.005 * 100) / 100", "1.01" },
        { "Math.max(0.1, 0.3, 0.2)", "0.3" },
        { "Math.min.apply(null, [0.5, 0.25])", "0.25" },
        { "Math.pow(1.1, 2)", "1.21" },
        { "Math.pow(1.05, 3)", "1.157625" },
        { "Math.abs(-0.1)", "0.1" },
        { "Math.sqrt(2.25)", "1.5" },
        { "parseFloat('0.10abc') * 3", "0.3" },
        { "Number('12.50') + 1", "13.5" },
        { "parseInt('12.9', 10)", "12" },
        { "isNaN('x')", "true" },
        { "isNaN(0.1)", "false" },
        { "isFinite(1 / 3)", "true" },
        { "JSON.stringify({ a: 0.1 + 0.2, b: [1.50] })", "{\"a\":0.3,\"b\":[1.5]}" },
        { "JSON.parse('{\"a\":0.1}').a * 3", "0.3" },
        { "[3.5, 10, 2.25].sort(function (a, b) { return a - b; }).join(';')", "2.25;3.5;10" },
        { "[0.1, 0.2].indexOf(0.2)", "1" },
        { "[10, 20, 30][0.5 * 4]", "30" },
        { "[0.1, 0.2, 0.3].reduce(function (a, b) { return a + b; }, 0)", "0.6" },
        { "var s = 0; for (var i = 0; i < 10; i++) { s += 0.1; } return s", "1" },
        { "var x = 0.5; x++; return x", "1.5" },
        { "var x = 0.5; return x++ + x", "2" },
        { "var x = 0.5; return --x", "-0.5" },
        { "var o = { n: 0.1 }; o.n += 0.2; o['n'] *= 10; return o.n", "3" },
        { "var a = [0.1], i = 0; a[i++] += 0.2; return a[0] + i", "1.3" },
        { "var a = [0.1]; function f() { return a; } f()[0]++; return a[0]", "1.1" },
        { "switch (0.1 + 0.2) { case 0.3: return 'yes'; default: return 'no'; }", "yes" },
        { "var t = 100; t -= 0.01; t /= 3; return round(t, 4)", "33.33" },
        { "(0.1 + 0.2).toString()", "0.3" },
        { "String(1.50)", "1.5" },
        { "(1234.5).toFixed(0)", "1235" },
        { "(-1.5).toFixed(0)", "-2" },
        { "0x10 + 0.5", "16.5" },
        { "[1.5, 2.5].map(String).join()", "1.5,2.5" },
        { "true + 0.5", "1.5" },
        { "null + 0.5", "0.5" },
        { "!0.5", "false" },
        { "0.1 && 'x'", "x" },
        { "0.1 > 0 ? 'plus' : 'minus'", "plus" },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public async Task Gives_the_exact_value(string source, string expected)
    {
        var value = await pool.Value(source);
        var text = value switch
        {
            bool b => b ? "true" : "false",
            decimal d => (d / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => value?.ToString(),
        };
        Assert.Equal(expected, text);
    }
}
