using System.Globalization;
using Data.Tests.Workflows;
using Xunit.Runner.InProc.SystemConsole;

// Started by KillTests to be killed; otherwise the test runner.
if (args is [KilledProcess.Verb, var database, var statement])
{
    await KilledProcess.ApproveAsync(database, int.Parse(statement, CultureInfo.InvariantCulture));
    return KilledProcess.Survived;
}

return await ConsoleRunner.Run(args);
