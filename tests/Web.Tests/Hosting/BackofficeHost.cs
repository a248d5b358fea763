using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Backoffice.Data;
using Backoffice.Data.Directory;
using Backoffice.Web.Commands;
using Backoffice.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Hosting;

/// <summary>The whole product in this process, on a free port, with a SQLite file of its own.</summary>
/// <param name="definitions">Folder of its packs.</param>
/// <param name="withDemo">Whether the demos of its packs are played.</param>
public abstract class BackofficeHost(string definitions, bool withDemo = false) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> passwords = new(StringComparer.Ordinal);
    private WebApplication? app;

    public Uri Address => new(this.app!.Urls.First());

    public IServiceProvider Services => this.app!.Services;

    /// <summary>Arguments by which another process finds the same installation.</summary>
    public IReadOnlyList<string> Settings => ["--Data:Folder", this.folder.Path, "--Definitions:Folder", definitions];

    public string File(string name) => this.folder.File(name);

    public async ValueTask InitializeAsync()
    {
        this.app = WebHost.Build(Arguments.Parse(Verbs.Serve, ["--urls", "http://127.0.0.1:0", .. this.Settings]), this.Configure);
        await using (var scope = this.app.Services.CreateAsyncScope())
        {
            var report = await scope.ServiceProvider.GetRequiredService<Installation>().PrepareAsync(withDemo, CancellationToken.None);
            foreach (var (person, password) in report.NewAccounts)
            {
                this.passwords.Add(person.Key, password);
            }
        }

        await this.app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await this.app!.StopAsync();
        await this.app.DisposeAsync();
        this.folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What differs from the product.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    public string PasswordOf(string person) => this.passwords[person];

    /// <summary>Learns passwords from a file of accounts that an import wrote.</summary>
    public void ReadAccounts(string file)
    {
        foreach (var line in System.IO.File.ReadLines(file).Skip(1))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            this.passwords[words[^2]] = words[^1];
        }
    }

    /// <summary>A person leaves the company.</summary>
    public Task LeaveAsync(string person) => this.Services.GetRequiredService<UnitOfWork>().RunAsync(
        async (db, ct) =>
        {
            (await db.People.SingleAsync(row => row.Key == person, ct)).Active = false;

            // Saves it as a change of the directory, so that this node knows it at once.
            await this.Services.GetRequiredService<DirectoryStore>().UpsertPeopleAsync(db, [], ct);
        },
        CancellationToken.None);

    /// <summary>A caller of the API without a sign-in.</summary>
    public HttpClient Anonymous() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = this.Address };

    /// <summary>A caller of the API with the bearer token of a person.</summary>
    public async Task<HttpClient> SignedInAsync(string person)
    {
        var client = this.Anonymous();
        var answer = await client.PostAsJsonAsync("/api/sign-in", new { userName = person, password = this.PasswordOf(person) });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
