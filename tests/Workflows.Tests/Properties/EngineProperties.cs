using FsCheck;
using FsCheck.Fluent;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Properties.Drawn;

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
