using Forms.Formulas;

namespace Forms.Tests.Formulas;

/// <summary>What one evaluation leaves, the next must not find: one worker, so that both run in the same process.</summary>
public sealed class LeakTests
{
    /// <summary>An attempt to leave something, how to look for it, and what a clean realm says.</summary>
    public static TheoryData<string, string, object?> Attempts() => new()
    {
        { "Object.prototype.leak = 1; return 1", "({}).leak === undefined", true },
        { "Array.prototype.leak = 1; return 1", "[].leak === undefined", true },
        { "String.prototype.leak = 1; return 1", "''.leak === undefined", true },
        { "Number.prototype.leak = 1; return 1", "(0.5).leak === undefined", true },
        { "Boolean.prototype.leak = 1; return 1", "true.leak === undefined", true },
        { "Error.prototype.leak = 1; return 1", "new Error('x').leak === undefined", true },
        { "RegExp.prototype.leak = 1; return 1", "/x/.leak === undefined", true },
        { "(function () {}).constructor.prototype.leak = 1; return 1", "(function () {}).leak === undefined", true },
        { "Object.getPrototypeOf(function () {}).leak = 1; return 1", "(function () {}).leak === undefined", true },
        { "Object.getPrototypeOf(new Date(2020, 1, 1)).leak = 1; return 1", "new Date(2020, 1, 1).leak === undefined", true },
        { "Array.prototype.push('leak'); return 1", "[].length + Array.prototype.length", 0m },
        { "Array.prototype[0] = 'leak'; return 1", "[][0] === undefined", true },
        { "Math.leak = 1; return 1", "Math.leak === undefined", true },
        { "Math.max = function () { return 666; }; return 1", "Math.max(1, 2)", 2m },
        { "Math.PI = 3; return 1", "Math.PI > 3", true },
        { "delete Math.max; return 1", "Math.max(1, 2)", 2m },
        { "JSON.leak = 1; return 1", "JSON.leak === undefined", true },
        { "JSON.stringify = function () { return 'leak'; }; return 1", "JSON.stringify(1)", "1" },
        { "leak = 1; return 1", "typeof leak", "undefined" },
        { "this.leak = 1; return 1", "typeof leak", "undefined" },
        { "(function () { return this; })().leak = 1; return 1", "typeof leak", "undefined" },
        { "(function () { this.leak = 1; }).call(null); return 1", "typeof leak", "undefined" },
        { "eval('leak = 1'); return 1", "typeof leak", "undefined" },
        { "Function('leak = 1')(); return 1", "typeof leak", "undefined" },
        { "Array = null; return 1", "new Array(3).length", 3m },
        { "undefined = 1; return 1", "undefined === void 0", true },
        { "NaN = 1; return 1", "isNaN(NaN)", true },
        { "parseFloat.leak = 1; return 1", "parseFloat.leak === undefined", true },
        { "round.leak = 1; return 1", "round.leak === undefined", true },
        { "var f = round; f.leak = 1; return 1", "var f = round; return f.leak === undefined", true },
        { "isNaN.call = null; return 1", "isNaN.call(null, 'x')", true },
        { "Object.freeze(Math); Object.seal(Array); return 1", "Math.max(1, 2)", 2m },
        { "(1.5).leak = 1; return 1", "(1.5).leak === undefined", true },
        { "Object.prototype.__proto__ = { leak: 1 }; return 1", "({}).leak === undefined", true },
        { "({}).constructor.keys = null; return 1", "Object.keys({ a: 1 }).length", 1m },
        { "Object.prototype.toString = function () { return 'leak'; }; return 1", "'' + {}", "[object Object]" },
        { "String.fromCharCode = null; return 1", "String.fromCharCode(65)", "A" },
        { "var F = function () {}; F.prototype = Object.prototype; F.prototype.leak = 1; return 1", "({}).leak === undefined", true },
        { "Date.leak = 1; return 1", "new Date(0).constructor.leak === undefined", true },
        { "try { leak = 1; } catch (e) { e.constructor.prototype.leak = 2; } return 1", "new Error('x').leak === undefined", true },
    };

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task The_next_evaluation_finds_nothing(string attempt, string look, object? clean)
    {
        var results = await OneWorker.Value.EvaluateAsync([Pool.Call(attempt), Pool.Call(look)], CancellationToken.None);
        Assert.True(results[1].Error is null, $"{look}: {results[1].Error}");
        Assert.Equal(clean, results[1].Value);
    }

    [Theory]
    [InlineData("/x/.leak")]
    [InlineData("(function () { var r = /x/; var old = r.leak; r.leak = 1; return old; })()")]
    [InlineData("(function f() { var old = f.leak; f.leak = 1; return old; })()")]
    [InlineData("(function () { var g = /a/g; var old = g.lastIndex; g.test('aa'); return old === 0 ? null : old; })()")]
    [InlineData("(function (a) { var old = a === 7 ? null : a; arguments[0] = 8; return old; })(7)")]
    [InlineData("(function () { var a = [1]; var old = a.leak; a.leak = 1; return old; })()")]
    [InlineData("(function () { var o = { n: 0.5 }; var old = o.leak; o.leak = o.n; return old; })()")]
    public async Task The_same_formula_finds_nothing_of_its_last_run(string source)
    {
        var results = await OneWorker.Value.EvaluateAsync([Pool.Call(source), Pool.Call(source), Pool.Call(source)], CancellationToken.None);
        Assert.All(results, r => Assert.True(r is { Error: null, Value: null }, $"{r}"));
    }

    [Fact]
    public async Task What_is_written_to_an_input_is_not_seen_by_the_next_call_nor_by_the_caller()
    {
        var customer = new Dictionary<string, object?> { ["name"] = "Ann", ["tags"] = new List<object?> { "a" } };
        var inputs = new Dictionary<string, object?> { ["customer"] = customer };
        var call = new FormulaCall("customer.name = customer.name + '!'; customer.tags.push('b'); return customer.name + customer.tags.length", inputs);
        var results = await OneWorker.Value.EvaluateAsync([call, call], CancellationToken.None);
        Assert.All(results, r => Assert.Equal("Ann!2", r.Value));
        Assert.Equal("Ann", customer["name"]);
    }

    [Fact]
    public async Task Inputs_of_one_call_are_unknown_to_the_next()
    {
        var results = await OneWorker.Value.EvaluateAsync([Pool.Call("secret", new { secret = 1 }), Pool.Call("secret")], CancellationToken.None);
        Assert.Equal(FormulaErrorCodes.UnknownName, results[1].Error?.Code);
    }

    private static readonly Lazy<FormulaWorkers> OneWorker = new(() => Pool.Create(workers: 1));
}
