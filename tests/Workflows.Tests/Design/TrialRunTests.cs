using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Design;
using Workflows.Runtime;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Design;

public class TrialRunTests
{
    private static readonly Guid Initiator = Guid.NewGuid();
    private static readonly Guid Signer = Guid.NewGuid();

    [Fact]
    public void Branches_of_a_fork_are_all_travelled_and_those_of_a_decision_are_not()
    {
        var tried = Run(holds: false);

        Assert.Equal(["approval-2", "decision", "end", "fork", "join", "notify", "submit", "task"], tried.Visits.Select(visit => visit.ActivityId).Distinct().Order(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<Arrow> { Scratch.AfterSubmit, new("decision", "false"), new("fork", "branch-1"), new("fork", "branch-2"), new("task", "done"), new("approval-2", "approved"), new("join", "done") },
            tried.Arrows.ToHashSet());
        Assert.DoesNotContain(new Arrow("decision", "true"), tried.Arrows);
        Assert.Null(tried.Blocked);
    }

    [Fact]
    public void The_other_way_says_who_was_found()
    {
        var tried = Run(holds: true);

        Assert.Equal(["submit", "decision", "approval", "end"], tried.Visits.Select(visit => visit.ActivityId));
        Assert.Equal(Signer, Assert.Single(tried.Visits.Single(visit => visit.ActivityId == "approval").Signers).Person);
    }

    private static Tried Run(bool holds)
    {
        IReadOnlyList<SignerRule> signers = [new RoleRule { Role = "signer" }];
        var drawn = Scratch.Branched;
        drawn = drawn with
        {
            Activities =
            [
                .. drawn.Activities.Select(step => step switch
                {
                    PersonStepActivity person => person with { Signers = signers },
                    Activities.Notify.NotifyActivity notify => notify with { To = signers, Message = "Hello" },
                    _ => step,
                }),
            ],
        };
        var workflow = WorkflowCompiler.Compile(drawn).Workflow!;
        var answers = Answers.None;
        while (true)
        {
            switch (TrialRun.Run(workflow, Initiator, answers, DateTimeOffset.UnixEpoch))
            {
                case Tried tried:
                    return tried;
                case TrialAsks asks:
                    answers = asks.Questions.Aggregate(answers, (known, question) => question switch
                    {
                        ConditionQuestion condition => known.With(condition, holds),
                        PeopleQuestion people => known.With(people, [new Signer(Signer, "role:signer")]),
                        _ => throw new InvalidOperationException($"Expected a question about conditions or people, but found {question}."),
                    });
                    break;
            }
        }
    }
}
