using FsCheck;
using FsCheck.Fluent;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Properties.Drawn;
using Workflows.WorkItems;

namespace Workflows.Tests.Properties;

/// <summary>
/// What holds after every command of every game: random workflows of nested blocks, random commands of all kinds, random
/// answers, failures among them. <c>BACKOFFICE_TEST_SEQUENCES</c> says how many games.
/// </summary>
public class EngineProperties
{
    private static Config Times(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true);

    [Fact]
    public void Every_invariant_holds_after_every_command() => Prop.ForAll(Game.Any, Play).Check(Times(Game.Sequences));

    /// <summary>What <see cref="WorkItemActs"/> offers on a page is not refused when its holder does it.</summary>
    [Fact]
    public void Every_act_that_a_page_offers_is_accepted() => Prop.ForAll(Game.Any, game =>
    {
        var play = new GamePlay(game.Definition);
        foreach (var move in game.Moves)
        {
            play.Do(move);
        }

        foreach (var item in play.State?.WorkItems ?? [])
        {
            foreach (var act in WorkItemActs.For(play.Workflow, play.State!, item))
            {
                if (Offered.Command(play, item, act) is { } command)
                {
                    var result = WorkflowEngine.Handle(play.Workflow, play.State, command, Answers.From(CalmWorld.Instance.Answer), play.Now);
                    Assert.True(result is Accepted, $"{act} of {item}: {result}{Environment.NewLine}{play.Story}");
                }
            }
        }
    }).Check(Times(Math.Max(300, Game.Sequences / 10)));

    [Fact]
    public void Every_generated_workflow_compiles() => Prop.ForAll(Game.Any, game => Assert.Empty(WorkflowCompiler.Compile(game.Definition).Problems)).Check(Times(300));

    private static void Play(Game game)
    {
        var play = new GamePlay(game.Definition);
        try
        {
            var written = "";
            foreach (var move in game.Moves)
            {
                play.Do(move);
                Invariants.Check(play, written);
                written = play.State is null ? "" : InstanceStateSerializer.Write(play.State);
            }

            Invariants.CheckWhole(play);
        }
        catch (Exception cause)
        {
            throw new InvariantException($"{cause.Message}{Environment.NewLine}{play.Story}{play.Command}", cause);
        }
    }
}
