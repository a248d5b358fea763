using System.Globalization;

namespace Reports.Print;

/// <summary>The parts of a printed page around what a template says.</summary>
internal static class PrintPage
{
    /// <summary>Nothing is fetched and nothing runs, whatever a template holds; the printer's browser refuses it as well.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

    internal static string Document(PrintTemplate template, string title, string body, CultureInfo culture) => $$"""
        <!doctype html>
        <html lang="{{culture.Name}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{{Policy}}">
        <title>{{HtmlText.Encoder.Encode(title)}}</title>
        <style>
        *, *::before, *::after { box-sizing: border-box; }
        html { font-family: {{PrintLanguage.Fonts(culture)}}; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; }
        body { margin: 0; overflow-wrap: anywhere; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        {{template.File(PrintTemplate.StyleFile)}}
        </style>
        </head>
        <body>
        {{body}}
        </body>
        </html>

        """;

    /// <summary>
    /// A running header or footer. Chromium prints it in a page of its own with no style at all (the text would be
    /// invisibly small), as wide as the paper: so fonts, size and side margins are given here.
    /// </summary>
    internal static string Running(string content, PrintTemplate template, CultureInfo culture)
    {
        var margins = template.Margins;
        var padding = string.Create(CultureInfo.InvariantCulture, $"0 {margins.Right}mm 0 {margins.Left}mm");
        return $$"""
            <style>
            .running { box-sizing: border-box; width: 100%; padding: {{padding}}; color: #5f6979;
              font: 7.5pt/1.4 {{PrintLanguage.Fonts(culture)}}; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; }
            </style>
            <div class="running" lang="{{culture.Name}}">{{content}}</div>
            """;
    }
}
