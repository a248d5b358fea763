using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Activities.Approval;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties;

/// <summary>What holds after every act of every random game, refused acts included.</summary>
public class EngineProperties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(100);

    private static void AfterEveryMove(Action<Play, InstanceState?, StepResult> holds)
    {
        foreach (var workflow in Games.All)
        {
            Prop.ForAll(Move.Games, moves => PlayOut(workflow, moves, holds)).Check(Config);
        }
    }

    private static Play PlayOut(WorkflowDefinition workflow, IEnumerable<Move> moves, Action<Play, InstanceState?, StepResult> holds)
    {
        var play = new Play(workflow);
        foreach (var move in moves)
        {
            move.Shape(play);
            var before = play.State;
            var result = play.Do(move.On(before));
            holds(play, before, result);
        }

        return play;
    }

    private static string Written(InstanceState? state) => state is null ? "" : InstanceStateSerializer.Write(state);

    [Fact]
    public void A_refusal_leaves_the_state_as_it_was() => AfterEveryMove((play, before, result) =>
    {
        if (result is Refused)
        {
            Assert.Same(before, play.State);
        }
    });

    [Fact]
    public void The_state_survives_writing_and_reading() => AfterEveryMove((play, _, _) =>
    {
        if (play.State is { } state)
        {
            Assert.Equal(Written(state), Written(InstanceStateSerializer.Read(Written(state))));
        }
    });

    [Fact]
    public void Replaying_the_events_gives_the_state() => AfterEveryMove((play, _, _) =>
        Assert.Equal(Written(play.State), Written(InstanceState.Replay(play.Commands))));

    [Fact]
    public void A_person_has_at_most_one_open_item_of_a_step() => AfterEveryMove((play, _, _) =>
        Assert.All(
            play.State?.OpenWorkItems.CountBy(item => (item.ActivityId, item.Person)) ?? [],
            count => Assert.Equal(1, count.Value)));

    [Fact]
    public void Somebody_has_an_open_item_exactly_while_the_instance_is_not_over() => AfterEveryMove((play, _, _) =>
    {
        if (play.State is { } state)
        {
            var isOver = state.Status is not (InstanceStatus.Running or InstanceStatus.Returned);
            Assert.Equal(isOver, !state.OpenWorkItems.Any() && !state.Incidents.Any());
            Assert.Equal(isOver, state.EndedAt is not null);
        }
    });

    [Fact]
    public void A_sequence_never_has_two_open_items() => AfterEveryMove((play, _, _) =>
        Assert.All(
            play.State?.OpenWorkItems.CountBy(item => item.ActivityId) ?? [],
            count => Assert.True(count.Value == 1 || play.Workflow.Activities[play.Workflow.IndexOf(count.Key)!.Value] is not ApprovalActivity { Mode: SignMode.Sequence })));

    [Fact]
    public void A_running_instance_waits_at_one_step_and_its_open_items_are_of_that_visit() => AfterEveryMove((play, _, _) =>
    {
        if (play.State is { Status: InstanceStatus.Running } state)
        {
            var visit = Assert.Single(state.Tokens);
            Assert.All(state.OpenWorkItems, item => Assert.Equal(visit.Number, item.Visit));
        }
        else
        {
            Assert.Empty(play.State?.Tokens ?? []);
        }
    });

    [Fact]
    public void An_item_that_was_decided_never_changes_again() => AfterEveryMove((play, before, _) =>
        Assert.All(
            before?.WorkItems.Where(item => item.ClosedAt is not null) ?? [],
            item => Assert.True(play.State!.FindWorkItem(item.Number) is var now && (now is null || now == item))));

    [Fact]
    public void A_state_keeps_only_work_items_of_visits_that_count() => AfterEveryMove((play, _, _) =>
        Assert.All(
            play.State?.WorkItems ?? [],
            item => Assert.Contains(play.State!.Path, visit => visit.Number == item.Visit && visit.ActivityId == item.ActivityId)));

    [Fact]
    public void Numbers_of_items_and_visits_are_given_once() => AfterEveryMove((play, _, _) =>
    {
        var items = play.Events.OfType<WorkItemOpened>().Select(opened => opened.Number).ToList();
        var visits = play.Events.OfType<ActivityEntered>().Select(entered => entered.Visit).ToList();
        Assert.Equal(Enumerable.Range(1, items.Count), items);
        Assert.Equal(Enumerable.Range(1, visits.Count), visits);
    });

    [Fact]
    public void Nobody_decides_the_item_of_somebody_else() => AfterEveryMove((play, _, _) =>
    {
        var owners = play.Events.OfType<WorkItemOpened>().ToDictionary(opened => opened.Number, opened => opened.Person);
        Assert.All(play.Events.OfType<WorkItemCompleted>(), completed => Assert.Equal(owners[completed.Number], completed.Person));
    });

    [Fact]
    public void The_same_game_played_twice_gives_the_same_events()
    {
        foreach (var workflow in Games.All)
        {
            Prop.ForAll(Move.Games, moves => Assert.Equal(EventsOf(workflow, moves), EventsOf(workflow, moves))).Check(Config);
        }

        static string EventsOf(WorkflowDefinition workflow, Move[] moves) =>
            JsonSerializer.Serialize(PlayOut(workflow, moves, (_, _, _) => { }).Events);
    }
}
