using Forms.Formulas;

namespace Forms.Tests.Formulas;

/// <summary>What hostile formulas do to the process that asks: nothing (architecture.md, "Formulas").</summary>
public sealed class ServerTests
{
    private static readonly string[] Hostile =
    [
        "while (true) {} return 1",
        "new Array(4294967295).join('x')",
        "var s = 'x'; for (var i = 0; i < 40; i++) s += s; return s",
        "var a = []; while (true) a.push('xxxxxxxxxxxxxxxxxx' + a.length); return 1",
        "/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
        "function f() { return f(); } return f()",
    ];

    [Fact]
    public async Task Hostile_formulas_do_not_grow_the_memory_of_the_caller_and_others_are_answered_meanwhile()
    {
        await using var workers = new FormulaWorkers(new FormulaWorkerOptions { Command = WorkerHost.Command }, TimeProvider.System);
        await workers.WarmUpAsync(CancellationToken.None);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var hostile = Task.WhenAll(Hostile.Select(source => workers.EvaluateAsync([Pool.Call(source)], CancellationToken.None)));
        var healthy = new List<FormulaResult>();
        do
        {
            healthy.Add((await workers.EvaluateAsync([Pool.Call("a * 2", new { a = 21m })], CancellationToken.None))[0]);
        }
        while (!hostile.IsCompleted);

        Assert.All(await hostile, results => Assert.NotNull(results[0].Error));
        Assert.All(healthy, result => Assert.Equal(42m, result.Value));
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 20_000_000, $"The caller holds {grown:N0} bytes more.");
    }
}
