using Backoffice.Data;
using Backoffice.Data.Definitions;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Records;
using Data.Tests.Databases;
using Forms.Definitions;
using Forms.Problems;
using Microsoft.Data.Sqlite;
using Workflows.Definitions;
using Workflows.Design;

namespace Data.Tests.Workflows;

/// <summary>Drafts of workflows, their publication, and the definitions folder beside them.</summary>
public sealed class WorkflowDraftTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly string file = Path.Combine(Path.GetTempPath(), $"backoffice-drafts-{Guid.NewGuid():N}.db");
    private ApprovalWorld world = null!;
    private Actor admin = null!;

    public async ValueTask InitializeAsync()
    {
        this.world = await ApprovalWorld.OpenAsync(KillTests.Options(this.file), TimeProvider.System);
        this.admin = await this.world.ActorAsync("root");
    }

    public async ValueTask DisposeAsync()
    {
        await this.world.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var path in new[] { this.file, this.file + "-wal", this.file + "-shm" })
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_draft_is_kept_as_it_was_saved()
    {
        var opened = await this.OpenAsync();
        var saved = await this.SaveAsync(opened, Renamed(opened, "Approval of requests").WithLabel("zh-Hans", WorkflowContent.NamePath(opened.Content.Definition.Key), "申请审批"));

        var again = await this.OpenAsync();

        Assert.Equal(saved.Version, again.Version);
        Assert.Equal("Approval of requests", again.Content.Definition.Label);
        Assert.Equal("申请审批", again.Content.Label("zh-Hans", WorkflowContent.NamePath(opened.Content.Definition.Key)));
    }

    [Fact]
    public async Task The_later_of_two_saves_is_refused()
    {
        var mine = await this.OpenAsync();
        var theirs = await this.OpenAsync();
        await this.SaveAsync(theirs, Renamed(theirs, "Theirs"));

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.SaveAsync(mine, Renamed(mine, "Mine")));

        Assert.Equal(RefusalReason.Conflict, refusal.Reason);
        Assert.Equal("Theirs", (await this.OpenAsync()).Content.Definition.Label);
    }

    [Fact]
    public async Task Publishing_makes_a_version_and_running_instances_stay_on_theirs()
    {
        var key = (await this.OpenAsync()).Content.Definition.Key;
        await this.world.SubmitAsync("lin", await this.world.DraftAsync("lin", 100));
        var saved = await this.SaveAsync(await this.OpenAsync(), Renamed(await this.OpenAsync(), "Second"));

        var version = await this.Drafts(drafts => drafts.PublishAsync(this.admin, saved, Ct));

        var versions = await this.Drafts(drafts => drafts.VersionsAsync(this.admin, key, Ct));
        Assert.Equal(2, version);
        Assert.Equal([(2, 0, true), (1, 1, false)], versions.Select(found => (found.Version, found.Running, found.InForce)));
        Assert.NotNull(versions[0].PublishedBy);
        Assert.Null(versions[1].PublishedBy);
        Assert.Equal(0, (await this.OpenAsync()).Version);
    }

    [Fact]
    public async Task A_draft_that_was_saved_meanwhile_is_not_published()
    {
        var mine = await this.SaveAsync(await this.OpenAsync(), Renamed(await this.OpenAsync(), "Mine"));
        await this.SaveAsync(mine, Renamed(mine, "Theirs"));

        await Assert.ThrowsAsync<RefusalException>(() => this.Drafts(drafts => drafts.PublishAsync(this.admin, mine, Ct)));
    }

    [Fact]
    public async Task The_folder_does_not_undo_what_a_designer_published_until_it_says_something_new()
    {
        var folder = ApprovalCompany.Definitions;
        var published = await this.PublishAsync("Designed");
        var key = published.Content.Definition.Key;

        Assert.True(await this.Published(definitions => Task.FromResult(definitions.IsInForce(folder))));
        var other = new DefinitionSet(folder.Packs, folder.Definitions, folder.Directory, new LabelCatalog(new Dictionary<string, IReadOnlyDictionary<string, string>> { ["zh-Hans"] = new Dictionary<string, string> { ["packs/x"] = "一" } }));
        await this.ApplyAsync(other);
        Assert.Equal("Designed", await this.LabelAsync(key));
        await this.ApplyAsync(folder);
        Assert.Equal("Designed", await this.LabelAsync(key));

        var changed = folder.Find<WorkflowDefinition>(key)! with { Label = "From the folder" };
        await this.ApplyAsync(new DefinitionSet(folder.Packs, [.. folder.Definitions.Select(one => one is WorkflowDefinition ? changed : one)], folder.Directory, folder.Labels));
        Assert.Equal("From the folder", await this.LabelAsync(key));
    }

    [Fact]
    public async Task A_workflow_that_only_a_designer_made_survives_the_folder()
    {
        var content = new WorkflowContent(NewSteps.Workflow("made-here", "Made here", ApprovalCompany.Form, "Submit", "Done"), new Dictionary<string, IReadOnlyDictionary<string, string>>());
        await this.Drafts(async drafts => { await drafts.CreateAsync(this.admin, content, Ct); return true; });
        await this.Drafts(async drafts => await drafts.PublishAsync(this.admin, await drafts.OpenAsync(this.admin, "made-here", Ct), Ct));
        var folder = ApprovalCompany.Definitions;

        await this.ApplyAsync(new DefinitionSet([.. folder.Packs, new PackDefinition { Key = "more", Label = "More" }], folder.Definitions, folder.Directory, folder.Labels));

        Assert.Equal("Made here", await this.LabelAsync("made-here"));
    }

    [Fact]
    public async Task A_key_is_used_once()
    {
        var content = new WorkflowContent(NewSteps.Workflow((await this.OpenAsync()).Content.Definition.Key, "Again", ApprovalCompany.Form, "Submit", "Done"), new Dictionary<string, IReadOnlyDictionary<string, string>>());

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Drafts(async drafts => { await drafts.CreateAsync(this.admin, content, Ct); return true; }));

        Assert.Equal("workflow.key-taken", Assert.Single(refusal.Problems).Code);
    }

    [Fact]
    public async Task Only_administrators_design()
    {
        var initiator = await this.world.ActorAsync("lin");

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Drafts(drafts => drafts.ListAsync(initiator, Ct)));

        Assert.Equal(RefusalReason.Forbidden, refusal.Reason);
    }

    [Fact]
    public async Task A_step_without_signers_and_a_blank_condition_are_problems_at_their_steps()
    {
        var definition = (await this.OpenAsync()).Content.Definition;
        var line = Arrow.Of(definition.Transitions[0]);
        definition = FlowEdits.Insert(definition, line, NewSteps.Create(StepKind.Decision, "Large", _ => string.Empty)).Required;
        definition = FlowEdits.Insert(definition, line, NewSteps.Create(StepKind.Approval, "Nobody yet", _ => string.Empty)).Required;

        var problems = await this.world.DoAsync<DraftProblems, IReadOnlyList<DraftProblem>>(found =>
            found.FindAsync(new WorkflowContent(definition, new Dictionary<string, IReadOnlyDictionary<string, string>>()), Ct));

        Assert.Contains(problems, problem => problem is { Step: "approval", StopsPublishing: true, Problem.Code: "workflow.no-signers", Problem.Path: "signers" });
        Assert.Contains(problems, problem => problem is { Step: "decision", StopsPublishing: true, Problem.Code: "design.condition-blank" });
    }

    private static WorkflowContent Renamed(WorkflowDraft draft, string label) => draft.Content with { Definition = draft.Content.Definition with { Label = label } };

    private Task<T> Drafts<T>(Func<WorkflowDrafts, Task<T>> act) => this.world.DoAsync(act);

    private Task<T> Published<T>(Func<PublishedDefinitions, Task<T>> act) => this.world.DoAsync(act);

    private Task ApplyAsync(DefinitionSet folder) => this.world.DoAsync<DatabaseStartup>(startup => startup.RunAsync(folder, Ct));

    private Task<string?> LabelAsync(string key) => this.Published(definitions => Task.FromResult(definitions.Current.Find<WorkflowDefinition>(key)?.Label));

    private Task<WorkflowDraft> OpenAsync() => this.Drafts(drafts => drafts.OpenAsync(this.admin, ApprovalCompany.Definitions.All<WorkflowDefinition>().First().Key, Ct));

    private Task<WorkflowDraft> SaveAsync(WorkflowDraft draft, WorkflowContent content) => this.Drafts(drafts => drafts.SaveAsync(this.admin, draft, content, Ct));

    private async Task<WorkflowDraft> PublishAsync(string label)
    {
        var saved = await this.SaveAsync(await this.OpenAsync(), Renamed(await this.OpenAsync(), label));
        await this.Drafts(drafts => drafts.PublishAsync(this.admin, saved, Ct));
        return saved;
    }
}
