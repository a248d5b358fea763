namespace Backoffice.Web.Hosting;

/// <summary>The verbs of the executable. Without a verb it serves the back office.</summary>
internal static class CommandLine
{
    internal static async Task<int> RunAsync(string[] args)
    {
        await WebHost.Build(args).RunAsync();
        return 0;
    }
}
