using Backoffice.Data.Definitions;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Directory;
using Backoffice.Data.Records;
using Forms.Definitions;

namespace Backoffice.Web.Components.Layout;

/// <summary>A section of the main navigation with the forms that the person may read.</summary>
public sealed record NavigationSection(string Key, IReadOnlyList<FormDefinition> Forms);

/// <summary>What the main navigation shows to the person of this circuit. Scoped; read again after a publication.</summary>
public sealed class Navigation(Gesture gesture, CurrentPerson me, DirectoryStore directories, PublishedDefinitions published)
{
    private IReadOnlyList<NavigationSection>? sections;
    private int version;

    /// <summary>Whether the person designs workflows.</summary>
    public async Task<bool> MayDesignAsync()
    {
        var actor = await me.ActorAsync();
        return await gesture.RunAsync<WorkflowDrafts, bool>(drafts => drafts.MayDesignAsync(actor, CancellationToken.None));
    }

    /// <summary>Sections in the order in which the packs first name them.</summary>
    public async Task<IReadOnlyList<NavigationSection>> SectionsAsync()
    {
        if (this.sections is null || this.version != published.SchemaVersion)
        {
            this.version = published.SchemaVersion;
            this.sections = await this.ReadAsync();
        }

        return this.sections;
    }

    /// <summary>Whether the pages of administrators are shown.</summary>
    public async Task<bool> IsAdministratorAsync() =>
        (await directories.GetAsync(CancellationToken.None)).IsAdministrator(await me.GetAsync());

    private async Task<IReadOnlyList<NavigationSection>> ReadAsync()
    {
        var actor = await me.ActorAsync();
        return await gesture.RunAsync<RecordStore, IReadOnlyList<NavigationSection>>(async records =>
        {
            var readable = new List<FormDefinition>();
            foreach (var form in published.Current.Forms.Where(form => form.Navigation is not null))
            {
                if ((await records.RightsAsync(actor, form.Key, record: null, CancellationToken.None)).Contains(RecordRight.Read))
                {
                    readable.Add(form);
                }
            }

            return [.. readable.GroupBy(form => form.Navigation!).Select(group => new NavigationSection(group.Key, [.. group]))];
        });
    }
}
