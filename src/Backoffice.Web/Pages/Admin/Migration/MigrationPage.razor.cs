using Backoffice.Data.Definitions;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Problems;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions;
using Workflows.Migration;

namespace Backoffice.Web.Pages.Admin.Migration;

/// <summary>What would become of every running instance on an older version; moves those that are ticked.</summary>
public sealed partial class MigrationPage
{
    private static readonly IReadOnlyDictionary<string, string> NoChoices = new Dictionary<string, string>();

    private readonly Dictionary<Guid, Dictionary<string, string>> choices = [];
    private readonly HashSet<Guid> unticked = [];
    private readonly Dictionary<int, WorkflowDefinition> versions = [];
    private LoadState state = LoadState.Loading;
    private IReadOnlyList<MigrationRow> rows = [];
    private DateTimeOffset checkedAt;
    private int version;
    private Guid? selected;
    private bool same = true;
    private bool busy;
    private int done;
    private int running;

    [Parameter] public string Key { get; set; } = string.Empty;

    [Inject] private Administering Administering { get; set; } = null!;

    [Inject] private PublishedDefinitions Published { get; set; } = null!;

    [Inject] private Labels Labels { get; set; } = null!;

    [Inject] private Moments Moments { get; set; } = null!;

    [Inject] private ILogger<MigrationPage> Log { get; set; } = null!;

    private string Name => this.Published.Current.Find<WorkflowDefinition>(this.Key) is { } found ? this.Labels.Workflow(this.Key, found.Label) : this.Key;

    private MigrationRow? Selected => this.rows.FirstOrDefault(row => row.Id == this.selected) ?? this.rows.OrderByDescending(row => row.Fate).FirstOrDefault();

    private IReadOnlyList<MigrationRow> Ready => [.. this.rows.Where(this.IsReady)];

    private IReadOnlyList<MigrationRow> Results => [.. this.rows.Where(row => row.Result is not null)];

    protected override Task OnParametersSetAsync() => this.LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var plans = await this.PlanAsync(NoChoices);
            this.version = this.Published.VersionOf<WorkflowDefinition>(this.Key);
            var overviews = (await this.Administering.AskAsync<InstanceQueries, IReadOnlyList<InstanceOverview>>(
                (queries, actor) => queries.OverviewsAsync(actor, [.. plans.Select(plan => plan.Instance)], CancellationToken.None))).ToDictionary(one => one.Summary.Id);
            foreach (var number in plans.Select(plan => plan.From).Append(this.version).Distinct())
            {
                this.versions[number] = await this.Published.GetAsync<WorkflowDefinition>(this.Key, number, CancellationToken.None);
            }

            this.choices.Clear();
            this.rows = [.. plans.Where(plan => overviews.ContainsKey(plan.Instance)).Select(plan => new MigrationRow(overviews[plan.Instance], plan))];
            this.checkedAt = this.Moments.Now;
            this.state = LoadState.Ready;
        }
#pragma warning disable CA1031 // Shown with a reference, and logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.state = LoadState.Failed(Failure.Of(failure, this.Log));
        }
    }

    private Task<IReadOnlyList<InstanceMigration>> PlanAsync(IReadOnlyDictionary<string, string> chosen) =>
        this.Administering.AskAsync<InstanceAdministration, IReadOnlyList<InstanceMigration>>((admin, actor) => admin.PlanMigrationAsync(actor, this.Key, chosen, CancellationToken.None));

    private bool IsReady(MigrationRow row) => row.Migration.Plan.IsComplete && row.Result is null && !this.unticked.Contains(row.Id);

    private void Tick(Guid id, bool on)
    {
        if (on)
        {
            this.unticked.Remove(id);
        }
        else
        {
            this.unticked.Add(id);
        }
    }

    /// <summary>Takes a choice for one instance, and for all others at the same step where that is wanted.</summary>
    private async Task ChooseAsync(MigrationRow row, string step, string? target)
    {
        this.selected = row.Id;
        foreach (var one in this.rows.Where(one => one.Result is null && (one.Id == row.Id || (this.same && one.Migration.Plan.Steps.Any(other => other.From == step && other.Fate != MigrationFate.Stays)))))
        {
            var own = this.choices.TryGetValue(one.Id, out var known) ? known : this.choices[one.Id] = new(StringComparer.Ordinal);
            if (string.IsNullOrEmpty(target))
            {
                own.Remove(step);
            }
            else
            {
                own[step] = target;
            }
        }

        // What a choice leads to is worked out where it is decided; equal choices are asked once.
        foreach (var group in this.choices.GroupBy(pair => string.Join('|', pair.Value.OrderBy(choice => choice.Key, StringComparer.Ordinal))).ToList())
        {
            var plans = (await this.PlanAsync(group.First().Value)).ToDictionary(plan => plan.Instance);
            var ids = group.Select(pair => pair.Key).ToHashSet();
            this.rows = [.. this.rows.Select(one => ids.Contains(one.Id) && plans.TryGetValue(one.Id, out var plan) ? one with { Migration = plan } : one)];
        }
    }

    /// <summary>Moves the ticked instances one by one; one refusal does not stop the others.</summary>
    private async Task MigrateAsync(string why)
    {
        var moved = this.Ready;
        (this.busy, this.done, this.running) = (true, 0, moved.Count);
        foreach (var row in moved)
        {
            var result = await this.MigrateAsync(row, why);
            this.rows = [.. this.rows.Select(one => one.Id == row.Id ? one with { Result = result } : one)];
            this.done++;
            this.StateHasChanged();
            await Task.Yield();
        }

        this.busy = false;
    }

    private async Task<string> MigrateAsync(MigrationRow row, string why)
    {
        try
        {
            var chosen = this.choices.GetValueOrDefault(row.Id) ?? NoChoices;
            return await this.Administering.AskAsync<InstanceAdministration, string>(async (admin, actor) =>
            {
                await admin.MigrateAsync(actor, row.Id, chosen, why.Length == 0 ? null : why, CancellationToken.None);
                return string.Empty;
            });
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
    }

    private string NameOf(MigrationRow row) => row.Overview.Summary.Number ?? row.Overview.Summary.Title;

    private string StepOf(string step, int of) =>
        this.Labels.Activity(this.Key, step, this.versions[of].Activities.FirstOrDefault(activity => activity.Id == step)?.Label ?? step);
}
