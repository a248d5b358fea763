using System.Globalization;
using Web.Tests.Hosting;
using Xunit.Runner.InProc.SystemConsole;

// Started by InstallationTests to be killed; otherwise the test runner.
if (args is [KilledInstallation.Verb, var statement, .. var settings])
{
    await KilledInstallation.PrepareAsync(int.Parse(statement, CultureInfo.InvariantCulture), settings);
    return KilledInstallation.Survived;
}

return await ConsoleRunner.Run(args);
