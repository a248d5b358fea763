namespace Reports.Print;

/// <summary>The browser is there but could not print a document.</summary>
public sealed class PdfFailedException(Exception inner)
    : Exception($"The document could not be printed: {inner.Message.Split('\n')[0]}", inner);
