using Backoffice.Data.Accounts;
using Backoffice.Data.Definitions;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Keys;
using Backoffice.Data.Notifications;
using Backoffice.Data.Records;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Schema;

/// <summary>The tables that are the same in every company. Their changes are migrations.</summary>
internal static class StaticTables
{
    private const int KeyLength = 100;
    private const int WordLength = 30;

    internal static void Build(ModelBuilder model)
    {
        Definitions(model);
        People(model);
        Records(model);
        InstanceTables.Build(model);
        Messages(model);
    }

    private static void Definitions(ModelBuilder model)
    {
        model.Entity<DefinitionRow>(row =>
        {
            row.ToTable("Definitions").HasKey(definition => new { definition.Kind, definition.Key, definition.Version });
            row.Property(definition => definition.Kind).HasMaxLength(WordLength);
            row.Property(definition => definition.Key).HasMaxLength(KeyLength);
        });
        model.Entity<PublicationRow>(row =>
        {
            row.ToTable("Publications").HasKey(publication => publication.Version);
            row.Property(publication => publication.Version).ValueGeneratedNever();
            row.Property(publication => publication.Hash).HasMaxLength(64);
        });
        model.Entity<WorkflowDraftRow>(row =>
        {
            row.ToTable("WorkflowDrafts").HasKey(draft => draft.Key);
            row.Property(draft => draft.Key).HasMaxLength(KeyLength);
            row.Property(draft => draft.Version).IsConcurrencyToken();
        });
        model.Entity<VersionRow>(row =>
        {
            row.ToTable("Versions").HasKey(version => version.Name);
            row.Property(version => version.Name).HasMaxLength(KeyLength);
        });
        model.Entity<DataProtectionKeyRow>().ToTable("DataProtectionKeys");
    }

    private static void People(ModelBuilder model)
    {
        model.Entity<UnitRow>(row =>
        {
            row.ToTable("Units");
            row.Property(unit => unit.Id).ValueGeneratedNever();
            row.Property(unit => unit.Key).HasMaxLength(KeyLength);
            row.HasIndex(unit => unit.Key).IsUnique();
            row.HasOne<UnitRow>().WithMany().HasForeignKey(unit => unit.Parent).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PositionRow>(row =>
        {
            row.ToTable("Positions").HasKey(position => position.Key);
            row.Property(position => position.Key).HasMaxLength(KeyLength);
            row.HasOne<UnitRow>().WithMany().HasForeignKey(position => position.Unit).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PersonRow>(row =>
        {
            row.ToTable("People");
            row.Property(person => person.Id).ValueGeneratedNever();
            row.Property(person => person.Key).HasMaxLength(KeyLength);
            row.HasIndex(person => person.Key).IsUnique();
            row.HasOne<UnitRow>().WithMany().HasForeignKey(person => person.Unit).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<PersonRow>().WithMany().HasForeignKey(person => person.Manager).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Account>(row =>
        {
            row.ToTable("Accounts");
            row.HasOne<PersonRow>().WithOne().HasForeignKey<Account>(account => account.Person).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Records(ModelBuilder model)
    {
        model.Entity<CounterRow>(row =>
        {
            row.ToTable("Counters").HasKey(counter => counter.Scope);
            row.Property(counter => counter.Scope).HasMaxLength(250);
        });
        model.Entity<AttachmentRow>(row =>
        {
            row.ToTable("Attachments");
            row.Property(attachment => attachment.Id).ValueGeneratedNever();
            row.Property(attachment => attachment.Form).HasMaxLength(KeyLength);
            row.Property(attachment => attachment.Field).HasMaxLength(KeyLength);
            row.Property(attachment => attachment.Name).HasMaxLength(255);
            row.HasIndex(attachment => new { attachment.Record, attachment.Field });
        });
        model.Entity<AttachmentContentRow>(row =>
        {
            row.ToTable("AttachmentContents").HasKey(content => new { content.Attachment, content.Piece });
            row.HasOne<AttachmentRow>().WithMany().HasForeignKey(content => content.Attachment).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RecordChangeRow>(row =>
        {
            row.ToTable("RecordChanges");
            row.Property(change => change.Id).ValueGeneratedNever();
            row.Property(change => change.Form).HasMaxLength(KeyLength);
            row.Property(change => change.Source).HasConversion<string>().HasMaxLength(WordLength);
            row.Property(change => change.Kind).HasConversion<string>().HasMaxLength(WordLength);
            row.HasIndex(change => new { change.Record, change.Version });
        });
        model.Entity<RecordSnapshotRow>(row =>
        {
            row.ToTable("RecordSnapshots").HasKey(snapshot => new { snapshot.Record, snapshot.Version });
            row.Property(snapshot => snapshot.Form).HasMaxLength(KeyLength);
        });
    }

    private static void Messages(ModelBuilder model)
    {
        model.Entity<NotificationRow>(row =>
        {
            row.ToTable("Notifications");
            row.Property(notification => notification.Id).ValueGeneratedNever();
            row.HasIndex(notification => new { notification.Person, notification.ReadAt, notification.At });
        });
    }
}
