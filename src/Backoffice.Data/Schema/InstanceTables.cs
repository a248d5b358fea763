using Backoffice.Data.Instances;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Schema;

/// <summary>The tables of workflow instances and of what they wait for. Their changes are migrations.</summary>
internal static class InstanceTables
{
    private const int KeyLength = 100;
    private const int WordLength = 30;

    internal static void Build(ModelBuilder model)
    {
        Instances(model);
        Waiting(model);
    }

    private static void Instances(ModelBuilder model)
    {
        model.Entity<WorkflowInstanceRow>(row =>
        {
            row.ToTable("Instances");
            row.Property(instance => instance.Id).ValueGeneratedNever();
            row.Property(instance => instance.Workflow).HasMaxLength(KeyLength);
            row.Property(instance => instance.Form).HasMaxLength(KeyLength);
            row.Property(instance => instance.Status).HasConversion<string>().HasMaxLength(WordLength);
            row.Property(instance => instance.Version).IsConcurrencyToken();
            row.HasIndex(instance => new { instance.Record, instance.StartedAt });
            row.HasIndex(instance => new { instance.Initiator, instance.Status });
            row.HasIndex(instance => instance.Parent);
        });
        model.Entity<WorkItemRow>(row =>
        {
            row.ToTable("WorkItems");
            row.Property(item => item.Id).ValueGeneratedNever();
            row.Property(item => item.Activity).HasMaxLength(KeyLength);
            row.Property(item => item.Kind).HasConversion<string>().HasMaxLength(WordLength);
            row.Property(item => item.State).HasConversion<string>().HasMaxLength(WordLength);
            row.Property(item => item.Decision).HasConversion<string>().HasMaxLength(WordLength);
            row.Property(item => item.HeldFor).HasConversion<string>().HasMaxLength(WordLength);
            row.HasIndex(item => item.Instance);
            row.HasIndex(item => new { item.Person, item.State });
            row.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(item => item.Instance).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Waiting(ModelBuilder model)
    {
        model.Entity<InstanceEventsRow>(row =>
        {
            row.ToTable("InstanceEvents").HasKey(events => new { events.Instance, events.Sequence });
            row.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(events => events.Instance).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WaitRow>(row =>
        {
            row.ToTable("Waits").HasKey(wait => new { wait.Instance, wait.Number });
            row.Property(wait => wait.Kind).HasConversion<string>().HasMaxLength(WordLength);
            row.Property(wait => wait.Activity).HasMaxLength(KeyLength);
            row.Property(wait => wait.Name).HasMaxLength(KeyLength);
            row.HasIndex(wait => wait.DueAt);
            row.HasIndex(wait => new { wait.Name, wait.Record });
            row.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(wait => wait.Instance).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OutboxRow>(row =>
        {
            row.ToTable("Outbox");
            row.Property(entry => entry.Id).ValueGeneratedNever();
            row.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(WordLength);
            row.HasIndex(entry => entry.DueAt);
        });
        model.Entity<DelegationRow>(row =>
        {
            row.ToTable("Delegations");
            row.Property(delegation => delegation.Id).ValueGeneratedNever();
            row.HasIndex(delegation => new { delegation.Proxy, delegation.EndsAt });
            row.HasIndex(delegation => new { delegation.Holder, delegation.EndsAt });
        });
        model.Entity<ScheduleRow>(row =>
        {
            row.ToTable("Schedules").HasKey(schedule => schedule.Key);
            row.Property(schedule => schedule.Key).HasMaxLength(KeyLength);
            row.Property(schedule => schedule.Cron).HasMaxLength(KeyLength);
            row.Property(schedule => schedule.NextAt).IsConcurrencyToken();
        });
    }
}
