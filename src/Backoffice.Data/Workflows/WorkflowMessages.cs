using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Data.Definitions;
using Backoffice.Data.Notifications;
using Forms.Definitions;
using Forms.Directory;
using Forms.Records;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Writes what a workflow tells people, in the language of each, with the values of the record.</summary>
internal sealed partial class WorkflowMessages(PublishedDefinitions definitions, RecordTexts texts)
{
    internal async Task<IReadOnlyList<NotificationRow>> NotificationsAsync(InstancePlan plan, Record record, CompanyDirectory directory, CancellationToken ct)
    {
        var rows = new List<NotificationRow>();
        foreach (var told in plan.Events.OfType<NotificationRequested>())
        {
            foreach (var id in told.To)
            {
                var culture = CultureInfo.GetCultureInfo(directory.Person(id)?.Language ?? "en");
                var template = definitions.Current.Labels.Find($"workflows/{plan.Workflow.Key}/messages/{told.ActivityId}", culture) ?? told.Message;
                rows.Add(new NotificationRow
                {
                    Id = Guid.CreateVersion7(told.At),
                    Person = id,
                    At = told.At,
                    Text = await this.FillAsync(template, plan.Form, record, culture, ct),
                    Link = $"/records/{plan.Form.Key}/{record.Id}",
                });
            }
        }

        return rows;
    }

    private async Task<string> FillAsync(string template, FormDefinition form, Record record, CultureInfo culture, CancellationToken ct)
    {
        var values = await texts.FormatAsync(form, record, culture, ct);
        return Placeholder().Replace(template, match => values.GetValueOrDefault(match.Groups["field"].Value, match.Value));
    }

    [GeneratedRegex(@"\{(?<field>[A-Za-z][A-Za-z0-9]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Placeholder();
}
