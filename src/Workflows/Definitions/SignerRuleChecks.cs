using Forms.Problems;

namespace Workflows.Definitions;

/// <summary>Checks a list of signer rules as far as that is possible without the directory and the form.</summary>
internal static class SignerRuleChecks
{
    private const int MostLevels = 10;
    private const int MostChosen = 50;
    private const int MostWeight = 1_000;

    /// <param name="mayBeChosen">Whether the initiator may choose: only those who sign.</param>
    public static void Check(IReadOnlyList<SignerRule> rules, string path, string codeIfNone, List<Problem> problems, bool mayBeChosen = false)
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

            if (rules[i] is ChosenRule && !mayBeChosen)
            {
                problems.Add(new($"{path}[{i}]", "workflow.signer-rule", "Expected a rule that finds people by itself: the initiator only chooses who signs."));
            }
        }
    }

    private static (string Member, string Message)? Flaw(SignerRule rule) => rule switch
    {
        PersonRule { Person: var person } when IsBlank(person) => ("person", "Expected a person, but found none."),
        RoleRule { Role: var role } when IsBlank(role) => ("role", "Expected the key of a role, but found none."),
        PositionRule { Position: var position } when IsBlank(position) => ("position", "Expected the key of a position, but found none."),
        ManagerRule { Of: var of } when IsBlank(of) => ("of", "Expected 'initiator' or a person field, but found none."),
        ManagerRule { Levels: < 1 or > MostLevels } found => ("levels", $"Expected 1 to {MostLevels} levels, but found {found.Levels}."),
        UnitHeadRule { Of: var of } when IsBlank(of) => ("of", "Expected 'initiator' or a person field, but found none."),
        UnitRule { Unit: var unit } when IsBlank(unit) => ("unit", "Expected the key of a unit, but found none."),
        FormulaRule { Formula: var formula } when IsBlank(formula) => ("formula", "Expected the file name of a formula, but found none."),
        ChosenRule { Most: < 1 or > MostChosen } chosen => ("most", $"Expected 1 to {MostChosen} people, but found {chosen.Most}."),
        { Weight: < 1 or > MostWeight } weighted => ("weight", $"Expected a weight of 1 to {MostWeight}, but found {weighted.Weight}."),
        PersonFieldRule { Field: var field } when IsBlank(field) => ("field", "Expected the name of a person field, but found none."),
        _ => null,
    };

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);
}
