using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Backoffice.Web.Commands;
using Backoffice.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Hosting;

/// <summary>
/// The whole product on a free port, with the small pack of the tests in a SQLite file of its own. People:
/// <c>clerk</c> (own requests), <c>lead</c> (the clerk's manager, all requests), <c>guest</c> (nothing), <c>root</c> (administrator).
/// </summary>
public sealed class RunningBackoffice : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> passwords = new(StringComparer.Ordinal);
    private WebApplication? app;

    public Uri Address => new(this.app!.Urls.First());

    public IServiceProvider Services => this.app!.Services;

    public string PasswordOf(string person) => this.passwords[person];

    public async ValueTask InitializeAsync()
    {
        this.app = WebHost.Build(Arguments.Parse(Verbs.Serve, SettingsOf(this.folder.Path)));
        await using (var scope = this.app.Services.CreateAsyncScope())
        {
            var report = await scope.ServiceProvider.GetRequiredService<Installation>().PrepareAsync(withDemo: false, CancellationToken.None);
            foreach (var (person, password) in report.NewAccounts)
            {
                this.passwords.Add(person.Key, password);
            }
        }

        await this.app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await this.app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        this.folder.Dispose();
    }

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

    /// <summary>Arguments for the test pack and a data folder.</summary>
    internal static string[] SettingsOf(string data) =>
    [
        "--urls", "http://127.0.0.1:0",
        "--Data:Folder", data,
        "--Definitions:Folder", Path.Combine(Repository.Root, "tests", "Web.Tests", "Packs"),
    ];
}
