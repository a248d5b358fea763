using Backoffice.Data.Workflows;
using Forms.Formulas;

namespace Data.Tests.Workflows.Shell;

/// <summary>What a test gives its nodes.</summary>
internal sealed record ShellSettings
{
    internal MailOptions Mail { get; init; } = new();

    internal CallOptions Calls { get; init; } = new() { Hosts = ["127.0.0.1"] };

    /// <summary>Real workers; formulas in C# when null.</summary>
    internal FormulaWorkers? Workers { get; init; }

    /// <summary>The machine's clock where a test runs in real time; a clock of its own, set by the test, when null.</summary>
    internal TimeProvider? Time { get; init; }
}
