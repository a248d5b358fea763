using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Backoffice.Data.Definitions;
using Backoffice.Data.Directory;
using Backoffice.Data.Instances;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Workflows.Activities.Mail;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// Sends the mails of workflow steps. A mail is sent once: when the process or the connection dies while it is being sent,
/// nobody knows whether it left, and it waits for an administrator rather than be sent twice. Only what the server
/// refused, or never heard of, is tried again.
/// </summary>
internal sealed class MailSender(
    MailOptions options, CompiledWorkflows workflows, InstanceRecords records, RecordTexts texts, PublishedDefinitions definitions, DirectoryStore directories)
{
    internal const string CutOff = "Sending was cut off. Nobody knows whether it left; send it again by hand if it did not arrive.";

    /// <exception cref="PermanentFailureException">Nobody to send it to; or nobody knows whether it left.</exception>
    /// <exception cref="SmtpException">The server refused, or was not reached; it can be tried again.</exception>
    internal async Task SendAsync(OutboxRow entry, MailOrder order, CancellationToken ct)
    {
        var host = options.Host ?? throw new InvalidOperationException("Expected a mail server (Mail:Host); without one mails wait.");
        using var mail = await this.MakeAsync(entry, order, ct);

        // The time limit is for taking leave only, which the client does not do asynchronously.
        using var client = new SmtpClient(host, options.Port) { EnableSsl = options.Tls, Timeout = 5_000 };
        if (options.User is { } user)
        {
            client.Credentials = new System.Net.NetworkCredential(user, options.Password);
        }

        try
        {
            // The client does not always end when it is cancelled; leaving it closes the connection.
            await client.SendMailAsync(mail, ct).WaitAsync(ct);
        }
        catch (SmtpFailedRecipientException refused) when (GotThrough(refused, mail))
        {
            throw new PermanentFailureException($"The others got it, but not {refused.FailedRecipient}: {refused.Message}");
        }
        catch (Exception failure) when (ct.IsCancellationRequested || (failure is SmtpException smtp && !this.WasRefused(smtp)))
        {
            throw new PermanentFailureException(CutOff);
        }
    }

    /// <summary>The client sends to those whom the server takes, and then tells of the others.</summary>
    private static bool GotThrough(SmtpFailedRecipientException refused, MailMessage mail) =>
        (refused is SmtpFailedRecipientsException { InnerExceptions: { Length: > 0 } several } ? several.Length : 1) < mail.To.Count;

    /// <summary>The server said so, or the connection, or its encryption, was never made; then nothing has left.</summary>
    private bool WasRefused(SmtpException failure) =>
        failure.StatusCode != SmtpStatusCode.GeneralFailure || failure.InnerException is SocketException or AuthenticationException || (failure.InnerException is null && options.Tls);

    private async Task<MailMessage> MakeAsync(OutboxRow entry, MailOrder order, CancellationToken ct)
    {
        var step = (MailActivity)(await workflows.GetAsync(order.Workflow, order.Version, ct)).Find(order.Activity)!;
        var form = definitions.Current.Form(order.Form);
        var record = await records.LoadAsync(order.Form, order.Record, ct) ?? throw RefusalException.NotFound("The record");
        var directory = await directories.GetAsync(ct);
        var people = order.To.Select(directory.Person).OfType<Forms.Directory.Person>().ToList();
        var culture = CultureInfo.GetCultureInfo(people.FirstOrDefault()?.Language ?? "en");
        var values = await texts.FormatAsync(form, record, culture, ct);
        var labels = definitions.Current.Labels;
        var mail = new MailMessage
        {
            From = new MailAddress(options.From),
            Subject = Placeholders.Fill(labels.Find($"workflows/{order.Workflow}/mails/{step.Id}/subject", culture) ?? step.Subject, values).ReplaceLineEndings(" "),
            Body = Placeholders.Fill(labels.Find($"workflows/{order.Workflow}/mails/{step.Id}/text", culture) ?? step.Text, values),
            SubjectEncoding = System.Text.Encoding.UTF8,
            BodyEncoding = System.Text.Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", $"<{entry.Id:N}@{mail.From.Host}>");
        foreach (var address in people.Select(person => person.Mail).Concat(await this.AddressesAsync(step, form, record, ct)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            mail.To.Add(MailAddress.TryCreate(address, out var to) ? to : throw new PermanentFailureException($"Expected a mail address, but found \"{address}\"."));
        }

        return mail.To.Count > 0 ? mail : throw new PermanentFailureException("Expected somebody with a mail address, but found nobody.");
    }

    private async Task<IReadOnlyList<string?>> AddressesAsync(MailActivity step, FormDefinition form, Record record, CancellationToken ct)
    {
        var found = new List<string?>();
        foreach (var path in step.Addresses ?? [])
        {
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                found.Add(record[path] as string);
            }
            else if (form.Field(path[..dot]) is LinkField link && record[link.Name] is Guid id)
            {
                found.Add((await records.LoadAsync(link.Form, id, ct))?[path[(dot + 1)..]] as string);
            }
        }

        return found;
    }
}
