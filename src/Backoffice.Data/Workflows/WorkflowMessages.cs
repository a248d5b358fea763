using System.Globalization;
using Backoffice.Data.Definitions;
using Backoffice.Data.Notifications;
using Forms.Definitions;
using Forms.Directory;
using Forms.Records;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Writes what a workflow tells people, in the language of each, with the values of the record.</summary>
internal sealed class WorkflowMessages(PublishedDefinitions definitions, RecordTexts texts)
{
    internal async Task<IReadOnlyList<NotificationRow>> NotificationsAsync(InstancePlan plan, Record record, CompanyDirectory directory, CancellationToken ct)
    {
        var rows = new List<NotificationRow>();
        foreach (var happened in plan.Events)
        {
            var (people, text) = happened switch
            {
                NotificationRequested told => (told.To, (Func<CultureInfo, string>)(culture => this.TextOf(plan, told, culture, directory))),
                WorkItemPassed passed => ([passed.To], culture => Words(passed.How == PassedHow.Deadline ? "late-to-you" : "passed", culture, this.StepOf(plan, passed.ActivityId, culture), NameOf(plan.Actor.Person, directory))),
                _ => ([], _ => string.Empty),
            };
            foreach (var id in people.Where(id => id != plan.Actor.Person || happened is NotificationRequested { Kind: NotificationKind.Message }))
            {
                var culture = CultureInfo.GetCultureInfo(directory.Person(id)?.Language ?? "en");
                rows.Add(new NotificationRow
                {
                    Id = Guid.CreateVersion7(happened.At),
                    Person = id,
                    At = happened.At,
                    Text = await this.FillAsync(text(culture), plan.Form, record, culture, ct),
                    Link = $"/records/{plan.Form.Key}/{record.Id}",
                });
            }
        }

        return rows;
    }

    private string TextOf(InstancePlan plan, NotificationRequested told, CultureInfo culture, CompanyDirectory directory) => told.Kind switch
    {
        NotificationKind.Message => definitions.Current.Labels.Find($"workflows/{plan.Workflow.Key}/messages/{told.ActivityId}", culture) ?? told.Message,
        NotificationKind.Reminder => Words("reminder", culture, this.StepOf(plan, told.ActivityId, culture)),
        NotificationKind.Late => Words("late", culture, this.StepOf(plan, told.ActivityId, culture)),
        NotificationKind.Mention => Words("mention", culture, NameOf(plan.Actor.Person, directory), told.Message),
        _ => Words("urge", culture, NameOf(plan.Actor.Person, directory)),
    };

    private string StepOf(InstancePlan plan, string activity, CultureInfo culture) =>
        definitions.Current.Labels.Find($"workflows/{plan.Workflow.Key}/activities/{activity}", culture) ?? InstanceViews.LabelOf(plan.Workflow, activity);

    private static string NameOf(Guid person, CompanyDirectory directory) => directory.Person(person)?.Name ?? string.Empty;

    /// <summary>A sentence of the product about the record; what people wrote cannot bring placeholders into it.</summary>
    private static string Words(string name, CultureInfo culture, params string[] values)
    {
        var sentence = WorkflowWords.Find(name, culture);
        return string.Format(culture, sentence, [.. values.Select(value => value.Replace('{', '(').Replace('}', ')'))]);
    }

    private async Task<string> FillAsync(string template, FormDefinition form, Record record, CultureInfo culture, CancellationToken ct) =>
        Placeholders.Fill(template, await texts.FormatAsync(form, record, culture, ct));
}
