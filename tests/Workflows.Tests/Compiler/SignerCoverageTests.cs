using Forms.Directory;
using Forms.Problems;
using Workflows.Activities.Approval;
using Workflows.Definitions;
using static Workflows.Tests.Playing.Draw;

namespace Workflows.Tests.Compiler;

/// <summary>Steps that can get stuck in the company as it is.</summary>
public class SignerCoverageTests
{
    private static readonly OrgUnit Head = new(Id(100), "head", "Head office", "headOffice", null, "director");
    private static readonly OrgUnit East = new(Id(101), "east", "East", "region", Head.Id, "region-head");
    private static readonly OrgUnit Store = new(Id(102), "store", "Store", "store", East.Id, null);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static Person Person(int number, string key, OrgUnit unit, int? manager, string[]? positions = null, string[]? roles = null, bool active = true) =>
        new(Id(number), key, key, null, null, unit.Id, manager is { } above ? Id(above) : null, positions ?? [], roles ?? [], null, active);

    /// <summary>The director leads Gao, who leads Lin. Sun has left.</summary>
    private static CompanyDirectory Company(bool hasAdministrator = true) => new(
        [
            Person(1, "lin", Store, 2),
            Person(2, "gao", East, 3, ["region-head"]),
            Person(3, "chen", Head, null, ["director"], hasAdministrator ? ["admin"] : []),
            Person(4, "sun", Head, 3, ["lawyer"], ["legal"], active: false),
        ],
        [Head, East, Store],
        [new Position("director", "Director", Head.Id), new Position("region-head", "Head of region", East.Id), new Position("lawyer", "Lawyer", Head.Id)],
        new HashSet<string> { "admin" });

    private static IReadOnlyList<Problem> Problems(PersonStepActivity step, CompanyDirectory? company = null) => SignerCoverage.Check(Row(step), company ?? Company());

    private static ApprovalActivity By(params SignerRule[] rules) => Approval("a") with { Signers = rules };

    public static IEnumerable<TheoryDataRow<string, SignerRule, string?>> Rules() =>
    [
        new("person", new PersonRule { Person = "gao" }, null),
        new("person who has left", new PersonRule { Person = "sun" }, "whoever submits"),
        new("role", new RoleRule { Role = "admin" }, null),
        new("role of nobody active", new RoleRule { Role = "legal" }, "whoever submits"),
        new("position", new PositionRule { Position = "director" }, null),
        new("position of nobody active", new PositionRule { Position = "lawyer" }, "whoever submits"),
        new("position upwards", new PositionRule { Position = "director", Of = "initiator" }, null),
        new("position that lies below", new PositionRule { Position = "region-head", Of = "initiator" }, "when chen submit"),
        new("unit", new UnitRule { Unit = "store" }, null),
        new("manager", new ManagerRule { Of = "initiator" }, "when chen submit"),
        new("manager two levels up", new ManagerRule { Of = "initiator", Levels = 2 }, "when chen, gao submit"),
        new("head of unit", new UnitHeadRule { Of = "initiator" }, "when lin submit"),
        new("head of region", new UnitHeadRule { Of = "initiator", UnitKind = "region" }, "when chen submit"),
        new("person field", new PersonFieldRule { Field = "owner" }, null),
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_that_finds_nobody_for_some_initiator_is_a_warning(string name, SignerRule rule, string? words)
    {
        var problems = Problems(By(rule));

        if (words is null)
        {
            Assert.Empty(problems);
            return;
        }

        var problem = Assert.Single(problems);
        Assert.Equal(("activities[1].signers", "workflow.nobody-signs", Severity.Warning), (problem.Path, problem.Code, problem.Severity));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.Contains("An administrator is asked.", problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void Without_an_administrator_it_is_an_error() =>
        Assert.Equal(Severity.Error, Assert.Single(Problems(By(new ManagerRule { Of = "initiator" }), Company(hasAdministrator: false))).Severity);

    [Fact]
    public void What_the_record_names_may_be_nobody_and_that_is_said_where_no_administrator_could_stand_in()
    {
        Assert.Equal(Severity.Warning, Assert.Single(Problems(By(new PersonFieldRule { Field = "owner" }), Company(hasAdministrator: false))).Severity);
        Assert.Empty(Problems(By(new PersonFieldRule { Field = "owner" }) with { IfNoSigner = NoSignerPolicy.Approve }, Company(hasAdministrator: false)));
    }

    [Fact]
    public void One_rule_that_finds_somebody_is_enough() =>
        Assert.Empty(Problems(By(new ManagerRule { Of = "initiator" }, new PositionRule { Position = "director" })));

    [Theory]
    [InlineData(NoSignerPolicy.Approve, "counts as approved")]
    [InlineData(NoSignerPolicy.Reject, "counts as rejected")]
    [InlineData(NoSignerPolicy.Person, "stand-in is asked")]
    public void The_policy_says_what_happens_instead(NoSignerPolicy policy, string words)
    {
        var problem = Assert.Single(Problems(By(new RoleRule { Role = "legal" }) with { IfNoSigner = policy, StandIn = "gao" }, Company(hasAdministrator: false)));

        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stand_in_who_has_left_is_nobody() =>
        Assert.Equal(Severity.Error, Assert.Single(Problems(By(new RoleRule { Role = "legal" }) with { IfNoSigner = NoSignerPolicy.Person, StandIn = "sun" }, Company(hasAdministrator: false))).Severity);

    [Fact]
    public void An_initiator_whose_manager_should_sign_instead_may_have_none()
    {
        var problem = Assert.Single(Problems(By(new PositionRule { Position = "director" }) with { IfInitiator = InitiatorPolicy.Manager }));

        Assert.Contains("when chen submit", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Problems(By(new PositionRule { Position = "director" }) with { IfInitiator = InitiatorPolicy.Skip }));
    }

    [Fact]
    public void A_tier_that_tells_nobody_is_said()
    {
        var step = Approval("a") with { Signers = [new PersonRule { Person = "gao" }], Deadline = Deadline("2bd", Tier(TierAct.Tell) with { To = [new RoleRule { Role = "legal" }] }) };

        Assert.Equal(("activities[1].deadline.tiers[0].to", "workflow.nobody-told"), Problems(step).Select(problem => (problem.Path, problem.Code)).Single());
    }
}
