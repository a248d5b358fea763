using Backoffice.Web.Localization;
using Forms.Problems;

namespace Backoffice.Web.Components.Fields;

/// <summary>A problem in the language of the person: by its code where the words know it, else as it was said.</summary>
public static class ProblemText
{
    public static string Of(Problem problem, Words words)
    {
        var key = "problem." + problem.Code;
        var text = words[key];
        if (text == key)
        {
            return problem.Message;
        }

        return text.Contains("{0}", StringComparison.Ordinal) && problem.Arguments.Count == 0
            ? problem.Message
            : words[key, [.. problem.Arguments]];
    }
}
