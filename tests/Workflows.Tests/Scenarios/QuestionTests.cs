using Workflows.Runtime;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class QuestionTests
{
    [Fact]
    public void The_engine_asks_instead_of_looking_up()
    {
        var play = new Play(Draw.Row(Draw.Approval("a")));

        var asked = Assert.IsType<Asked>(WorkflowEngine.Handle(play.Workflow, null, new StartInstance(Lin), Answers.None, play.Now));

        var question = Assert.IsType<SignersQuestion>(Assert.Single(asked.Questions));
        Assert.Equal(("signers:a", "a"), (question.Key, question.ActivityId));
        Assert.Same(Draw.AnyRule, question.Rules);
    }

    [Fact]
    public void Questions_are_keyed_by_kind_and_activity()
    {
        var play = ContractApproval.Draft();
        play.Finds.Remove("regional-director");
        play.Where("is-large").Start();
        play.Approve(Gao);

        Assert.Equal(
            ["signers:manager", "condition:is-large", "signers:regional-director", "administrator:regional-director"],
            play.Asked.Select(question => question.Key));
    }

    [Fact]
    public void A_question_carries_the_fields_set_on_the_way_to_it()
    {
        var play = new Play(Draw.Row(Draw.SetField("s", "region", "east"), Draw.Approval("a"))).With("a", Gao).Start();

        var question = Assert.Single(play.Asked);
        Assert.Equal("east", question.FieldsSet["region"].GetString());
    }

    [Fact]
    public void An_answer_given_later_replaces_the_one_before()
    {
        var play = new Play(Draw.Row(Draw.Approval("a")));
        var question = new SignersQuestion("a", Draw.AnyRule);
        var answers = Answers.None.With(question, [new Signer(Gao, "")]).With(question, [new Signer(Zhang, "")]);

        var accepted = Assert.IsType<Accepted>(WorkflowEngine.Handle(play.Workflow, null, new StartInstance(Lin), answers, play.Now));

        Assert.Equal(Zhang, accepted.State.OpenWorkItems.Single().Person);
    }

    [Fact]
    public void A_notification_without_recipients_is_not_sent()
    {
        var play = new Play(Draw.Row(Draw.Notify("n"))).Start();

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
        Assert.DoesNotContain(play.Events, happened => happened is NotificationRequested);
    }

    [Fact]
    public void A_notification_reaches_each_person_once_with_its_message_unfilled()
    {
        var play = new Play(Draw.Row(Draw.Notify("n"))).With("n", Gao, Zhang, Gao).Start();

        var sent = play.Events.OfType<NotificationRequested>().Single();
        Assert.Equal([Gao, Zhang], sent.To);
        Assert.Equal("{number} is done", sent.Message);
    }
}
