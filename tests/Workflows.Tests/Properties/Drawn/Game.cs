using FsCheck;
using FsCheck.Fluent;
using Workflows.Activities.Approval;
using Workflows.Activities.Join;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>A generated workflow, and acts on an instance of it.</summary>
internal sealed record Game(Block Root, GameMove[] Moves)
{
    private static readonly Gen<GameMove> OneMove =
        from what in Gen.Choose(0, 99)
        from pick in Gen.Choose(0, 50)
        from person in Gen.Choose(0, World.Everybody.Length - 1)
        from other in Gen.Choose(0, World.Everybody.Length - 1)
        from blind in Gen.Choose(0, 11)
        from flag in Gen.Choose(0, 1)
        from comment in Gen.Choose(0, 7)
        from world in Gen.Choose(0, 1_000_000)
        from hours in Gen.Choose(0, 4)
        select new GameMove(what, pick, person, other, blind == 0, flag == 1, comment != 0, world, hours);

    public static Arbitrary<Game> Any { get; } = Arb.From(
        from drawing in Gen.Choose(0, int.MaxValue - 1)
        from budget in Gen.Choose(1, 12)
        from length in Gen.Choose(1, 40)
        from moves in Gen.ArrayOf(OneMove, length)
        select new Game(new BlockFactory(new Random(drawing)).Make(budget), moves),
        Shrink);

    /// <summary>How many games to play: a few thousand in all, or as many as the nightly run wants.</summary>
    public static int Sequences { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BACKOFFICE_TEST_SEQUENCES"), out var wanted) ? wanted : 3_000;

    public WorkflowDefinition Definition => BlockDrawing.Of(Root);

    /// <summary>Another version: the same steps, with other modes and without deadlines.</summary>
    public static WorkflowDefinition NextVersion(WorkflowDefinition definition) => definition with
    {
        Activities =
        [
            .. definition.Activities.Select(activity => activity switch
            {
                ApprovalActivity { Mode: not SignMode.Vote } approval => approval with { Mode = (SignMode)(((int)approval.Mode + 1) % 3), Deadline = null },
                JoinActivity join => join with { Mode = JoinMode.Any, Count = null },
                _ => activity,
            }),
        ],
    };

    public override string ToString() => $"{Root}{Environment.NewLine}{string.Join(Environment.NewLine, Moves.Select(move => move.ToString()))}";

    private static IEnumerable<Game> Shrink(Game game)
    {
        // Halves first: most acts of a long game have nothing to do with a failure.
        for (var length = game.Moves.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= game.Moves.Length; start += length)
            {
                yield return game with { Moves = [.. game.Moves[..start], .. game.Moves[(start + length)..]] };
            }
        }

        foreach (var smaller in game.Root.Smaller)
        {
            yield return game with { Root = smaller };
        }
    }
}
