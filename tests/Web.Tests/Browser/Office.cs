using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Tests.Api;
using Web.Tests.Hosting;

namespace Web.Tests.Browser;

/// <summary>What happened in the company before a journey begins, or beside it.</summary>
public sealed class Office(DemoBackoffice backoffice) : IDisposable
{
    private readonly Dictionary<string, HttpClient> clients = new(StringComparer.Ordinal);

    /// <summary>A contract of one line; its address in the API is /api + its address in the pages.</summary>
    public async Task<Contract> DraftAsync(string by, string subject, decimal price = 1000m, decimal discount = 0m, string? note = null, string customer = "Northgate Retail")
    {
        var product = await this.FindAsync(by, "product", "Training day on site");
        var values = new
        {
            subject,
            customer = await this.FindAsync(by, "customer", customer),
            note,
            lines = new[] { new { product, quantity = 1, listPrice = price, discount } },
        };
        return await this.MakeAsync(by, "contract", values);
    }

    /// <summary>A submitted framework contract, which legal reviews and of which a signed copy is filed.</summary>
    public async Task<Contract> FrameworkAsync(string by, string subject)
    {
        var product = await this.FindAsync(by, "product", "Training day on site");
        var contract = await this.MakeAsync(by, "contract", new
        {
            subject,
            customer = await this.FindAsync(by, "customer", "Northgate Retail"),
            type = "framework",
            lines = new[] { new { product, quantity = 1, listPrice = 900m, discount = 0m } },
        });
        await this.SubmitAsync(by, contract);
        return contract;
    }

    public async Task<Contract> MakeAsync(string by, string form, object values)
    {
        var client = await this.ClientAsync(by);
        var made = await (await client.PostAsJsonAsync($"/api/records/{form}", new { values })).JsonAsync(HttpStatusCode.Created);
        return new Contract(made.GetProperty("values").TryGetProperty("number", out var number) ? number.GetString()! : string.Empty, $"/records/{form}/{made.Id()}", made.Id());
    }

    public async Task<Contract> SubmittedAsync(string by, string subject, decimal price = 1000m, decimal discount = 0m, string? note = null, string customer = "Northgate Retail")
    {
        var contract = await this.DraftAsync(by, subject, price, discount, note, customer);
        await this.SubmitAsync(by, contract);
        return contract;
    }

    public async Task SubmitAsync(string by, Contract contract, string? comment = null) =>
        await (await (await this.ClientAsync(by)).PostAsJsonAsync($"/api{contract.Address}/submit", new { version = 1, comment })).JsonAsync(HttpStatusCode.OK);

    public async Task DecideAsync(string by, Contract contract, string decision, string? comment = null) =>
        await (await (await this.ClientAsync(by)).PostAsJsonAsync($"/api{await this.ItemAsync(by, contract)}/decision", new { decision, comment })).JsonAsync(HttpStatusCode.OK);

    /// <summary>The address of the work item by which a person is asked about a contract.</summary>
    public async Task<string> ItemAsync(string person, Contract contract)
    {
        var inbox = await (await (await this.ClientAsync(person)).GetAsync("/api/inbox")).JsonAsync(HttpStatusCode.OK);
        return $"/work-items/{inbox.EnumerateArray().Single(item => item.GetProperty("record").GetGuid() == contract.Id).Id()}";
    }

    public void Dispose()
    {
        foreach (var client in this.clients.Values)
        {
            client.Dispose();
        }
    }

    private async Task<Guid> FindAsync(string person, string form, string title)
    {
        var client = await this.ClientAsync(person);
        var page = await (await client.GetAsync($"/api/records/{form}?take=200&search={Uri.EscapeDataString(title)}")).JsonAsync(HttpStatusCode.OK);
        return page.GetProperty("records").EnumerateArray().First(record => record.Value("name").GetString() == title).Id();
    }

    private async Task<HttpClient> ClientAsync(string person) =>
        this.clients.TryGetValue(person, out var known) ? known : this.clients[person] = await backoffice.SignedInAsync(person);
}

/// <summary>A record of a journey.</summary>
/// <param name="Address">Of its page.</param>
public sealed record Contract(string Number, string Address, Guid Id);
