using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Backoffice.Data.Definitions;
using Backoffice.Data.Instances;
using Backoffice.Data.Records;
using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;
using Forms.Records;
using Workflows.Activities.HttpCall;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows.Background;

/// <summary>
/// Makes the HTTP calls of workflow steps and fires their waits. A call that is made again carries the same
/// <c>Idempotency-Key</c>, so that whoever is called can tell.
/// </summary>
internal sealed class HttpCaller(
    IHttpClientFactory clients, CallOptions options, CompiledWorkflows workflows, InstanceCommands commands, InstanceRecords records, PublishedDefinitions definitions, TimeProvider time)
{
    internal const string ClientName = "workflow-calls";

    private const int LongestAnswer = 1_000_000;

    /// <summary>Of what is quoted from an answer.</summary>
    private const int LongestQuote = 100;

    private static readonly Actor Product = Actor.System(ChangeSource.Workflow);

    /// <exception cref="HttpRequestException">No answer, or one that may be another next time (408, 429, 5xx).</exception>
    /// <exception cref="PermanentFailureException">An answer that will stay the same, or that cannot be written into the record.</exception>
    internal async Task CallAsync(OutboxRow entry, CallOrder order, CancellationToken ct)
    {
        if (!await commands.IsWaitingAsync(entry.Instance!.Value, entry.Wait!.Value, ct))
        {
            throw new PermanentFailureException("Nobody waits for the answer any more, so the call was not made.");
        }

        var step = (HttpCallActivity)(await workflows.GetAsync(order.Workflow, order.Version, ct)).Find(order.Activity)!;
        var form = definitions.Current.Form(order.Form);
        var record = await records.LoadAsync(order.Form, order.Record, ct) ?? throw RefusalException.NotFound("The record");
        using var request = this.Request(entry, step, form, record);
        using var client = clients.CreateClient(ClientName);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!response.IsSuccessStatusCode)
        {
            var message = $"{request.RequestUri!.Host} answered {(int)response.StatusCode} {Quoted(response.ReasonPhrase ?? string.Empty)}.";
            throw response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
                ? new HttpRequestException(message)
                : new PermanentFailureException(message);
        }

        var values = step.Into is { Count: > 0 } into ? Values(form, into, await AnswerAsync(response, ct)) : null;
        await this.FireAsync(entry, new FireWait(entry.Wait!.Value, Outcomes.Done, values), ct);
    }

    internal Task GiveUpAsync(OutboxRow entry, string failure, CancellationToken ct) =>
        this.FireAsync(entry, new FireWait(entry.Wait!.Value, Outcomes.Failed, Failure: failure), ct);

    private async Task FireAsync(OutboxRow entry, FireWait command, CancellationToken ct)
    {
        try
        {
            await commands.RunAsync(Product, entry.Instance!.Value, (_, _) => ValueTask.FromResult<WorkflowCommand>(command), ct, db => this.Mark(db, entry, command.Failure));
        }
        catch (RefusalException refusal) when (refusal.Code is "wait.used" or "instance.wrong-status")
        {
            throw new PermanentFailureException(refusal.Message);
        }
    }

    private void Mark(BackofficeDb db, OutboxRow entry, string? failure)
    {
        db.Outbox.Attach(entry);
        (entry.DoneAt, entry.DueAt, entry.LeasedUntil, entry.Error) = (failure is null ? time.GetUtcNow() : null, null, null, failure);
        db.Entry(entry).State = Microsoft.EntityFrameworkCore.EntityState.Modified;
    }

    private HttpRequestMessage Request(OutboxRow entry, HttpCallActivity step, FormDefinition form, Record record)
    {
        var values = form.Fields.ToDictionary(field => field.Name, field => Uri.EscapeDataString(JsonOf(record[field.Name]).ToString()), StringComparer.Ordinal);
        if (!Uri.TryCreate(Placeholders.Fill(step.Url, values), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new PermanentFailureException($"Expected an absolute http or https address, but found \"{step.Url}\".");
        }

        if (!options.Allows(address))
        {
            throw new PermanentFailureException($"Expected a host that workflows may call (Calls:Hosts), but found \"{address.Host}\".");
        }

        var request = new HttpRequestMessage(new HttpMethod(step.Method ?? "POST"), address);
        request.Headers.Add("Idempotency-Key", entry.Id.ToString());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var (name, value) in step.Headers ?? new Dictionary<string, string>())
        {
            request.Headers.TryAddWithoutValidation(name, options.WithSecrets(value));
        }

        if (step.Method is not ("GET" or "DELETE"))
        {
            var fields = form.Fields.Where(field => field is not FileField && (step.Body is null || step.Body.Contains(field.Name)));
            var body = JsonSerializer.Serialize(fields.ToDictionary(field => field.Name, field => JsonOf(record[field.Name])), JsonSerializerOptions.Web);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return request;
    }

    private static string Quoted(string text) => text.Length > LongestQuote ? $"{text[..LongestQuote]}…" : text;

    private static JsonElement JsonOf(object? value) => JsonSerializer.SerializeToElement(value, value?.GetType() ?? typeof(object), JsonSerializerOptions.Web);

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var buffer = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var part = new byte[16_384];
        for (int read; (read = await body.ReadAsync(part, ct)) > 0;)
        {
            if (buffer.Length + read > LongestAnswer)
            {
                throw new PermanentFailureException($"Expected an answer of at most {LongestAnswer} bytes.");
            }

            buffer.Write(part, 0, read);
        }

        try
        {
            return JsonDocument.Parse(buffer.ToArray()).RootElement;
        }
        catch (JsonException)
        {
            throw new PermanentFailureException("Expected an answer in JSON.");
        }
    }

    private static Dictionary<string, JsonElement> Values(FormDefinition form, IReadOnlyDictionary<string, string> into, JsonElement answer)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, path) in into)
        {
            var at = answer;
            foreach (var part in path.Split('.'))
            {
                at = at.ValueKind == JsonValueKind.Object && at.TryGetProperty(part, out var member)
                    ? member
                    : throw new PermanentFailureException($"Expected \"{path}\" in the answer, but found none.");
            }

            if (form.Field(name) is not { } field || field.Parse(at) is not { Problem: null } parsed || (parsed.Value is { } value && field.Check(value).Any()))
            {
                throw new PermanentFailureException($"Expected a value for {name}, but found {Quoted(at.GetRawText())}.");
            }

            values[name] = at.Clone();
        }

        return values;
    }
}
