using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Directory;
using Forms.Problems;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions;

namespace Backoffice.Web.Pages.Delegations;

/// <summary>Who signs for whom, when: one's own, those one holds, and all of them for administrators.</summary>
public sealed partial class DelegationsPage
{
    private const int Lately = 8;

    private LoadState state = LoadState.Loading;
    private Guid me;
    private bool isAdministrator;
    private CompanyDirectory directory = CompanyDirectory.Empty;
    private IReadOnlyList<WorkflowDefinition> workflows = [];
    private IReadOnlyList<DelegationRow> own = [];
    private IReadOnlyList<DelegationRow> all = [];
    private IReadOnlyList<ProxyDecision> latest = [];
    private IReadOnlyList<(Guid Proxy, DateTimeOffset At, string Workflow)> signed = [];
    private IReadOnlyDictionary<string, string> problems = new Dictionary<string, string>();
    private Cover cover = null!;
    private DelegationDraft? draft;
    private bool busy;

    /// <summary><c>hold</c> or <c>all</c>; those given when absent.</summary>
    [SupplyParameterFromQuery(Name = "show")] public string? Show { get; set; }

    [Inject] private DelegationStore Store { get; set; } = null!;

    [Inject] private Gesture Gesture { get; set; } = null!;

    [Inject] private CurrentPerson Current { get; set; } = null!;

    [Inject] private DirectoryStore Directories { get; set; } = null!;

    [Inject] private PublishedDefinitions Published { get; set; } = null!;

    [Inject] private Moments Moments { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private ILogger<DelegationsPage> Log { get; set; } = null!;

    private string Tab => this.Show is "hold" ? "hold" : this.Show is "all" && this.isAdministrator ? "all" : "gave";

    private IReadOnlyList<DelegationRow> Gave => [.. this.own.Where(row => row.Holder == this.me)];

    private IReadOnlyList<DelegationRow> Hold => [.. this.own.Where(row => row.Proxy == this.me)];

    private IEnumerable<(string Key, int Count)> Tabs =>
        this.isAdministrator ? [("gave", this.Gave.Count), ("hold", this.Hold.Count), ("all", this.all.Count)] : [("gave", this.Gave.Count), ("hold", this.Hold.Count)];

    protected override Task OnInitializedAsync() => this.LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var actor = await this.Current.ActorAsync();
            this.me = actor.Person;
            this.directory = await this.Directories.GetAsync(CancellationToken.None);
            this.isAdministrator = this.directory.Person(this.me) is { } person && this.directory.IsAdministrator(person);
            this.workflows = [.. this.Published.Current.All<WorkflowDefinition>()];
            this.own = await this.Store.OfAsync(this.me, CancellationToken.None);
            this.all = this.isAdministrator ? await this.Store.AllAsync(actor, CancellationToken.None) : [];
            this.latest = await this.Gesture.RunAsync<ProxyDecisions, IReadOnlyList<ProxyDecision>>(decisions => decisions.LatestAsync(this.me, Lately, CancellationToken.None));
            this.signed = await this.Gesture.RunAsync<ProxyDecisions, IReadOnlyList<(Guid, DateTimeOffset, string)>>(decisions => decisions.MomentsAsync(this.me, this.Moments.Now.AddYears(-1), CancellationToken.None));
            this.Draw();
            this.state = LoadState.Ready;
        }
#pragma warning disable CA1031 // Shown with a reference, and logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.state = LoadState.Failed(Failure.Of(failure, this.Log));
        }
    }

    /// <summary>The cover of whoever is written for, from the Monday of this week.</summary>
    private void Draw()
    {
        var holder = this.draft?.Holder ?? this.me;
        var today = this.Moments.Today;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var unit = this.directory.Person(holder) is { } person ? this.directory.Unit(person.Unit)?.Key : null;
        var calendar = unit is null ? this.Published.Calendars.Default : this.Published.Calendars.ForUnit(unit);
        this.cover = new Cover(holder, [.. this.own.Concat(this.all).DistinctBy(row => row.Id)], this.Moments.At(monday, TimeOnly.MinValue), this.Moments.Now, calendar);
    }

    private void Begin()
    {
        var start = this.Moments.Today.AddDays(1);
        this.problems = new Dictionary<string, string>();
        this.draft = new DelegationDraft { Holder = this.me, From = start, To = start.AddDays(4) };
        this.Draw();
    }

    private void Changed()
    {
        this.problems = new Dictionary<string, string>();
        this.Draw();
    }

    private async Task GiveAsync()
    {
        if (this.draft is not { } given || this.busy)
        {
            return;
        }

        if (given.Proxy is not [var proxy])
        {
            this.problems = new Dictionary<string, string> { ["proxy"] = this.Words["delegations.needProxy"] };
            return;
        }

        this.busy = true;
        try
        {
            await this.Store.GiveAsync(
                await this.Current.ActorAsync(), given.Holder, proxy, given.StartsAt(this.Moments), given.EndsAt(this.Moments), [.. given.Workflows], given.Reason, CancellationToken.None);
            this.Toasts.Done(this.Words["delegations.given", this.directory.Person(proxy)?.Name]);
            this.draft = null;
            await this.LoadAsync();
        }
        catch (RefusalException refusal)
        {
            this.problems = refusal.Problems.ToDictionary(problem => problem.Path, this.Said, StringComparer.Ordinal);
            if (this.problems.Count == 0)
            {
                this.Toasts.Refuse(this.Words["admin.refused"], refusal.Message);
            }
        }
        finally
        {
            this.busy = false;
        }
    }

    private string Said(Problem problem) => problem.Code switch
    {
        "delegation.proxy" => this.Words["delegations.needProxy"],
        "delegation.ends" => this.Words["delegations.needEnd"],
        "delegation.long" => this.Words["delegations.tooLong"],
        _ => problem.Message,
    };

    private async Task RevokeAsync(DelegationRow row)
    {
        try
        {
            await this.Store.RevokeAsync(await this.Current.ActorAsync(), row.Id, CancellationToken.None);
            this.Toasts.Done(this.Words["delegations.revoked"], this.directory.Person(row.Proxy)?.Name);
        }
        catch (RefusalException refusal)
        {
            this.Toasts.Refuse(this.Words["admin.refused"], refusal.Message);
        }

        await this.LoadAsync();
    }

    private int SignedBy(DelegationRow row) => this.signed.Count(one =>
        one.Proxy == row.Proxy && one.At >= row.StartsAt && one.At < (row.RevokedAt ?? row.EndsAt) && (row.Workflows is null || row.Workflows.Contains($",{one.Workflow},", StringComparison.Ordinal)));
}
