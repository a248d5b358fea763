using Forms.Problems;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>A step cannot do to a record what it should. Rolls the transaction back; the step becomes an incident.</summary>
internal sealed class EffectFailedException(string activity, RefusalException cause) : Exception(cause.Message, cause)
{
    /// <summary>Id of the step.</summary>
    internal string Activity { get; } = activity;

    internal RefusalException Refusal { get; } = cause;

    internal AnswerFailure Failure { get; } = new(
        cause.Code,
        cause.Problems is { Count: > 0 } problems ? string.Join(" ", problems.Select(problem => problem.Message)) : cause.Message);
}
