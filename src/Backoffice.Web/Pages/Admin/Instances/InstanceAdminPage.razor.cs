using System.Globalization;
using Backoffice.Data.Directory;
using Backoffice.Data.Live;
using Backoffice.Data.Records;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components;
using Backoffice.Web.Components.Layout;
using Backoffice.Web.Components.States;
using Backoffice.Web.Components.Workflow;
using Backoffice.Web.Localization;
using Forms.Directory;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Web.Pages.Admin.Instances;

/// <summary>One instance as an administrator acts on it: what stopped first, then items and waits.</summary>
public sealed partial class InstanceAdminPage
{
    private LoadState state = LoadState.Loading;
    private InstanceInspection? seen;
    private IReadOnlyList<OutboxEntry> stopped = [];
    private CompanyDirectory directory = CompanyDirectory.Empty;
    private PathWords path = null!;
    private InspectedItem? reassigned;
    private int? visit;
    private string target = string.Empty;
    private IDisposable? subscription;

    [Parameter] public Guid Id { get; set; }

    [Inject] private Administering Administering { get; set; } = null!;

    [Inject] private DirectoryStore Directories { get; set; } = null!;

    [Inject] private Labels Labels { get; set; } = null!;

    [Inject] private Moments Moments { get; set; } = null!;

    [Inject] private Dues Dues { get; set; } = null!;

    [Inject] private LiveChanges Live { get; set; } = null!;

    [Inject] private ILogger<InstanceAdminPage> Log { get; set; } = null!;

    private string Name => this.seen?.Overview.Summary is { } summary ? summary.Number ?? summary.Title : this.Words["admin.title"];

    private IReadOnlyList<Crumb> Above => [new Crumb(this.Words["admin.title"], Address.Instances)];

    /// <summary>The places where it waits, by step: number and state.</summary>
    private IReadOnlyDictionary<string, (int Number, TokenState State)> Badges =>
        this.seen!.Tokens.Select((token, index) => (token, index)).DistinctBy(pair => pair.token.Activity).ToDictionary(pair => pair.token.Activity, pair => (pair.index + 1, pair.token.State), StringComparer.Ordinal);

    private IReadOnlyList<ActivityDefinition> Targets => this.visit is { } number ? this.TargetsOf(number) : this.seen!.JumpTo;

    private string? ReassignHint => this.reassigned is { } item
        ? this.Words["admin.reassign.hint", this.Labels.Activity(this.seen!.Overview.Workflow, item.Row.Activity, item.ActivityLabel), item.PersonName]
        : null;

    public void Dispose() => this.subscription?.Dispose();

    protected override void OnInitialized() => this.subscription = this.Live.Subscribe(change =>
    {
        if (change.Instance == this.Id)
        {
            _ = this.InvokeAsync(async () =>
            {
                await this.LoadAsync();
                this.StateHasChanged();
            });
        }

        return Task.CompletedTask;
    });

    protected override Task OnParametersSetAsync() => this.seen?.Details.Id == this.Id ? Task.CompletedTask : this.LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            this.directory = await this.Directories.GetAsync(CancellationToken.None);
            this.seen = await this.Administering.AskAsync<InstanceQueries, InstanceInspection>((queries, actor) => queries.GetAsync(actor, this.Id, CancellationToken.None));
            this.stopped = await this.Administering.AskAsync<OutboxStore, IReadOnlyList<OutboxEntry>>((store, actor) => store.StoppedAsync(actor, this.Id, CancellationToken.None));
            this.path = new PathWords(this.Words, this.Labels, this.Moments, this.seen.Overview.Workflow, Guid.Empty, id => this.directory.Person(id)?.Name ?? "–")
            {
                DueOf = at => this.Dues.Of(at, null),
            };
            this.Choose(null);
            this.state = LoadState.Ready;
        }
#pragma warning disable CA1031 // Shown with a reference, and logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            this.seen = null;
            this.state = LoadState.Failed(Failure.Of(failure, this.Log));
        }
    }

    private bool May(InstanceAct act) => this.seen!.Acts.Contains(act);

    private IReadOnlyList<ActivityDefinition> TargetsOf(int number) => this.seen!.Tokens.FirstOrDefault(token => token.Visit == number)?.JumpTo ?? [];

    /// <summary>Chooses what is moved: one place, or the whole instance.</summary>
    private void Choose(string? number)
    {
        this.visit = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : null;
        this.target = this.Targets.FirstOrDefault()?.Id ?? string.Empty;
    }

    private async Task RunAsync(string done, Func<InstanceAdministration, Actor, Task> act)
    {
        await this.Administering.RunAsync(done, act);
        await this.LoadAsync();
    }

    private Task RetryAsync(int number) => this.RunAsync("admin.done.retry", (admin, actor) => admin.RetryAsync(actor, this.Id, number, CancellationToken.None));

    private Task FireAsync(int wait) => this.RunAsync("admin.done.fire", (admin, actor) => admin.FireAsync(actor, this.Id, wait, CancellationToken.None));

    private Task ReassignAsync(PassChoice choice) => this.reassigned is { } item
        ? this.RunAsync("admin.done.reassign", (admin, actor) => admin.ReassignAsync(actor, item.Row.Id, choice.People[0], choice.Comment!, CancellationToken.None))
        : Task.CompletedTask;

    private Task JumpAsync(string why)
    {
        var step = this.Targets.Any(one => one.Id == this.target) ? this.target : this.Targets[0].Id;
        return this.RunAsync("admin.done.jump", (admin, actor) => admin.JumpAsync(actor, this.Id, step, this.visit, why, CancellationToken.None));
    }

    private async Task AgainAsync(OutboxEntry entry)
    {
        await this.Administering.RunAsync<OutboxStore>("admin.done.again", (store, actor) => store.SendAgainAsync(actor, entry.Id, CancellationToken.None));
        await this.LoadAsync();
    }
}
