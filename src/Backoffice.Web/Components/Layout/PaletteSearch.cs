using Backoffice.Data.Records;
using Backoffice.Web.Localization;
using Forms.Definitions;

namespace Backoffice.Web.Components.Layout;

/// <summary>Something that the palette leads to.</summary>
public sealed record PaletteHit(string Title, string? Detail, string Icon, string Href);

/// <summary>Hits of one kind.</summary>
public sealed record PaletteGroup(string Title, IReadOnlyList<PaletteHit> Hits);

/// <summary>Searches pages by name and records of every form that the person may read, by what their lists search. Scoped.</summary>
public sealed class PaletteSearch(Gesture gesture, CurrentPerson me, Navigation navigation, Words words, Labels labels)
{
    private const int MostOfAForm = 5;

    /// <summary>All pages for an empty text; else pages and records that match.</summary>
    public async Task<IReadOnlyList<PaletteGroup>> FindAsync(string text)
    {
        var sections = await navigation.SectionsAsync();
        var groups = new List<PaletteGroup> { new(words["palette.pages"], this.Pages(sections, text, await navigation.MayDesignAsync(), await navigation.IsAdministratorAsync())) };
        if (text.Length > 0)
        {
            var actor = await me.ActorAsync();
            foreach (var form in sections.SelectMany(section => section.Forms))
            {
                groups.Add(new PaletteGroup(labels.Plural(form), await this.RecordsAsync(actor, form, text)));
            }
        }

        return [.. groups.Where(group => group.Hits.Count > 0)];
    }

    private List<PaletteHit> Pages(IReadOnlyList<NavigationSection> sections, string text, bool designs, bool isAdministrator)
    {
        PaletteHit[] pages =
        [
            new(words["nav.home"], Detail: null, "home", Address.Home),
            new(words["nav.inbox"], Detail: null, "inbox", Address.Inbox),
            new(words["delegations.title"], Detail: null, "people", Address.Delegations),
            .. isAdministrator ? [new PaletteHit(words["admin.title"], Detail: null, "sliders", Address.Instances)] : Array.Empty<PaletteHit>(),
            .. sections.SelectMany(section => section.Forms.Select(form =>
                new PaletteHit(labels.Plural(form), labels.Navigation(section.Key), form.Icon, Address.List(form.Key)))),
            .. designs ? [new PaletteHit(words["design.workflows"], words["nav.design"], "workflow", Address.Workflows)] : Array.Empty<PaletteHit>(),
        ];
        return [.. pages.Where(page => page.Title.Contains(text, StringComparison.CurrentCultureIgnoreCase))];
    }

    private async Task<IReadOnlyList<PaletteHit>> RecordsAsync(Actor actor, FormDefinition form, string text)
    {
        var page = await gesture.RunAsync<RecordStore, RecordPage>(
            records => records.ListAsync(actor, new RecordQuery(form.Key) { Search = text, Take = MostOfAForm }, CancellationToken.None));
        return [.. page.Records.Select(record => new PaletteHit(
            record[form.Summary.Title] as string ?? labels.Form(form),
            form.Summary.Number is { } number ? record[number] as string : null,
            form.Icon,
            Address.Record(form.Key, record.Id)))];
    }
}
