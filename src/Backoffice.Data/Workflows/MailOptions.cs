namespace Backoffice.Data.Workflows;

/// <summary>The mail server.</summary>
public sealed record MailOptions
{
    /// <summary>Name or address; no mail is sent while it is null, and mails wait in the outbox.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    /// <summary>Whether the connection is encrypted (STARTTLS).</summary>
    public bool Tls { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "backoffice@localhost";
}
