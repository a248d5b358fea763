using System.ComponentModel;
using System.Diagnostics;

namespace Web.Tests.Browser;

/// <summary>What a PDF says, read by pdftotext of poppler-utils.</summary>
internal static class PdfText
{
    /// <summary>Its text in the order people read; null where there is no pdftotext.</summary>
    internal static async Task<string?> ReadAsync(byte[] pdf)
    {
        var file = Path.Combine(BrowserFixture.Screenshots, Guid.NewGuid().ToString("N") + ".pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            return await process.StandardOutput.ReadToEndAsync();
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
