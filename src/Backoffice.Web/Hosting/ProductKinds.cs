using Backoffice.Data.Definitions;
using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Definitions.Demo;
using Forms.Definitions.Importing;
using Reports.Print;
using Workflows.Definitions;

namespace Backoffice.Web.Hosting;

/// <summary>Every kind of definition that the product knows.</summary>
internal static class ProductKinds
{
    internal static IReadOnlyList<DefinitionKind> All { get; } =
        [new HolidaySetKind(), new CalendarKind(), new FormKind(), new WorkflowKind(), new PrintKind(), new ImportKind(), new DemoKind()];

    internal static LoadResult Load(string folder) => new DefinitionLoader(All).Load(folder);

    /// <summary>How they are named in the database.</summary>
    internal static IEnumerable<PublishedKind> Published => All.Select(kind => new PublishedKind(kind.Name, kind.Type));
}
