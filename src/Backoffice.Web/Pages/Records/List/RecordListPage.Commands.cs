using Backoffice.Web.Components.Lists;
using Forms.Conditions;

namespace Backoffice.Web.Pages.Records.List;

/// <summary>What the person does: each gesture makes a new address.</summary>
public partial class RecordListPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource? typing;
    private bool filterOpen;

    private void Go(ListState next) => this.Addresses.NavigateTo(ListAddress.Write(this.FormKey, next), replace: true);

    private void ToggleFilter()
    {
        this.filterOpen = !this.filterOpen;
        if (this.filterOpen && this.root.Parts.Count == 0)
        {
            this.root.Parts.Add(FilterRowView.First(this.Form));
        }
    }

    private void FilterAsync()
    {
        var next = FilterModel.Close(this.root);
        if (Json(next) != Json(this.Filter))
        {
            this.TakeFilterAsync(next);
        }
    }

    /// <summary>An empty filter over a view that has one is said as "all of nothing", which holds for every record.</summary>
    private void TakeFilterAsync(Condition? next)
    {
        var own = Json(next) == Json(this.View?.Filter) ? null : next ?? new Condition { All = [] };
        this.Go(this.state with { Filter = own, Page = 1 });
    }

    private void ClearAsync() => this.Go(this.state with { Filter = this.View is null ? null : new Condition { All = [] }, Search = null, Page = 1 });

    private void SortAsync(string? sort) => this.Go(this.state with { Sort = sort == this.Form.List.Sort ? null : sort, Page = 1 });

    private void ColumnsAsync(IReadOnlyList<string>? columns) => this.Go(this.state with { Columns = columns });

    private async Task SearchAsync(string? text)
    {
        this.search = text;
        if (this.typing is not null)
        {
            await this.typing.CancelAsync();
            this.typing.Dispose();
        }

        this.typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(Pause, this.Clock, this.typing.Token);
            this.Go(this.state with { Search = string.IsNullOrWhiteSpace(text) ? null : text.Trim(), Page = 1 });
        }
        catch (OperationCanceledException)
        {
            // The next letter came.
        }
    }
}
