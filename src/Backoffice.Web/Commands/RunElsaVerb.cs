using Backoffice.Web.Hosting;
using Forms.Formulas;
using Forms.Problems;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Reading;
using Workflows.Elsa.Running;

namespace Backoffice.Web.Commands;

/// <summary>Runs an Elsa 3 workflow file in memory, with its scripts in formula workers.</summary>
internal static class RunElsaVerb
{
    private const int SomethingWrong = 1;

    /// <summary>Waits that <c>--resume all</c> ends before it takes the workflow to wait for ever.</summary>
    private const int MostResumes = 10_000;

    internal static async Task<int> RunAsync(Arguments arguments)
    {
        var joins = Choice(arguments, "mode", "counter", "token") == "token" ? JoinBehaviour.Token : JoinBehaviour.Counter;
        var resumesAll = Choice(arguments, "resume", "none", "all") == "all";
        if (arguments.Words is not [var file])
        {
            throw new UsageException("workflow run-elsa needs a file.");
        }

        if (await LoadAsync(file, arguments.OptionValues("register")) is not { } program)
        {
            return SomethingWrong;
        }

        var inputs = RunElsaInputs.Read(program, arguments.OptionValues("input"));
        await using var workers = new FormulaWorkers(BackofficeServices.WorkerOptions(), TimeProvider.System);
        var runner = new ElsaRunner(program, async (call, ct) => (await workers.EvaluateAsync([call], ct))[0], TimeProvider.System);
        var refused = await runner.HandleAsync(new StartElsa(Guid.NewGuid().ToString(), joins, inputs), CancellationToken.None);
        if (refused is null && resumesAll)
        {
            refused = await ResumeAllAsync(runner);
        }

        if (refused is not null)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return SomethingWrong;
        }

        await Console.Out.WriteLineAsync(RunElsaReport.Write(runner));
        return 0;
    }

    private static async Task<ElsaRefused?> ResumeAllAsync(ElsaRunner runner)
    {
        for (var resumed = 0; runner.Waiting is [var first, ..]; resumed++)
        {
            if (resumed == MostResumes)
            {
                return new ElsaRefused(RefusalReason.InvalidState, "elsa.endless", $"Expected the workflow to end, but found it still waiting after {MostResumes} waits, at '{first.ActivityId}'.");
            }

            if (await runner.HandleAsync(new ResumeElsa(first.Number), CancellationToken.None) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private static async Task<ElsaProgram?> LoadAsync(string file, IReadOnlyList<string> registered)
    {
        var definitions = new List<ElsaDefinition>();
        foreach (var path in registered.Prepend(file))
        {
            if (!File.Exists(path))
            {
                throw new UsageException($"There is no file {path}.");
            }

            var read = ElsaReader.Read(await File.ReadAllTextAsync(path));
            await PrintAsync(path, read.Problems);
            if (read.Definition is { } definition)
            {
                definitions.Add(definition);
            }
        }

        if (definitions.Count <= registered.Count)
        {
            return null;
        }

        var (program, problems) = ElsaProgram.Link(definitions[0], definitions[1..]);
        await PrintAsync(file, problems);
        return program;
    }

    private static async Task PrintAsync(string file, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var place = problem.Path.Length == 0 ? file : $"{file}: {problem.Path}";
            var kind = problem.Severity == Severity.Error ? "error" : "warning";
            await Console.Error.WriteLineAsync($"{place}: {kind} {problem.Code}: {problem.Message}");
        }
    }

    private static string Choice(Arguments arguments, string option, string otherwise, string other)
    {
        var chosen = arguments.Option(option) ?? otherwise;
        return chosen == otherwise || chosen == other ? chosen : throw new UsageException($"--{option} is {otherwise} or {other}, not \"{chosen}\".");
    }
}
