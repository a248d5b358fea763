namespace Reports.Print;

/// <summary>A record composed for printing.</summary>
/// <param name="Html">A whole HTML document with its style inlined, in need of nothing from outside.</param>
/// <param name="Options">Paper, and header and footer with the record's values.</param>
/// <param name="FileName">Name for the PDF: <c>CT-2026-0438.pdf</c>.</param>
public sealed record PrintDocument(string Html, PdfOptions Options, string FileName);
