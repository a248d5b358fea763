using Reports.Print;

namespace Reports.Tests.Print;

/// <summary>One printer for all tests of the assembly that need Chromium.</summary>
public sealed class Printer : IAsyncDisposable
{
    internal const string Skipped = "Needs chromium, fonts-noto-cjk and poppler-utils (apt-get install).";

    public static bool IsMissing => ChromiumPath.Find() is null || PdfText.IsMissing;

    public PdfPrinter Pdf { get; } = new();

    public ValueTask DisposeAsync() => this.Pdf.DisposeAsync();
}
