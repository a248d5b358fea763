using System.Text.Json.Nodes;
using Forms.Problems;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>Event, PublishEvent, Delay, Timer, Cron, StartAt, and resuming.</summary>
public class WaitTests
{
    [Fact]
    public void An_event_waits_by_its_name_and_gives_its_payload()
    {
        var play = new ElsaPlay(Workflow(Sequence("s", Event("paid").With("result", Result("var-P")), Line("w", Script("getP().amount"))), variables: [Declare("P")])).Start();
        Assert.Equal((ElsaWait.Event, "paid"), (play.Main.Bookmarks[0].Wait, play.Main.Bookmarks[0].Stimulus));

        play.Accept(new PublishToElsa("other"));
        Assert.Equal(ElsaPlay.Suspended, play.Status);
        play.Accept(new PublishToElsa("paid", System.Text.Json.JsonSerializer.SerializeToElement(new { amount = 5 })));
        Assert.Equal(("5", ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void A_published_event_reaches_what_waits_for_it_in_the_same_instance()
    {
        var publish = Activity("PublishEvent", "publish", ("eventName", Literal("go")), ("payload", Literal("now", "Object")));
        var play = ElsaPlay.Of(Flow("start>wait start>publish wait>after publish>sent", Start(), Activity("Event", "wait", ("eventName", Literal("go"))), publish, Line("after", Script("getLastResult()")), Line("sent")));

        Assert.Equal(("sent now", ElsaPlay.Finished), (play.Lines, play.Status));
        Assert.Equal("go", Assert.Single(play.Effects.OfType<EventPublished>()).Event);
    }

    [Fact]
    public void An_event_published_before_anybody_waits_wakes_nobody()
    {
        var play = ElsaPlay.Of(Sequence("s", Activity("PublishEvent", "publish", ("eventName", Literal("go"))), Activity("Event", "wait", ("eventName", Literal("go")))));

        Assert.Equal(("wait", ElsaPlay.Suspended), (play.Waiting, play.Status));
    }

    [Fact]
    public void An_event_for_a_correlation_id_reaches_instances_with_that_id_only()
    {
        var play = ElsaPlay.Of(Sequence("s", Activity("Correlate", "c", ("correlationId", Literal("7"))), Event("go"), Line("after")));

        Assert.Equal("", play.Accept(new PublishToElsa("go") { CorrelationId = "8" }).Lines);
        Assert.Equal("after", play.Accept(new PublishToElsa("go") { CorrelationId = "7" }).Lines);
    }

    [Theory]
    [InlineData("Delay", "timeSpan", "0:30", ElsaWait.Delay)]
    [InlineData("Timer", "interval", "00:30:00", ElsaWait.Timer)]
    public void A_wait_for_a_time_is_due_then(string kind, string property, string span, ElsaWait wait)
    {
        var play = ElsaPlay.Of(Sequence("s", Activity(kind, "w", (property, Literal(span, "TimeSpan"))), Line("after")));

        Assert.Equal((wait, play.Now.AddMinutes(30)), (play.Main.Bookmarks[0].Wait, play.Main.Bookmarks[0].DueAt));
        Assert.Equal("after", play.Resume("w").Lines);
    }

    [Theory]
    [InlineData("2026-11-20T10:00:00Z", "w", "")]
    [InlineData("2026-11-20T08:59:59Z", "", "after")]
    public void A_moment_is_waited_for_unless_it_has_passed(string moment, string waiting, string lines)
    {
        var play = ElsaPlay.Of(Sequence("s", Activity("StartAt", "w", ("dateTime", Literal(moment, "DateTimeOffset"))), Line("after")));

        Assert.Equal((waiting, lines), (play.Waiting, play.Lines));
    }

    [Fact]
    public void A_cron_expression_is_waited_for()
    {
        var play = ElsaPlay.Of(Sequence("s", Activity("Cron", "w", ("cronExpression", Literal("0 0 8 * * *"))), Line("after")));
        Assert.Equal((ElsaWait.Cron, "0 0 8 * * *"), (play.Main.Bookmarks[0].Wait, play.Main.Bookmarks[0].Stimulus));

        Assert.Equal("after", play.Resume("w").Lines);
        Assert.Equal(ElsaPlay.Faulted, ElsaPlay.Of(Activity("Cron", "w", ("cronExpression", Literal("every morning")))).Status);
    }

    [Fact]
    public void A_bookmark_is_used_once()
    {
        var play = ElsaPlay.Of(Sequence("s", Event("a"), Event("b")));
        var used = play.Main.Bookmarks[0].Number;
        play.Resume("a");

        var refused = play.Refuse(new ResumeElsa(used));

        Assert.Equal((RefusalReason.NotFound, "elsa.bookmark"), (refused.Reason, refused.Code));
        Assert.Equal("b", play.Waiting);
    }

    [Fact]
    public void What_has_ended_cannot_be_resumed_or_started_again()
    {
        var play = ElsaPlay.Of(Activity("Parallel", "p", ("activities", new JsonArray(Event("a"), Activity("Fault", "f", ("message", Literal("x")))))));
        Assert.Equal(ElsaPlay.Faulted, play.Status);

        Assert.Equal("elsa.ended", play.Refuse(new ResumeElsa(play.Main.Bookmarks[0].Number)).Code);
        Assert.Equal("elsa.started", play.Refuse(new StartElsa("i", JoinBehaviour.Counter, new Dictionary<string, System.Text.Json.JsonElement>())).Code);
        Assert.Equal("elsa.no-question", play.Refuse(new AnswerScript(new ScriptAnswer(default))).Code);
    }

    [Fact]
    public void Cancelling_ends_it_with_all_its_waits()
    {
        var play = ElsaPlay.Of(Event("a")).Accept(new CancelElsa());

        Assert.Equal(((ElsaStatus.Finished, ElsaSubStatus.Cancelled), ""), (play.Status, play.Waiting));
    }

    [Fact]
    public void A_state_of_another_version_is_refused()
    {
        var state = ElsaPlay.Of(Event("a")).State!;
        var other = new ElsaPlay(Workflow(Event("a")).With("id", "main-v2"));

        var refused = Assert.IsType<ElsaRefused>(ElsaEngine.Handle(other.Program, state, new ResumeElsa(1), other.Now));

        Assert.Equal("elsa.other-version", refused.Code);
    }
}
