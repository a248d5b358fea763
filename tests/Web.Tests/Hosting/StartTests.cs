using System.Net;
using System.Text.RegularExpressions;

namespace Web.Tests.Hosting;

/// <summary>The real executable, started twice on one data folder.</summary>
public sealed partial class StartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_first_start_tells_accounts_and_the_second_only_where_they_are()
    {
        var data = Path.Combine(this.folder.Path, "data");
        var first = await StartAsync(data);
        Assert.Contains("Lena Lead", first, StringComparison.Ordinal);
        var password = PasswordOfLead().Match(first).Groups["password"].Value;
        Assert.NotEmpty(password);

        var file = Path.Combine(data, "accounts.txt");
        Assert.Contains(password, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
        }

        var second = await StartAsync(data);
        Assert.DoesNotContain(password, second, StringComparison.Ordinal);
        Assert.Contains(file, second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definitions_with_errors_stop_the_first_start_and_are_named()
    {
        this.folder.Write("packs/office/pack.json", "{ \"key\": \"office\" }\n");
        var (code, _, errors) = await Executable.RunAsync("--Data:Folder", this.folder.File("data"), "--Definitions:Folder", this.folder.File("packs"));
        Assert.Equal(1, code);
        Assert.Contains("office/pack.json:1", errors, StringComparison.Ordinal);
    }

    public void Dispose() => this.folder.Dispose();

    /// <summary>Starts, asks for a page, and stops. Gives what was printed.</summary>
    private static async Task<string> StartAsync(string data)
    {
        using var process = Executable.Start(["--urls", "http://127.0.0.1:0", "--Data:Folder", data, "--Definitions:Folder", RunningBackoffice.Packs]);
        try
        {
            var printed = await ReadUntilAsync(process.StandardOutput, "Stop with").WaitAsync(Patience);
            using var client = new HttpClient { BaseAddress = new Uri(Address().Match(printed).Value) };
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
            return printed;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<string> ReadUntilAsync(StreamReader reader, string words)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            text.AppendLine(line);
            if (line.StartsWith(words, StringComparison.Ordinal))
            {
                return text.ToString();
            }
        }

        throw new InvalidOperationException($"It ended without saying \"{words}\": {text}");
    }

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"Lena Lead .*\blead +(?<password>[a-z0-9-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PasswordOfLead();
}
