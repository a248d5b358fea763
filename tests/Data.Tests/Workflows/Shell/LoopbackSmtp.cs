using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Data.Tests.Workflows.Shell;

/// <summary>A mail server on loopback, as much of RFC 5321 as a client needs; it keeps what it was sent and fails as a test says.</summary>
internal sealed class LoopbackSmtp : IAsyncDisposable
{
    internal const string Silence = "…";

    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Moment, string?> fail;
    private readonly Task accepting;

    /// <param name="fail">The answer in place of 250 at that moment; an empty one hangs up, <see cref="Silence"/> never answers; null goes on. Called for each moment of each mail.</param>
    internal LoopbackSmtp(Func<Moment, string?>? fail = null, int port = 0)
    {
        this.fail = fail ?? (_ => null);
        this.listener = new TcpListener(IPAddress.Loopback, port);
        this.listener.Start();
        this.accepting = this.AcceptAsync();
    }

    internal enum Verb
    {
        Greeting,
        From,
        To,

        /// <summary>The whole text has come, and the client waits for the answer.</summary>
        Text,
    }

    internal int Port => ((IPEndPoint)this.listener.LocalEndpoint).Port;

    /// <summary>All whose text has come, whatever was answered.</summary>
    internal ConcurrentQueue<Mail> Received { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await this.stop.CancelAsync();
        this.listener.Stop();
        await this.accepting;
        this.stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = this.ServeAsync(await this.listener.AcceptTcpClientAsync(this.stop.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var connection = client;
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await this.TalkAsync(reader, writer);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The client was killed, or the test is over.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var to = new List<string>();
        if (!await this.AnswerAsync(writer, new Moment(Verb.Greeting, ""), "220 loopback"))
        {
            return;
        }

        while (await reader.ReadLineAsync(this.stop.Token) is { } line)
        {
            var goesOn = line.Split(' ', ':')[0].ToUpperInvariant() switch
            {
                "MAIL" => await this.AnswerAsync(writer, new Moment(Verb.From, line), "250 ok"),
                "RCPT" => await this.AnswerAsync(writer, new Moment(Verb.To, line), "250 ok", () => to.Add(line)),
                "DATA" => await this.DataAsync(reader, writer, to),
                "QUIT" => false,
                _ => await this.AnswerAsync(writer, new Moment(Verb.Greeting, line), "250 loopback"),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    private async Task<bool> DataAsync(StreamReader reader, StreamWriter writer, List<string> to)
    {
        await writer.WriteLineAsync("354 go ahead");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(this.stop.Token) is { } line)
        {
            if (line == ".")
            {
                this.Received.Enqueue(new Mail([.. to], text.ToString()));
                to.Clear();
                return await this.AnswerAsync(writer, new Moment(Verb.Text, text.ToString()), "250 taken");
            }

            text.AppendLine(line);
        }

        return false;
    }

    private async Task<bool> AnswerAsync(StreamWriter writer, Moment moment, string answer, Action? accepted = null)
    {
        switch (this.fail(moment))
        {
            case "":
                return false;
            case Silence:
                await Task.Delay(Timeout.Infinite, this.stop.Token);
                return false;
            case { } refusal:
                await writer.WriteLineAsync(refusal);
                return true;
            default:
                accepted?.Invoke();
                await writer.WriteLineAsync(answer);
                return true;
        }
    }

    /// <param name="Line">What the client said.</param>
    internal sealed record Moment(Verb Verb, string Line);

    internal sealed record Mail(IReadOnlyList<string> To, string Text)
    {
        /// <summary>The value of a header of one line.</summary>
        internal string? Header(string name) => this.Text.Split('\n').Select(line => line.TrimEnd('\r')).TakeWhile(line => line.Length > 0)
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

        /// <summary>The body, decoded.</summary>
        internal string Body()
        {
            var lines = this.Text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
            var body = string.Concat(lines.Skip(lines.IndexOf(string.Empty) + 1));
            return this.Header("Content-Transfer-Encoding") == "base64" ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body;
        }
    }
}
