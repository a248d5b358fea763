namespace Reports.Print;

/// <summary>Nothing can be printed on this server until somebody installs a browser; the message says how.</summary>
public sealed class PdfUnavailableException(string found, Exception? inner = null)
    : Exception($"PDF needs Chromium on the server, but {found}. {Remedy}", inner)
{
    /// <summary>What to do about it.</summary>
    public const string Remedy =
        "Install it with: apt-get install -y --no-install-recommends chromium fonts-noto-cjk — or name another Chromium in " + ChromiumPath.Variable + ".";
}
