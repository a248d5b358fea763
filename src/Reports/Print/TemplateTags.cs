using System.Text.RegularExpressions;
using Forms.Problems;

namespace Reports.Print;

/// <summary>Reads the tags of a template, so that errors name their line and values cannot be written as markup.</summary>
internal static partial class TemplateTags
{
    internal static IEnumerable<TemplateTag> Read(string text)
    {
        var line = 1;
        var from = 0;
        foreach (Match match in Tag().Matches(text))
        {
            line += text.AsSpan(from, match.Index - from).Count('\n');
            from = match.Index;
            var inner = match.Groups["inner"];
            if (inner.Success)
            {
                yield return Of(line, inner.Value, match.Groups["raw"].Success);
            }
        }
    }

    /// <summary>Blocks that do not match, and what a template may not do.</summary>
    internal static List<Problem> Check(string file, string text)
    {
        var problems = new List<Problem>();
        var open = new Stack<TemplateTag>();
        foreach (var tag in Read(text))
        {
            switch (tag.Kind)
            {
                case TagKind.Unescaped:
                    problems.Add(TemplateProblem.At(file, tag.Line, "print.unescaped", "Values are printed as text: write {{name}} with two braces."));
                    break;
                case TagKind.Partial:
                    problems.Add(TemplateProblem.At(file, tag.Line, "print.partial", "A template cannot use other templates."));
                    break;
                case TagKind.Open:
                    if (tag.Words.Count < 2 && TemplateLanguage.Helpers.Contains(tag.Name))
                    {
                        problems.Add(TemplateProblem.At(file, tag.Line, "print.helper", $"{{{{#{tag.Name}}}}} needs the name of what it looks at."));
                    }

                    open.Push(tag);
                    break;
                case TagKind.Else when open.Count == 0:
                    problems.Add(TemplateProblem.At(file, tag.Line, "print.block", "{{else}} stands outside of a block."));
                    break;
                case TagKind.Close:
                    CloseBlock(file, tag, open, problems);
                    break;
                default:
                    break;
            }
        }

        problems.AddRange(open.Select(tag => TemplateProblem.At(file, tag.Line, "print.block", $"{{{{#{tag.Name}}}}} is never closed: {{{{/{tag.Name}}}}} is missing.")));
        return problems;
    }

    private static void CloseBlock(string file, TemplateTag tag, Stack<TemplateTag> open, List<Problem> problems)
    {
        if (!open.TryPop(out var opened))
        {
            problems.Add(TemplateProblem.At(file, tag.Line, "print.block", $"{{{{/{tag.Name}}}}} closes nothing."));
        }
        else if (opened.Name != tag.Name)
        {
            problems.Add(TemplateProblem.At(file, tag.Line, "print.block", $"Expected {{{{/{opened.Name}}}}} for the block of line {opened.Line}, but found {{{{/{tag.Name}}}}}."));
        }
    }

    private static TemplateTag Of(int line, string inner, bool tripled)
    {
        var text = inner.Trim();
        var kind = text switch
        {
            ['&', ..] => TagKind.Unescaped,
            ['>' or '*', ..] or ['#', '>' or '*', ..] => TagKind.Partial,
            "^" or "else" => TagKind.Else,
            ['#' or '^', ..] => TagKind.Open,
            ['/', ..] => TagKind.Close,
            _ when text.StartsWith("else ", StringComparison.Ordinal) => TagKind.Else,
            _ => TagKind.Value,
        };
        var words = Word().Matches(text.TrimStart('#', '^', '/', '&', '>', '*')).Select(match => match.Value);
        return new TemplateTag(line, tripled ? TagKind.Unescaped : kind, [.. words]);
    }

    // Comments first: they may hold anything.
    [GeneratedRegex(@"\{\{~?!--.*?--~?\}\}|\{\{~?!.*?\}\}|\{\{(?<raw>~?\{)?~?(?<inner>[^{].*?)~?\}\}\}?", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|[()|]|[^\\s()|]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
