namespace Reports.Print;

/// <summary>How the printer works.</summary>
public sealed record PdfPrinterOptions
{
    /// <summary>Path of the browser; found by <see cref="ChromiumPath"/> when null.</summary>
    public string? Executable { get; init; }

    /// <summary>Documents printed at once; the others wait their turn.</summary>
    public int Pages { get; init; } = 2;

    /// <summary>Longest time for one document, the wait for a turn not counted.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
