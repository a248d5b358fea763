using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Data.Directory;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Directory;
using Forms.Problems;
using Forms.Records;
using Workflows.Activities.Decision;
using Workflows.Activities.Switch;
using Workflows.Definitions;
using Workflows.Design;

namespace Backoffice.Data.Definitions.Drafts;

/// <summary>
/// Finds what is wrong with a draft: what a published file would be refused for, conditions nobody has filled in, and rules
/// that find nobody in the directory as it is now. Thread-safe.
/// </summary>
public sealed partial class DraftProblems(PublishedDefinitions published, DirectoryStore directories, AnalyzeFormula analyze)
{
    private static readonly WorkflowKind Kind = new();

    /// <summary>Those that stop publishing first.</summary>
    public async Task<IReadOnlyList<DraftProblem>> FindAsync(WorkflowContent content, CancellationToken ct)
    {
        var definition = content.Definition;
        var directory = await directories.GetAsync(ct);
        var found = await DefinitionProblems.FindAsync(Kind, definition, content.Into(published.Current), analyze, ct);
        return
        [
            .. found.Select(problem => Placed(definition, problem))
                .Concat(definition.Activities.SelectMany(Blank))
                .Concat(definition.Activities.OfType<PersonStepActivity>().SelectMany(step => Nobody(step, directory)))
                .OrderBy(problem => problem.Problem.Severity),
        ];
    }

    private static DraftProblem Placed(WorkflowDefinition definition, Problem problem)
    {
        var match = Place().Match(problem.Path);
        if (!match.Success)
        {
            return new DraftProblem(null, problem);
        }

        var index = int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture);
        var step = match.Groups["list"].Value == "activities" ? definition.Activities.ElementAtOrDefault(index)?.Id : definition.Transitions.ElementAtOrDefault(index)?.From;
        return new DraftProblem(step, problem with { Path = match.Groups["rest"].Value });
    }

    private static IEnumerable<DraftProblem> Blank(ActivityDefinition step)
    {
        IEnumerable<(Condition Condition, string Path, string Name)> conditions = step switch
        {
            DecisionActivity decision => [(decision.Condition, "condition", decision.Label)],
            SwitchActivity choice => choice.Cases.Index().Select(entry => (entry.Item.Condition, string.Create(CultureInfo.InvariantCulture, $"cases[{entry.Index}].condition"), entry.Item.Label)),
            _ => [],
        };
        return conditions
            .Where(entry => Branches.IsBlank(entry.Condition))
            .Select(entry => new DraftProblem(step.Id, new Problem(entry.Path, "design.condition-blank", $"Expected a condition for \"{entry.Name}\", but found none.") { Arguments = [entry.Name] }));
    }

    private static IEnumerable<DraftProblem> Nobody(PersonStepActivity step, CompanyDirectory directory) => step.Signers.Index()
        .Where(entry => entry.Item switch
        {
            PositionRule rule => directory.Positions.Any(position => position.Key == rule.Position) && directory.Holding(rule.Position).Count == 0,
            RoleRule rule => directory.InRole(rule.Role).Count == 0,
            PersonRule rule => directory.PersonByKey(rule.Person) is { Active: false },
            _ => false,
        })
        .Select(entry => new DraftProblem(
            step.Id,
            new Problem(string.Create(CultureInfo.InvariantCulture, $"signers[{entry.Index}]"), "design.nobody", "The rule finds nobody at present.", Severity.Warning)));

    [GeneratedRegex(@"^(?<list>activities|transitions)\[(?<index>\d+)\]\.?(?<rest>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Place();
}
