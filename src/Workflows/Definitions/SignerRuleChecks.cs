using Forms.Problems;

namespace Workflows.Definitions;

/// <summary>Checks a list of signer rules as far as that is possible without the directory and the form.</summary>
internal static class SignerRuleChecks
{
    private const int MostLevels = 10;

    public static void Check(IReadOnlyList<SignerRule> rules, string path, string codeIfNone, List<Problem> problems)
    {
        if (rules.Count == 0)
        {
            problems.Add(new(path, codeIfNone, "Expected at least one rule that finds people, but found none."));
        }

        for (var i = 0; i < rules.Count; i++)
        {
            if (Flaw(rules[i]) is var (member, message))
            {
                problems.Add(new($"{path}[{i}].{member}", "workflow.signer-rule", message));
            }
        }
    }

    private static (string Member, string Message)? Flaw(SignerRule rule) => rule switch
    {
        PersonRule { Person.Length: 0 } => ("person", "Expected a person, but found none."),
        RoleRule { Role: var role } when IsBlank(role) => ("role", "Expected the key of a role, but found none."),
        PositionRule { Position: var position } when IsBlank(position) => ("position", "Expected the key of a position, but found none."),
        ManagerRule { Of: var of } when IsBlank(of) => ("of", "Expected 'initiator' or a person field, but found none."),
        ManagerRule { Levels: < 1 or > MostLevels } found => ("levels", $"Expected 1 to {MostLevels} levels, but found {found.Levels}."),
        UnitHeadRule { Of: var of } when IsBlank(of) => ("of", "Expected 'initiator' or a person field, but found none."),
        PersonFieldRule { Field: var field } when IsBlank(field) => ("field", "Expected the name of a person field, but found none."),
        _ => null,
    };

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);
}
