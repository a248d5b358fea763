using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Workflows.Paths;
using Workflows.Runtime;
using Workflows.WorkItems;

namespace Data.Tests.Workflows;

/// <summary>What the workflow shell does on every database.</summary>
public abstract partial class ApprovalContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private ApprovalWorld world = null!;

    [Fact]
    public async Task A_small_request_needs_the_manager_only()
    {
        var record = await this.world.DraftAsync("lin", 900m);
        await this.world.SubmitAsync("lin", record);
        var item = Assert.Single(await this.world.InboxAsync("gao"));
        this.time.Advance(TimeSpan.FromMinutes(90));

        var result = await this.world.DecideAsync("gao", item.Id, WorkItemDecision.Approve, "Fine");

        Assert.Equal(InstanceStatus.Completed, result.Status);
        Assert.Empty(await this.world.InboxAsync("gao"));
        var saved = await this.world.RecordAsync("lin", record.Id);
        Assert.Equal("approved", saved["status"]);
        Assert.Equal("seen", saved["stamp"]);
        Assert.NotNull(saved.LockedBy);
        var trail = (await this.DetailsAsync("lin", record.Id))!.Trail;
        Assert.Equal([TrailActs.Completed, TrailActs.Notified, TrailActs.Approved, TrailActs.Opened, TrailActs.Submitted], trail.Select(entry => entry.Act));
        Assert.Equal(TimeSpan.FromMinutes(90), trail[2].Took);
        Assert.Equal("Fine", trail[2].Comment);
    }

    [Fact]
    public async Task A_large_request_waits_for_both_directors_at_once()
    {
        var record = await this.world.DraftAsync("lin", 1_000.01m);
        await this.world.SubmitAsync("lin", record);
        await this.ApproveAsync("gao");

        Assert.Single(await this.world.InboxAsync("hu"));
        Assert.Single(await this.world.InboxAsync("chen"));
        await this.ApproveAsync("hu");
        Assert.Equal("inApproval", (await this.world.RecordAsync("lin", record.Id))["status"]);
        await this.ApproveAsync("chen");
        Assert.Equal("approved", (await this.world.RecordAsync("lin", record.Id))["status"]);
    }

    [Fact]
    public async Task A_returned_request_is_changed_and_resubmitted_and_shows_what_changed()
    {
        var record = await this.world.DraftAsync("lin", 900m);
        await this.world.SubmitAsync("lin", record);
        await this.world.DecideAsync("gao", (await this.world.InboxAsync("gao"))[0].Id, WorkItemDecision.Return, "Too much");
        var revise = Assert.Single(await this.world.InboxAsync("lin"));
        Assert.Equal(WorkItemKind.Revise, revise.Kind);

        var returned = await this.world.RecordAsync("lin", record.Id);
        Assert.Equal("returned", returned["status"]);
        Assert.Null(returned.LockedBy);
        returned.Values["amount"] = 800m;
        var lin = await this.world.ActorAsync("lin");
        await this.world.DoAsync<RecordStore>(store => store.SaveAsync(lin, returned, None));
        await this.world.DoAsync<WorkflowCommands>(commands => commands.ResubmitAsync(lin, revise.Id, "Less now", None));

        var details = await this.DetailsAsync("gao", record.Id);
        Assert.Equal(900m, details!.BeforeReturn!["amount"]);
        Assert.Equal(800m, details.Record["amount"]);
        Assert.Equal(WorkItemKind.Approve, Assert.Single(await this.world.InboxAsync("gao")).Kind);
    }

    [Fact]
    public async Task A_returned_request_is_neither_submitted_a_second_time_nor_deleted()
    {
        var record = await this.world.DraftAsync("lin", 900m);
        await this.world.SubmitAsync("lin", record);
        await this.world.DecideAsync("gao", (await this.world.InboxAsync("gao"))[0].Id, WorkItemDecision.Return, "Too much");
        var returned = await this.world.RecordAsync("lin", record.Id);
        var root = await this.world.ActorAsync("root");

        var again = await Assert.ThrowsAsync<RefusalException>(() => this.world.SubmitAsync("lin", returned));
        var gone = await Assert.ThrowsAsync<RefusalException>(() => this.world.DoAsync<RecordStore>(
            store => store.DeleteAsync(root, returned.Form, returned.Id, returned.Version, None)));

        Assert.Equal(["record.in-approval", "record.in-approval"], [again.Code, gone.Code]);
        Assert.Single(await this.world.InboxAsync("lin"));
    }

    [Fact]
    public async Task A_record_in_approval_cannot_be_edited()
    {
        var record = await this.world.DraftAsync("lin", 900m);
        await this.world.SubmitAsync("lin", record);
        var locked = await this.world.RecordAsync("lin", record.Id);
        locked.Values["amount"] = 1m;
        var lin = await this.world.ActorAsync("lin");

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.world.DoAsync<RecordStore>(store => store.SaveAsync(lin, locked, None)));

        Assert.Equal("record.in-approval", refusal.Code);
    }

    [Fact]
    public async Task A_second_decision_is_refused_and_says_what_was_found()
    {
        var record = await this.world.DraftAsync("lin", 900m);
        await this.world.SubmitAsync("lin", record);
        var item = (await this.world.InboxAsync("gao"))[0];
        await this.world.DecideAsync("gao", item.Id, WorkItemDecision.Approve);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.world.DecideAsync("gao", item.Id, WorkItemDecision.Approve));

        Assert.Equal(RefusalReason.InvalidState, refusal.Reason);
        Assert.Contains("found", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_person_decides_a_work_item()
    {
        await this.world.SubmitAsync("lin", await this.world.DraftAsync("lin", 900m));
        var item = (await this.world.InboxAsync("gao"))[0];

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.world.DecideAsync("chen", item.Id, WorkItemDecision.Approve));

        Assert.Equal(RefusalReason.Forbidden, refusal.Reason);
        Assert.Single(await this.world.InboxAsync("gao"));
    }

    [Fact]
    public async Task Two_directors_at_the_same_moment_both_count()
    {
        var record = await this.world.DraftAsync("lin", 5_000m);
        await this.world.SubmitAsync("lin", record);
        await this.ApproveAsync("gao");

        await Task.WhenAll(this.ApproveAsync("hu"), this.ApproveAsync("chen"));

        Assert.Equal("approved", (await this.world.RecordAsync("lin", record.Id))["status"]);
    }

    [Fact]
    public async Task The_path_ahead_is_known_before_submitting()
    {
        var record = await this.world.DraftAsync("lin", 5_000m);
        var lin = await this.world.ActorAsync("lin");

        var path = await this.world.DoAsync<WorkItemQueries, WorkflowPath?>(queries => queries.PreviewAsync(lin, record.Form, record.Id, None));

        Assert.Equal(["submit", "manager", "directors", "end"], path!.Steps.Select(step => step.ActivityId));
    }

    [Fact]
    public async Task An_old_version_of_the_record_is_not_submitted()
    {
        var record = await this.world.DraftAsync("lin", 900m);
        var lin = await this.world.ActorAsync("lin");
        await this.world.DoAsync<RecordStore>(store => store.SaveAsync(lin, record.Copy(), None));

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.world.SubmitAsync("lin", record));

        Assert.Equal(RefusalReason.Conflict, refusal.Reason);
    }

    [Fact]
    public async Task A_withdrawn_record_can_be_edited_and_submitted_again()
    {
        var record = await this.world.DraftAsync("lin", 900m);
        var instance = await this.world.SubmitAsync("lin", record);
        var lin = await this.world.ActorAsync("lin");

        await this.world.DoAsync<WorkflowCommands>(commands => commands.WithdrawAsync(lin, instance, "Not yet", None));

        var draft = await this.world.RecordAsync("lin", record.Id);
        Assert.Equal("draft", draft["status"]);
        Assert.Empty(await this.world.InboxAsync("gao"));
        await this.world.SubmitAsync("lin", draft);
        Assert.Single(await this.world.InboxAsync("gao"));
    }

    [Fact]
    public async Task The_manager_is_told_when_a_request_is_approved()
    {
        await this.world.SubmitAsync("lin", await this.world.DraftAsync("lin", 900m, "Cold room"));
        await this.ApproveAsync("gao");

        var told = await this.world.Work.ReadAsync((db, token) => db.Notifications.SingleAsync(token), None);

        Assert.Equal("RQ-0001 Cold room is approved", told.Text);
        Assert.Equal((await this.world.ActorAsync("gao")).Person, told.Person);
    }

    public async ValueTask InitializeAsync() => this.world = await ApprovalWorld.OpenAsync(await this.DatabaseAsync(), this.time);

    public async ValueTask DisposeAsync()
    {
        await this.world.DisposeAsync();
        await this.DropAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new, empty database.</summary>
    protected abstract Task<Backoffice.Data.DatabaseOptions> DatabaseAsync();

    protected abstract Task DropAsync();

    private async Task ApproveAsync(string person) =>
        await this.world.DecideAsync(person, Assert.Single(await this.world.InboxAsync(person)).Id, WorkItemDecision.Approve);

    private async Task<InstanceDetails?> DetailsAsync(string person, Guid record)
    {
        var actor = await this.world.ActorAsync(person);
        return await this.world.DoAsync<WorkItemQueries, InstanceDetails?>(queries => queries.ForRecordAsync(actor, ApprovalCompany.Form, record, None));
    }
}
