using Forms.BusinessTime;
using Forms.Problems;

namespace Workflows.Definitions;

/// <summary>Checks lengths of business time: <c>2bd</c>.</summary>
internal static class DurationChecks
{
    /// <param name="text">Null is none, which is right.</param>
    /// <param name="least">The least number of units: 1 for what must take time, 0, or less for what may lie before.</param>
    public static void Check(string? text, string path, int least, List<Problem> problems)
    {
        if (text is null)
        {
            return;
        }

        if (!BusinessDuration.TryParse(text, out var duration, out var problem))
        {
            problems.Add(new(path, "workflow.duration", problem.Message));
        }
        else if (duration.Amount < least)
        {
            problems.Add(new(path, "workflow.duration", $"Expected a length of at least {least}, but found '{text}'."));
        }
    }
}
