using System.Globalization;
using Data.Tests.Workflows;
using Data.Tests.Workflows.Shell.Storm;
using Xunit.Runner.InProc.SystemConsole;

// Started by tests of formulas in workflows as a worker.
if (args is ["formula", "worker", ..])
{
    await using var input = Console.OpenStandardInput();
    await using var output = Console.OpenStandardOutput();
    return Forms.Formulas.FormulaWorker.Run(input, output);
}

// Started by StormTests to be killed.
if (args is [StormClients.Verb, .. var storm])
{
    return await StormClients.RunAsync(storm);
}

// Started by KillTests to be killed; otherwise the test runner.
if (args is [KilledProcess.Verb, var database, var statement])
{
    await KilledProcess.ApproveAsync(database, int.Parse(statement, CultureInfo.InvariantCulture));
    return KilledProcess.Survived;
}

return await ConsoleRunner.Run(args);
