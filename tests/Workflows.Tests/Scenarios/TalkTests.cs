using Workflows.Runtime;
using Workflows.Tests.Playing;
using Workflows.WorkItems;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

/// <summary>Comments, copies and urging move nothing.</summary>
public class TalkTests
{
    private static Play Asked() => new Play(Draw.Row(Draw.Approval("a"))).With("a", Gao).Start();

    [Fact]
    public void A_comment_tells_those_mentioned_once_and_not_who_wrote_it()
    {
        var play = Asked();

        var events = play.Accept(new AddComment(Lin, "see page 3", [Gao, Lin, Gao]));

        var told = events.OfType<NotificationRequested>().Single();
        Assert.Equal((NotificationKind.Mention, "see page 3"), (told.Kind, told.Message));
        Assert.Equal([Gao], told.To);
        Assert.Equal("comment.required", play.Refuse(new AddComment(Lin, " ", [])).Code);
    }

    [Fact]
    public void A_copy_stays_open_until_it_is_read_even_after_the_end()
    {
        var play = Asked();
        play.Accept(new SendCopy(Lin, [Wu, Wu], null));
        play.Accept(new SendCopy(Lin, [Wu, Sun], null));
        Assert.Equal(2, play.State!.OpenWorkItems.Count(item => item.Kind == WorkItemKind.Read));

        play.Approve(Gao);
        Assert.Equal([Wu, Sun], play.Waiting);
        play.Accept(new MarkRead(play.OpenItemOf(Wu).Number, Wu));

        Assert.Equal([Sun], play.Waiting);
        Assert.Equal("copy.nobody", play.Refuse(new SendCopy(Lin, [], null)).Code);
    }

    [Fact]
    public void A_step_sends_copies_with_its_message()
    {
        var play = new Play(Draw.Row(Draw.Notify("n") with { Copy = true })).With("n", Wu).Start();

        Assert.Equal(WorkItemKind.Read, play.OpenItemOf(Wu).Kind);
        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void The_initiator_urges_those_who_are_asked_not_too_often()
    {
        var play = Asked();
        Assert.Equal([Gao], play.Accept(new Urge(Lin)).OfType<NotificationRequested>().Single().To);
        Assert.Equal("urge.too-soon", play.Refuse(new Urge(Lin)).Code);
        Assert.Equal("instance.not-initiator", play.Refuse(new Urge(Gao)).Code);

        for (var hour = 0; hour < 4; hour++)
        {
            play.Accept(new AddComment(Lin, "waiting", []));
        }

        Assert.IsType<Accepted>(play.Do(new Urge(Lin)));
    }

    [Fact]
    public void Urging_nobody_is_refused()
    {
        var play = new Play(Draw.Row(Draw.WaitForEvent("w"))).Start();

        Assert.Equal("urge.nobody", play.Refuse(new Urge(Lin)).Code);
    }
}
