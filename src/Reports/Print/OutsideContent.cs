using System.Text.RegularExpressions;
using Forms.Problems;

namespace Reports.Print;

/// <summary>
/// Finds what a printed page would have to fetch or run. The browser refuses all of it; said here, an administrator
/// learns why a picture stays away, and Chromium is not asked to print running parts that it fails on.
/// </summary>
internal static partial class OutsideContent
{
    internal static IEnumerable<Problem> Check(string file, string text) => Outside().Matches(text).Select(match => TemplateProblem.At(
        file,
        text.AsSpan(0, match.Index).Count('\n') + 1,
        "print.outside",
        $"\"{match.Value.Trim()}\": a print takes nothing from outside and runs nothing. Use inline SVG, a data: picture, or style.css."));

    [GeneratedRegex(
        @"<(script|link|iframe|object|embed|meta|base|frame|form)\b|@import\b|\burl\(\s*[""']?(?!data:|[#""'\s])|\b(src|srcset)\s*=\s*[""']?(?!data:|[""'\s])[^\s>]{0,40}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Outside();
}
