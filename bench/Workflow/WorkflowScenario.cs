using Forms.Records;
using Microsoft.EntityFrameworkCore;
using Workflows.Runtime;

namespace Bench.Workflow;

/// <summary>
/// Workflows end to end with everything persisted, on SQLite with synchronous=FULL: start, decision on the amount, wait for
/// approval, resume, set the result, finish. Once with a built condition, once (<c>….js</c>) with a formula.
/// </summary>
internal static class WorkflowScenario
{
    private const int Instances = 2_000;
    private const int WarmUp = 300;

    internal static async Task RunAsync()
    {
        await CoreScenario.RunAsync();
        await EndToEndAsync(withFormula: false, string.Empty);
        await EndToEndAsync(withFormula: true, ".js");
    }

    private static async Task EndToEndAsync(bool withFormula, string suffix)
    {
        await using var world = await OrderWorld.OpenAsync(withFormula);
        await InTurnAsync(world, await world.OrdersAsync(WarmUp), callers: 4);
        foreach (var callers in new[] { 1, 8 })
        {
            var orders = await world.OrdersAsync(Instances);
            var size = await world.SizeAsync();
            var allocated = GC.GetTotalAllocatedBytes();
            var errors = 0;
            var cpu = Environment.CpuUsage.TotalTime;
            var seconds = await Measure.SecondsAsync(async () => errors = await InTurnAsync(world, orders, callers));
            var bytes = (GC.GetTotalAllocatedBytes() - allocated) / 1024d / Instances;
            Measure.Print($"workflow.end_to_end.{callers}{suffix}", Instances / seconds, "/s");
            Measure.Print($"workflow.cpu.{callers}{suffix}", (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / Instances, "ms of processor an instance");
            Measure.Print($"workflow.errors{suffix}", errors, callers == 1 ? "of one caller" : "of eight callers");
            if (callers == 1)
            {
                Measure.Print($"workflow.database{suffix}", (await world.SizeAsync() - size) / Instances, "KiB");
                Measure.Print($"workflow.allocated{suffix}", bytes, "KiB");
            }
        }

        await CheckAsync(world);
    }

    /// <summary>Runs the orders with so many callers.</summary>
    /// <returns>How many failed.</returns>
    private static async Task<int> InTurnAsync(OrderWorld world, IReadOnlyList<Record> orders, int callers)
    {
        var next = -1;
        var errors = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var index && index < orders.Count)
            {
                try
                {
                    await world.RunAsync(orders[index]);
                }
#pragma warning disable CA1031 // Counted and printed.
                catch (Exception failure)
#pragma warning restore CA1031
                {
                    if (Interlocked.Increment(ref errors) == 1)
                    {
                        await Console.Error.WriteLineAsync(failure.ToString());
                    }
                }
            }
        })));
        return errors;
    }

    /// <summary>What was measured was really done.</summary>
    private static async Task CheckAsync(OrderWorld world)
    {
        var (ended, all, mode) = await world.ReadAsync(async db => (
            await db.Instances.CountAsync(row => row.Status == InstanceStatus.Completed),
            await db.Instances.CountAsync(),
            await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync()));
        if (ended != all || ended != WarmUp + (2 * Instances) || mode != 2)
        {
            throw new InvalidOperationException($"Expected {WarmUp + (2 * Instances)} completed instances with synchronous=FULL, but found {ended} of {all}, and mode {mode}.");
        }
    }
}
