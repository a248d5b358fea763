using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;
using static Workflows.Tests.Playing.People;

namespace Workflows.Tests.Scenarios;

public class ContractApprovalTests
{
    [Fact]
    public void A_small_contract_needs_the_manager_only()
    {
        var play = ContractApproval.Draft().Start();
        Assert.Equal([Gao], play.Waiting);

        play.Approve(Gao);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void A_larger_contract_needs_the_regional_director_too()
    {
        var play = ContractApproval.Draft().Where("is-large").Start();
        play.Approve(Gao);
        Assert.Equal([Zhang], play.Waiting);

        play.Approve(Zhang);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void The_largest_need_finance_and_director_in_parallel()
    {
        var play = ContractApproval.Draft().Where("is-large").Where("is-largest").Start();
        play.Approve(Gao);
        play.Approve(Zhang);
        Assert.Equal([Chen, Zhang], play.Waiting);

        play.Approve(Zhang);
        Assert.Equal(InstanceStatus.Running, play.State!.Status);
        play.Approve(Chen);

        Assert.Equal(InstanceStatus.Completed, play.State.Status);
    }

    [Fact]
    public void A_discount_over_the_limit_adds_the_sales_director()
    {
        var play = ContractApproval.Draft().Where("is-discounted").Start();
        play.Approve(Gao);

        Assert.Equal([Wu], play.Waiting);
    }

    [Fact]
    public void A_framework_contract_needs_any_one_of_legal()
    {
        var play = ContractApproval.Draft().Where("needs-legal").Start();
        play.Approve(Gao);
        Assert.Equal([Sun, Wu], play.Waiting);

        play.Approve(Wu);

        Assert.Equal(InstanceStatus.Completed, play.State!.Status);
    }

    [Fact]
    public void An_approved_contract_is_stamped_and_its_initiator_told()
    {
        var play = ContractApproval.Draft().Start();

        var events = play.Approve(Gao);

        Assert.Equal("@today", events.OfType<FieldsSet>().Single().Values["approvedOn"].GetString());
        Assert.Equal([Lin], events.OfType<NotificationRequested>().Single().To);
    }

    [Fact]
    public void The_record_mirrors_the_status()
    {
        var play = ContractApproval.Draft().Start();
        RecordStatusSettings settings = play.Workflow.Definition.Status!;
        Assert.Equal("inApproval", settings.ValueFor(play.State!.Status));

        play.Return(Gao);
        Assert.Equal("returned", settings.ValueFor(play.State.Status));

        play.Accept(new Withdraw(Lin, null));
        Assert.Equal("draft", settings.ValueFor(play.State.Status));
    }

    [Fact]
    public void Whoever_reached_a_step_by_a_rule_is_told_why()
    {
        var play = ContractApproval.Draft().Start();

        Assert.Equal("by rule", play.OpenItemOf(Gao).Because);
    }
}
