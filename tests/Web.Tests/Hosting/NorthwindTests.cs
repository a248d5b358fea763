using System.Net;
using System.Net.Http.Json;
using Backoffice.Data.Directory;
using Microsoft.Extensions.DependencyInjection;
using Web.Tests.Api;

namespace Web.Tests.Hosting;

/// <summary>Real data, imported by the executable while the server runs, then approved through the API by the right people.</summary>
public sealed class NorthwindTests(ProductBackoffice backoffice) : IClassFixture<ProductBackoffice>
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("BACKOFFICE_TEST_NORTHWIND") ?? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "northwind"));

    private readonly Dictionary<string, HttpClient> clients = new(StringComparer.Ordinal);

    [Fact]
    public async Task All_orders_become_contracts_and_two_hundred_are_decided_by_the_right_people()
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"The Northwind CSV files are not in {Folder}. Put the public sample there (customers, employees, products, orders, order-details), or name its folder in BACKOFFICE_TEST_NORTHWIND.");
        var accounts = backoffice.File("northwind-accounts.txt");
        var first = await Executable.RunAsync(["import", "northwind", Folder, "--accounts", accounts, .. backoffice.Settings]);
        Assert.True(first.Code == 0, first.Output + first.Errors);
        Assert.Contains("830 inserted, 0 updated, 0 unchanged (2155 lines)", first.Output, StringComparison.Ordinal);
        var second = await Executable.RunAsync(["import", "northwind", Folder, .. backoffice.Settings]);
        Assert.True(second.Code == 0, second.Output + second.Errors);
        Assert.Contains("0 inserted, 0 updated, 830 unchanged (2155 lines)", second.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("[1-9][0-9]* (inserted|updated)", second.Output);

        backoffice.ReadAccounts(accounts);
        var submitted = await this.SubmitAsync(200);
        await this.DecideAsync(submitted);

        var admin = await this.ClientAsync("admin");
        var page = await (await admin.GetAsync("/api/records/contract?sort=reference&take=200")).JsonAsync(HttpStatusCode.OK);
        var states = page.GetProperty("records").EnumerateArray().CountBy(record => record.Value("status").GetString()!).ToDictionary();
        Assert.Equal(150, states["approved"]);
        Assert.Equal(50, states["returned"]);
    }

    private async Task<List<string>> SubmitAsync(int count)
    {
        var directory = await backoffice.Services.GetRequiredService<DirectoryStore>().GetAsync(CancellationToken.None);
        var admin = await this.ClientAsync("admin");
        var page = await (await admin.GetAsync($"/api/records/contract?sort=reference&take={count}")).JsonAsync(HttpStatusCode.OK);
        var submitted = new List<string>();
        foreach (var record in page.GetProperty("records").EnumerateArray())
        {
            var owner = directory.Person(record.Value("owner").GetGuid())!.Key;
            var answer = await (await this.ClientAsync(owner)).PostAsJsonAsync($"/api/records/contract/{record.Id()}/submit", new { version = record.GetProperty("version").GetInt64() });
            await answer.JsonAsync(HttpStatusCode.OK);
            submitted.Add(record.Id().ToString());
        }

        return submitted;
    }

    /// <summary>Every fourth is returned by its first signer; all others are approved until nobody is asked any more.</summary>
    private async Task DecideAsync(List<string> submitted)
    {
        var directory = await backoffice.Services.GetRequiredService<DirectoryStore>().GetAsync(CancellationToken.None);
        for (var decided = -1; decided != 0;)
        {
            decided = 0;
            foreach (var person in directory.People)
            {
                var client = await this.ClientAsync(person.Key);
                var inbox = await (await client.GetAsync("/api/inbox")).JsonAsync(HttpStatusCode.OK);
                foreach (var item in inbox.EnumerateArray().Where(item => item.GetProperty("kind").GetString() == "approve"))
                {
                    var comes = submitted.IndexOf(item.GetProperty("record").GetString()!);
                    object decision = comes % 4 == 3 ? new { decision = "return", comment = "Please explain." } : new { decision = "approve" };
                    await (await client.PostAsJsonAsync($"/api/work-items/{item.Id()}/decision", decision)).JsonAsync(HttpStatusCode.OK);
                    decided++;
                }
            }
        }
    }

    private async Task<HttpClient> ClientAsync(string person) =>
        this.clients.TryGetValue(person, out var known) ? known : this.clients[person] = await backoffice.SignedInAsync(person);
}
