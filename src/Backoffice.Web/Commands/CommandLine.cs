namespace Backoffice.Web.Commands;

/// <summary>Finds the verb that the command line begins with and runs it. Without a verb it serves the back office.</summary>
internal static class CommandLine
{
    internal const int WronglyCalled = 2;

    internal static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var (verb, rest) = Find(args);
            if (rest.Any(argument => argument is "--help" or "-h"))
            {
                await Console.Out.WriteAsync(verb == Verbs.Serve ? HelpText.OfAll(Verbs.All) : HelpText.Of(verb));
                return 0;
            }

            return await verb.RunAsync(Arguments.Parse(verb, rest));
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message + " See --help.");
            return WronglyCalled;
        }
    }

    private static (Verb Verb, string[] Remaining) Find(string[] args)
    {
        if (args is [] || args[0].StartsWith('-'))
        {
            return (Verbs.Serve, args);
        }

        foreach (var verb in Verbs.All)
        {
            var words = verb.Name.Split(' ');
            if (args.AsSpan().StartsWith(words))
            {
                return (verb, args[words.Length..]);
            }
        }

        var known = Verbs.All.Where(verb => !verb.Hidden && verb.Name.StartsWith(args[0] + " ", StringComparison.Ordinal)).Select(verb => verb.Name).ToList();
        throw new UsageException(known.Count > 0
            ? $"\"{args[0]}\" is followed by one of: {string.Join(", ", known)}."
            : $"There is no verb \"{args[0]}\".");
    }
}
