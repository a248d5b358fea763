using System.Diagnostics;
using Forms.Formulas;

namespace Forms.Tests.Formulas;

/// <summary>Formulas that would hang, exhaust or kill a server in its own process (architecture.md).</summary>
public sealed class HostileTests(Pool pool)
{
    private const string Or = "|";

    public static TheoryData<string, string> Formulas() => new()
    {
        { "while (true) {} return 1", FormulaErrorCodes.Timeout },
        { "do {} while (1); return 1", FormulaErrorCodes.Timeout },
        { "for (;;); return 1", FormulaErrorCodes.Timeout },
        { "var i = 0; while (i < 1e12) i++; return i", FormulaErrorCodes.Timeout },
        { "try { while (true) {} } catch (e) { return 1 } return 2", FormulaErrorCodes.Timeout },
        { "try { while (true) {} } finally { while (true) {} } return 1", FormulaErrorCodes.Timeout },
        { "new (function () { while (1); })()", FormulaErrorCodes.Timeout },
        { "[1, 2].sort(function () { for (;;); })", FormulaErrorCodes.Timeout },
        { "'a'.replace(/a/, function () { for (;;); })", FormulaErrorCodes.Timeout },
        { "sum([1], function () { for (;;); })", FormulaErrorCodes.Timeout },
        { "new Array(4294967295).join('x')", FormulaErrorCodes.Memory },
        { "new Array(1e6).join('abcdefgh')", FormulaErrorCodes.Memory },
        { "/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')", FormulaErrorCodes.Timeout },
        { "new RegExp('(a*)*b').test(new Array(50).join('a'))", FormulaErrorCodes.Timeout },
        { "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.match(/(a|aa)+$/)", FormulaErrorCodes.Timeout },
        { new string('(', 20_000) + "1" + new string(')', 20_000), FormulaErrorCodes.TooLong },
        { new string('(', 10_000) + "1" + new string(')', 10_000), FormulaErrorCodes.Syntax },
        { new string('[', 5_000) + new string(']', 5_000), FormulaErrorCodes.Syntax },
        { new string('!', 30_000) + "1", FormulaErrorCodes.Syntax },
        { "1" + string.Concat(Enumerable.Repeat("+1", 15_000)), FormulaErrorCodes.Syntax },
        { string.Concat(Enumerable.Repeat("a=", 15_000)) + "1", FormulaErrorCodes.Syntax },
        { string.Concat(Enumerable.Repeat("if(1)", 5_000)) + "return 1", FormulaErrorCodes.Syntax },
        { "var s = 'x'; for (var i = 0; i < 40; i++) s += s; return s", FormulaErrorCodes.Memory },
        { "var s = 'x'; while (1) s = s.concat(s); return s", FormulaErrorCodes.Memory },
        { "var a = [1]; for (var i = 0; i < 30; i++) a = a.concat(a); return a.length", FormulaErrorCodes.Memory + Or + FormulaErrorCodes.Timeout },
        { "var a = []; while (true) a.push('xxxxxxxxxxxxxxxxxx' + a.length); return 1", FormulaErrorCodes.Memory + Or + FormulaErrorCodes.Timeout },
        { "var a = []; while (true) a.push(a.slice()); return 1", FormulaErrorCodes.Memory + Or + FormulaErrorCodes.Timeout },
        { "var a = []; a[0] = a; return a", FormulaErrorCodes.Result },
        { "var o = {}; o.o = o; return JSON.stringify(o)", FormulaErrorCodes.Type },
        { "function f() { return f(); } return f()", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "function f(n) { return f(n + 1) + f(n + 1); } return f(0)", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "var o = { get x() { return this.x; } }; return o.x", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "var o = { set x(v) { this.x = v; } }; o.x = 1; return 1", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "var o = { valueOf: function () { return this + 1; } }; return o + 1", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "var o = { toString: function () { return String(this); } }; return String(o)", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "var o = { toJSON: function () { return JSON.stringify(this); } }; return JSON.stringify(o)", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "function A() { this.b = new A(); } return new A()", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "'x'.replace(/x/, function f() { return 'x'.replace(/x/, f); })", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "[1].forEach(function f() { [1].forEach(f); })", FormulaErrorCodes.TooDeep + Or + FormulaErrorCodes.Timeout },
        { "Array.apply(null, { length: 4294967295 })", FormulaErrorCodes.Memory },
        { "Array(1e9)", FormulaErrorCodes.Memory },
        { "Array.prototype.map.call({ length: 4294967295 }, function (x) { return x; })", FormulaErrorCodes.Memory },
        { "Array.prototype.slice.call({ length: 4294967295 })", FormulaErrorCodes.Memory },
        { "var a = []; a[4294967294] = 1; a.forEach(function () {}); return 1", FormulaErrorCodes.Memory },
        { "var a = []; a.length = 4294967295; return a.indexOf(1)", FormulaErrorCodes.Memory },
        { "new Array(4294967295).sort()", FormulaErrorCodes.Memory },
        { "JSON.stringify(new Array(4294967295))", FormulaErrorCodes.Memory },
        { "[].constructor.constructor('return 1')()", FormulaErrorCodes.Type },
        { "(function () {}).constructor('return this')()", FormulaErrorCodes.Type },
        { "''.constructor.fromCharCode.constructor('return 1')()", FormulaErrorCodes.Type },
        { "eval('1')", FormulaErrorCodes.UnknownName },
        { "Function('return 1')()", FormulaErrorCodes.UnknownName },
        { "new Function('return 1')", FormulaErrorCodes.UnknownName },
        { "importNamespace('System')", FormulaErrorCodes.UnknownName },
        { "System.IO.File", FormulaErrorCodes.UnknownName },
        { "1}), (function () { return 2", FormulaErrorCodes.Syntax },
        { "Object.defineProperty({}, 'x', { get: function () {} })", FormulaErrorCodes.Type },
        { "Object.create({}, { x: {} })", FormulaErrorCodes.NotAllowed },
        { "Math.random()", FormulaErrorCodes.Type },
        { "new Date()", FormulaErrorCodes.NotAllowed },
        { "throw { toString: function () { for (;;); } }", FormulaErrorCodes.Type },
        { "1e28 * 10", FormulaErrorCodes.Overflow },
        { "Math.pow(10, 100000)", FormulaErrorCodes.Overflow },
        { "new Array(600000).join('x')", FormulaErrorCodes.Result + Or + FormulaErrorCodes.Timeout },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task Ends_in_a_named_error_within_two_seconds_and_the_next_formula_is_answered(string source, string codes)
    {
        var clock = Stopwatch.StartNew();
        var error = await pool.Error(source);
        Assert.Contains(error.Code, codes.Split(Or));
        // Two seconds (the bench says how long it takes), and room for a machine that is busy with other tests.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 8);
        Assert.Equal(3m, await pool.Value("1 + 2"));
    }

    [Fact]
    public async Task A_list_that_contains_itself_is_written_once() => Assert.Equal("", await pool.Value("var a = []; a[0] = a; return a.toString()"));

    [Fact]
    public async Task Fifty_endless_loops_do_not_keep_another_caller_waiting()
    {
        await using var workers = Pool.Create();
        await workers.WarmUpAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var hostile = Enumerable.Range(0, 50).Select(i => Pool.Call($"while (true) {{}} return {i}")).ToList();
        var flood = workers.EvaluateAsync(hostile, stop.Token);
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            var answer = await workers.EvaluateAsync([Pool.Call($"{i} + 0.5")], CancellationToken.None);
            Assert.Equal(i + 0.5m, answer[0].Value);
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 8);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flood);
    }

    /// <summary>Many times, because what it looks for is a race: the end of a worker against the end of the pool.</summary>
    [Fact]
    public async Task A_pool_is_closed_while_its_workers_hang()
    {
        for (var round = 0; round < 6; round++)
        {
            var workers = Pool.Create(workers: 3);
            await workers.WarmUpAsync(CancellationToken.None);
            var flood = workers.EvaluateAsync([.. Enumerable.Range(0, 20).Select(i => Pool.Call($"while (true) {{}} return {i}"))], CancellationToken.None);
            for (var others = 0; others < round % 6; others++)
            {
                await workers.EvaluateAsync([Pool.Call("1")], CancellationToken.None);
            }

            await workers.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flood);
        }
    }

    [Fact]
    public async Task Others_of_a_batch_are_answered_when_one_hangs()
    {
        var results = await pool.Workers.EvaluateAsync(
            [Pool.Call("1"), Pool.Call("for (;;); return 'batch'"), Pool.Call("3")], CancellationToken.None);
        Assert.Equal(1m, results[0].Value);
        Assert.Equal(FormulaErrorCodes.Timeout, results[1].Error?.Code);
        Assert.Equal(3m, results[2].Value);
    }

    [Fact]
    public async Task The_same_endless_formula_is_refused_at_once_after_two_stops()
    {
        await using var workers = Pool.Create();
        var calls = Enumerable.Repeat(Pool.Call("while (true) {} return 'again'"), 20).ToList();
        var clock = Stopwatch.StartNew();
        var results = await workers.EvaluateAsync(calls, CancellationToken.None);
        Assert.All(results, r => Assert.Equal(FormulaErrorCodes.Timeout, r.Error?.Code));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 18);
    }
}
