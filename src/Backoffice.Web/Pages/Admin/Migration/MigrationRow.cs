using Backoffice.Data.Workflows;
using Workflows.Migration;

namespace Backoffice.Web.Pages.Admin.Migration;

/// <summary>One running instance in the dry run.</summary>
public sealed record MigrationRow(InstanceOverview Overview, InstanceMigration Migration)
{
    public Guid Id => this.Migration.Instance;

    /// <summary>What becomes of it: what needs most attention among its steps.</summary>
    public MigrationFate Fate => this.Migration.Plan.Steps.Select(step => step.Fate).DefaultIfEmpty(MigrationFate.Stays).Max();

    /// <summary>What was refused when it was moved; empty when it was moved; null before.</summary>
    public string? Result { get; init; }
}
