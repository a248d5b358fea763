using Forms.Directory;
using Forms.Problems;
using Workflows.Activities.Approval;

namespace Workflows.Definitions;

/// <summary>
/// Finds the steps at which an instance can get stuck in the company as it is: whose rules find nobody for some
/// initiator, and what then happens. Pure; for the publish gate, and again whenever the directory has changed.
/// </summary>
public static class SignerCoverage
{
    private const int MostNames = 3;

    /// <summary>
    /// Errors for steps that would be incidents, as not even an administrator can stand in; warnings for steps whose policy
    /// decides instead of people, and for what depends on the record.
    /// </summary>
    public static IReadOnlyList<Problem> Check(WorkflowDefinition definition, CompanyDirectory directory)
    {
        var problems = new List<Problem>();
        var people = directory.People.Where(person => person.Active).OrderBy(person => person.Name, StringComparer.Ordinal).ToList();
        foreach (var (index, activity) in definition.Activities.Index())
        {
            if (activity is PersonStepActivity step)
            {
                CheckSigners(step, $"activities[{index}].signers", people, directory, problems);
                CheckTiers(step, $"activities[{index}].deadline", directory, problems);
            }
        }

        return problems;
    }

    private static void CheckSigners(PersonStepActivity step, string path, List<Person> people, CompanyDirectory directory, List<Problem> problems)
    {
        var reach = new SignerReach(directory);
        var isStuck = IsStuck(step, directory);
        if (!step.Signers.All(SignerReach.IsKnown))
        {
            // Whom the record names is only known then.
            if (isStuck)
            {
                problems.Add(new(path, "workflow.nobody-signs", $"{step.Label} gets stuck when the record names nobody: there is no administrator who could stand in.", Severity.Warning));
            }

            return;
        }

        var without = people.Where(initiator => Left(step, reach, initiator).Count == 0).ToList();
        if (without.Count == 0)
        {
            return;
        }

        var whom = without.Count == people.Count
            ? "nobody is found, whoever submits"
            : $"nobody is found when {string.Join(", ", without.Take(MostNames).Select(person => person.Name))}{(without.Count > MostNames ? $" or {without.Count - MostNames} more" : "")} submit";
        problems.Add(isStuck
            ? new(path, "workflow.nobody-signs", $"{step.Label}: {whom}, and there is no administrator who could stand in. It gets stuck.")
            : new(path, "workflow.nobody-signs", $"{step.Label}: {whom}. {Instead(step)}", Severity.Warning));
    }

    private static void CheckTiers(PersonStepActivity step, string path, CompanyDirectory directory, List<Problem> problems)
    {
        var reach = new SignerReach(directory);
        foreach (var (index, tier) in (step.Deadline?.Tiers ?? []).Index())
        {
            if (tier.To is { } rules && rules.All(SignerReach.IsKnownForAll) && rules.All(rule => reach.Find(rule, null).Count == 0))
            {
                problems.Add(new($"{path}.tiers[{index}].to", "workflow.nobody-told", $"{step.Label}: nobody is found for this tier of its deadline; it does nothing.", Severity.Warning));
            }
        }
    }

    /// <summary>Who is left of those found after the policy for the initiator; one who is left out on purpose counts as found.</summary>
    private static List<Guid> Left(PersonStepActivity step, SignerReach reach, Person initiator)
    {
        var found = step.Signers.SelectMany(rule => reach.Find(rule, initiator)).Distinct().ToList();
        if (step is not ApprovalActivity { IfInitiator: InitiatorPolicy.Manager } || !found.Remove(initiator.Id))
        {
            return found;
        }

        return reach.Find(new ManagerRule { Of = SignerRule.Initiator }, initiator) is [var manager, ..] ? [.. found, manager] : found;
    }

    private static bool IsStuck(PersonStepActivity step, CompanyDirectory directory) => step.IfNoSigner switch
    {
        NoSignerPolicy.Approve or NoSignerPolicy.Reject => false,
        NoSignerPolicy.Person when step.StandIn is { } key && directory.PersonByKey(key) is { Active: true } => false,
        _ => directory.Administrators().Count == 0,
    };

    private static string Instead(PersonStepActivity step) => step.IfNoSigner switch
    {
        NoSignerPolicy.Approve => "It counts as approved.",
        NoSignerPolicy.Reject => "It counts as rejected.",
        NoSignerPolicy.Person => "The stand-in is asked.",
        _ => "An administrator is asked.",
    };
}
