using System.Globalization;
using System.Text.Json;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Backoffice.Web.Components;
using Backoffice.Web.Components.Fields;
using Backoffice.Web.Components.Lists;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Microsoft.AspNetCore.Components;

namespace Backoffice.Web.Pages.Records.List;

/// <summary>The records of a form. The address says all that is shown; every change goes through it.</summary>
public partial class RecordListPage : IDisposable
{
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private FormLabels? labels;
    private FieldContext context = null!;
    private ListFigures figures = null!;
    private Actor actor = null!;
    private ListState state = ListState.Start;
    private FilterGroup root = new();
    private RecordPage? page;
    private IReadOnlyDictionary<string, IReadOnlyList<string>> sums = new Dictionary<string, IReadOnlyList<string>>();
    private IReadOnlySet<RecordRight> rights = new HashSet<RecordRight>();
    private Failure? failure;
    private Failure? missing;
    private CancellationTokenSource? asked;
    private string? search;
    private string? loadedForm;
    private bool loading;

    [Inject]
    private Gesture Gesture { get; set; } = null!;

    [Inject]
    private CurrentPerson Me { get; set; } = null!;

    [Inject]
    private PublishedDefinitions Published { get; set; } = null!;

    [Inject]
    private DirectoryStore Directory { get; set; } = null!;

    [Inject]
    private Labels AllLabels { get; set; } = null!;

    [Inject]
    private NavigationManager Addresses { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<RecordListPage> Log { get; set; } = null!;

    [Parameter]
    public string FormKey { get; set; } = string.Empty;

    /// <summary>The parts of the address; they are read together by <see cref="ListAddress"/>, these make the page follow them.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewPart { get; set; }

    [SupplyParameterFromQuery(Name = "search")]
    public string? SearchPart { get; set; }

    [SupplyParameterFromQuery(Name = "filter")]
    public string? FilterPart { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortPart { get; set; }

    [SupplyParameterFromQuery(Name = "columns")]
    public string? ColumnsPart { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PagePart { get; set; }

    private FormDefinition Form => this.labels!.Form;

    private bool MayCreate => this.rights.Contains(RecordRight.Create);

    private bool MayRead => this.rights.Contains(RecordRight.Read);

    private ListView? View => this.Form.List.Views.FirstOrDefault(view => view.Id == this.state.View);

    /// <summary>The filter that applies: the person's own, or that of the view.</summary>
    private Condition? Filter => this.state.Filter is { } own ? own.All is { Count: 0 } ? null : own : this.View?.Filter;

    private string? Sort => this.state.Sort ?? this.Form.List.Sort;

    private IReadOnlyList<string> ColumnNames => this.state.Columns ?? this.Form.List.Columns;

    private IReadOnlyList<FieldDefinition> Columns => [.. this.ColumnNames.Select(this.Form.Field).OfType<FieldDefinition>()];

    public void Dispose()
    {
        this.asked?.Cancel();
        this.asked?.Dispose();
        this.typing?.Cancel();
        this.typing?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (this.loadedForm != this.FormKey && !await this.OpenAsync())
        {
            return;
        }

        var next = ListAddress.Read(this.Form, new Uri(this.Addresses.Uri).Query);
        this.state = next;
        this.search = next.Search;
        if (Json(FilterModel.Close(this.root)) != Json(this.Filter))
        {
            this.root = FilterModel.Open(this.Form, this.Filter);
        }

        await this.LoadAsync();
    }

    private static string Json(Condition? condition) => JsonSerializer.Serialize(condition);

    /// <summary>Takes up another form.</summary>
    private async Task<bool> OpenAsync()
    {
        try
        {
            this.actor = await this.Me.ActorAsync();
            this.context = new FieldContext(this.actor);
            this.labels = new FormLabels(this.Published.Current.Form(this.FormKey), this.AllLabels, this.context.TitleOf);
            this.figures = new ListFigures(this.Gesture, this.labels.Form, this.actor);
            this.rights = await this.Gesture.RunAsync<RecordStore, IReadOnlySet<RecordRight>>(store => store.RightsAsync(this.actor, this.FormKey, record: null, CancellationToken.None));
            foreach (var person in (await this.Directory.GetAsync(CancellationToken.None)).People)
            {
                this.context.Titles[person.Id] = person.Name;
            }
        }
        catch (RefusalException refusal)
        {
            this.missing = Failure.Of(refusal, this.Log);
            return false;
        }

        this.loadedForm = this.FormKey;
        this.missing = null;
        this.page = null;
        this.root = new FilterGroup();
        this.filterOpen = false;
        this.counts.Clear();
        if (this.MayRead)
        {
            _ = this.InvokeAsync(this.CountAsync);
        }

        return true;
    }

    private async Task LoadAsync()
    {
        if (this.asked is not null)
        {
            await this.asked.CancelAsync();
            this.asked.Dispose();
        }

        this.asked = new CancellationTokenSource();
        var ct = this.asked.Token;
        this.loading = true;
        this.failure = null;
        var query = this.Query(this.Filter, this.state.Search);
        try
        {
            if (!this.MayRead)
            {
                throw new RefusalException(RefusalReason.Forbidden, "records.no-right", "No role of yours reads these records.");
            }

            var found = await this.Gesture.RunAsync<RecordStore, RecordPage>(store => store.ListAsync(this.actor, query, ct));
            var titles = await this.Gesture.RunAsync<RecordStore, IReadOnlyDictionary<Guid, string>>(store => store.NamesAsync(this.Form, found.Records, ct));
            foreach (var (id, title) in titles)
            {
                this.context.Titles[id] = title;
            }

            this.page = found;
            this.loading = false;
            _ = this.InvokeAsync(() => this.SumAsync(query, ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The person asked for something else meanwhile.
        }
        catch (Exception problem)
        {
            this.failure = Failure.Of(problem, this.Log);
            this.loading = false;
        }
    }

    private RecordQuery Query(Condition? filter, string? words) => new(this.FormKey)
    {
        Filter = filter,
        Search = words,
        Sort = this.Sort is { } sort ? [new RecordSort(sort.TrimStart('-'), sort.StartsWith('-'))] : [],
        Skip = this.state.Skip,
        Take = ListState.PageSize,
    };

    private async Task SumAsync(RecordQuery query, CancellationToken ct)
    {
        try
        {
            this.sums = await this.figures.SumsAsync(query, this.Columns, ct);
            this.StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The list shows something else now.
        }
        catch (RefusalException refusal)
        {
            this.sums = new Dictionary<string, IReadOnlyList<string>>();
            this.Log.LogInformation(refusal, "No sums for the list of {Form}", this.FormKey);
        }
    }

    private async Task CountAsync()
    {
        try
        {
            await this.figures.CountAsync(this.counts);
            this.StateHasChanged();
        }
        catch (RefusalException refusal)
        {
            this.Log.LogInformation(refusal, "No counts for the views of {Form}", this.FormKey);
        }
    }

    private string? Counted(string view) => this.counts.TryGetValue(view, out var count) ? count.ToString("N0", CultureInfo.CurrentCulture) : null;
}
