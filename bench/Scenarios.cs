namespace Bench;

/// <summary>What can be measured: <c>dotnet run -c Release --project bench -- spine</c>.</summary>
internal static class Scenarios
{
    private static readonly (string Name, string What, Func<Task> Run)[] All =
    [
        ("spine", "start, inbox, approve, PDF and import through the running product", Spine.SpineScenario.RunAsync),
        ("formulas", "evaluations a second, a hostile formula, and the plain way for comparison", Formulas.FormulaScenario.RunAsync),
        ("workflow", "workflow instances end to end, their size and what they allocate", Workflow.WorkflowScenario.RunAsync),
        ("time", "deadlines in business time a second, and the plain way for comparison", Time.TimeScenario.RunAsync),
        ("workflow-core", "whole instances a second through the pure core, in memory", Workflow.CoreScenario.RunAsync),
    ];

    internal static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name] || All.FirstOrDefault(scenario => scenario.Name == name) is not { Run: not null } found)
        {
            Console.Error.WriteLine("Usage: bench <scenario>");
            foreach (var scenario in All)
            {
                Console.Error.WriteLine($"  {scenario.Name,-10} {scenario.What}");
            }

            return 2;
        }

        Measure.Machine();
        await found.Run();
        return 0;
    }
}
