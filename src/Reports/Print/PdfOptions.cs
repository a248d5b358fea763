namespace Reports.Print;

/// <summary>Paper and running parts of a PDF.</summary>
public sealed record PdfOptions
{
    public PaperSize Paper { get; init; } = PaperSize.A4;

    public bool Landscape { get; init; }

    public PageMargins Margins { get; init; } = new();

    /// <summary>HTML at the top of each page, self-contained (it sees no style of the page); nothing when null.</summary>
    public string? Header { get; init; }

    /// <summary>HTML at the foot of each page, as <see cref="Header"/>; nothing when null.</summary>
    public string? Footer { get; init; }
}
