using Forms.Problems;
using Workflows.Definitions;

namespace Workflows.Activities;

/// <summary>Checks the names of cases, branches and buttons, which are outcomes.</summary>
internal static class BranchNames
{
    public static void Check(IReadOnlyList<(string Name, string Label)> named, string path, List<Problem> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, (name, label)) in named.Index())
        {
            if (string.IsNullOrWhiteSpace(name) || Outcomes.Reserved.Contains(name))
            {
                problems.Add(new($"{path}[{index}].name", "workflow.branch-name", $"Expected a name other than {string.Join(", ", Outcomes.Reserved)}, but found '{name}'."));
            }
            else if (!seen.Add(name))
            {
                problems.Add(new($"{path}[{index}].name", "workflow.branch-name", $"Expected names to be used once, but found '{name}' again."));
            }

            if (string.IsNullOrWhiteSpace(label))
            {
                problems.Add(new($"{path}[{index}].label", "workflow.text-missing", "Expected a text, but found none."));
            }
        }
    }
}
