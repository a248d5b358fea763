using System.Diagnostics;
using Forms.Problems;

namespace Backoffice.Web.Components.States;

/// <summary>What went wrong, as a page says it.</summary>
/// <param name="Message">For the person; null where only the log knows.</param>
/// <param name="Reference">To quote to an administrator, who finds it in the log; null for refusals, which explain themselves.</param>
public sealed record Failure(string? Message, string? Reference)
{
    /// <summary>Why a command was refused; null when the failure is not a refusal.</summary>
    public RefusalException? Refusal { get; init; }

    public bool IsNotFound => this.Refusal?.Reason is RefusalReason.NotFound;

    /// <summary>Logs an unexpected failure under a reference; a refusal is not an error of ours and is not logged.</summary>
    public static Failure Of(Exception exception, ILogger log)
    {
        if (exception is RefusalException refusal)
        {
            return new Failure(refusal.Message, Reference: null) { Refusal = refusal };
        }

        var reference = ReferenceNow();
        log.LogError(exception, "Page failed, reference {Reference}", reference);
        return new Failure(Message: null, reference);
    }

    /// <summary>The end of the trace id of the present request, as people quote it: "8F3K-22".</summary>
    public static string ReferenceNow()
    {
        var id = Activity.Current?.TraceId.ToHexString() ?? Guid.CreateVersion7().ToString("N");
        return $"{id[^6..^2]}-{id[^2..]}".ToUpperInvariant();
    }
}
