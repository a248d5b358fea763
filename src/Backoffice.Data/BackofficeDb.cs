using Backoffice.Data.Accounts;
using Backoffice.Data.Definitions;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Keys;
using Backoffice.Data.Notifications;
using Backoffice.Data.Records;
using Backoffice.Data.Schema;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data;

/// <summary>
/// All that the product keeps: the tables that are the same everywhere, and a table for each published form
/// (<see cref="Schema"/>). One derived type for each database, because each has its own migrations.
/// </summary>
public abstract class BackofficeDb : IdentityUserContext<Account, Guid>
{
    private protected BackofficeDb(DbContextOptions options, PublishedSchema schema)
        : base(options)
    {
        this.Published = schema;
    }

    /// <summary>The definitions and record tables that this context was made for.</summary>
    public PublishedSchema Published { get; }

    public abstract DatabaseKind Kind { get; }

    public DbSet<DefinitionRow> Definitions => this.Set<DefinitionRow>();

    public DbSet<PublicationRow> Publications => this.Set<PublicationRow>();

    public DbSet<WorkflowDraftRow> WorkflowDrafts => this.Set<WorkflowDraftRow>();

    public DbSet<VersionRow> Versions => this.Set<VersionRow>();

    public DbSet<UnitRow> Units => this.Set<UnitRow>();

    public DbSet<PositionRow> Positions => this.Set<PositionRow>();

    public DbSet<PersonRow> People => this.Set<PersonRow>();

    public DbSet<CounterRow> Counters => this.Set<CounterRow>();

    public DbSet<AttachmentRow> Attachments => this.Set<AttachmentRow>();

    public DbSet<AttachmentContentRow> AttachmentContents => this.Set<AttachmentContentRow>();

    public DbSet<RecordChangeRow> RecordChanges => this.Set<RecordChangeRow>();

    public DbSet<RecordSnapshotRow> RecordSnapshots => this.Set<RecordSnapshotRow>();

    public DbSet<WorkflowInstanceRow> Instances => this.Set<WorkflowInstanceRow>();

    public DbSet<WorkItemRow> WorkItems => this.Set<WorkItemRow>();

    public DbSet<InstanceEventsRow> InstanceEvents => this.Set<InstanceEventsRow>();

    public DbSet<WaitRow> Waits => this.Set<WaitRow>();

    public DbSet<OutboxRow> Outbox => this.Set<OutboxRow>();

    public DbSet<DelegationRow> Delegations => this.Set<DelegationRow>();

    public DbSet<ScheduleRow> Schedules => this.Set<ScheduleRow>();

    public DbSet<NotificationRow> Notifications => this.Set<NotificationRow>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => this.Set<DataProtectionKeyRow>();

    /// <summary>What runs after the commit, in order.</summary>
    internal List<Func<Task>> AfterCommitCallbacks { get; } = [];

    /// <summary>Has something run once the unit of work of this context is committed: never when it is rolled back.</summary>
    public void AfterCommit(Func<Task> callback) => this.AfterCommitCallbacks.Add(callback);

    /// <summary>The rows of a record table.</summary>
    internal DbSet<Dictionary<string, object>> Rows(RecordTable table) => this.Set<Dictionary<string, object>>(table.Name);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (this.Kind == DatabaseKind.Sqlite)
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        StaticTables.Build(builder);
        RecordTables.Build(builder, this.Published.Records, this.Kind);
    }
}
