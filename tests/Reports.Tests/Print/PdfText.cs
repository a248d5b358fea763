using System.Diagnostics;
using System.Text;

namespace Reports.Tests.Print;

/// <summary>The text of a PDF, page by page, as a reader would copy it (pdftotext of poppler-utils).</summary>
internal static class PdfText
{
    private const string Program = "/usr/bin/pdftotext";

    internal static bool IsMissing => !File.Exists(Program);

    internal static async Task<IReadOnlyList<string>> PagesAsync(byte[] pdf)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, ["-layout", "-", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var text = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        return (await text).TrimEnd('\f').Split('\f');
    }
}
