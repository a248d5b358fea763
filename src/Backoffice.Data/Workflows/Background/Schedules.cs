using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Backoffice.Data.Schema;
using Forms.BusinessTime;
using Forms.Conditions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;
using Workflows.Activities.Start;
using Workflows.Definitions;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// Starts workflows by their schedules. Each moment is taken by one node, by moving the schedule on in the same transaction
/// that notes what is to start. Moments that passed while nothing ran are made up for once.
/// </summary>
public sealed partial class Schedules
{
    private readonly UnitOfWork work;
    private readonly CompiledWorkflows workflows;
    private readonly OutboxSignal signal;
    private readonly TimeProvider time;
    private readonly ILogger<Schedules> log;
    private readonly DirectoryStore directories;
    private readonly PublishedDefinitions definitions;

    internal Schedules(
        UnitOfWork work, CompiledWorkflows workflows, PublishedDefinitions definitions, DirectoryStore directories, OutboxSignal signal, TimeProvider time, ILogger<Schedules> log) =>
        (this.work, this.workflows, this.definitions, this.directories, this.signal, this.time, this.log) = (work, workflows, definitions, directories, signal, time, log);

    /// <summary>Notes a start for each record of each schedule that is due.</summary>
    /// <returns>How many starts were noted.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var noted = 0;
        foreach (var (workflow, trigger, index) in this.workflows.StartedBy(StartTriggerKind.Schedule).ToList())
        {
            try
            {
                noted += await this.RunAsync(workflow, trigger, index, ct);
            }
#pragma warning disable CA1031 // One schedule that cannot be read does not keep the others, or anything else, from running.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                this.LogFailed(failure, $"{workflow.Key}/{index}");
            }
        }

        return noted;
    }

    /// <summary>That of the company's calendar; of the machine where there is none.</summary>
    private TimeZoneInfo CompanyZone => this.definitions.Calendars.Default is var calendar && calendar == BusinessCalendar.AroundTheClock
        ? this.time.LocalTimeZone
        : TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);

    private async Task<int> RunAsync(WorkflowDefinition workflow, StartTrigger trigger, int index, CancellationToken ct)
    {
        var now = this.time.GetUtcNow();
        var key = $"{workflow.Key}/{index}";
        var next = new CronExpression(trigger.Cron!, this.CompanyZone).GetNextValidTimeAfter(now) ?? DateTimeOffset.MaxValue;
        return await this.work.RunAsync(
            async (db, token) =>
            {
                var row = await db.Schedules.FirstOrDefaultAsync(schedule => schedule.Key == key, token);
                if (row is null || row.Cron != trigger.Cron)
                {
                    // New, or changed: it counts from now on.
                    row ??= db.Schedules.Add(new ScheduleRow { Key = key, Cron = trigger.Cron! }).Entity;
                    (row.Cron, row.NextAt) = (trigger.Cron!, next);
                    return 0;
                }

                if (row.NextAt > now)
                {
                    return 0;
                }

                row.NextAt = next;
                var starts = await this.NoteAsync(db, workflow, trigger, index, now, token);
                this.LogNoted(key, starts);
                return starts;
            },
            ct);
    }

    private async Task<int> NoteAsync(BackofficeDb db, WorkflowDefinition workflow, StartTrigger trigger, int index, DateTimeOffset now, CancellationToken ct)
    {
        var layout = db.Published.Layout(workflow.Form);
        var access = new RecordAccess(Actor.System(ChangeSource.Workflow), await this.directories.GetAsync(ct), db.Published, layout);
        var rows = AccessFilter.Readable(db, layout, access).Where(row => EF.Property<Guid?>(row, SystemColumns.LockedBy) == null);
        if (trigger.If is { } condition && !ConditionEvaluator.HasFormula(condition))
        {
            // What the database can tell need not be asked of every record when it starts.
            rows = new ConditionSql(db, access, new ConditionContext(DateOnly.FromDateTime(this.time.GetLocalNow().DateTime), null)).Filter(rows, layout, condition);
        }

        var free = await rows
            .Select(row => EF.Property<Guid>(row, SystemColumns.Id))
            .ToListAsync(ct);
        foreach (var record in free)
        {
            db.Outbox.Add(new OutboxRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = OutboxKind.Start,
                Content = System.Text.Json.JsonSerializer.Serialize(
                    new StartOrder(workflow.Key, workflow.Form, record, Guid.Empty, null) { Trigger = index }, System.Text.Json.JsonSerializerOptions.Web),
                CreatedAt = now,
                DueAt = now,
            });
        }

        if (free.Count > 0)
        {
            db.AfterCommit(this.signal.RaiseAsync);
        }

        return free.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Schedule {Schedule} is due: {Starts} records")]
    private partial void LogNoted(string schedule, int starts);

    [LoggerMessage(Level = LogLevel.Error, Message = "Schedule {Schedule} could not be run and is tried again")]
    private partial void LogFailed(Exception failure, string schedule);
}
