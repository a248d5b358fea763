using Forms.Problems;

namespace Reports.Print;

/// <summary>Checks that every name, helper and word a template file uses exists, before a record is printed with a gap in it.</summary>
internal sealed class TemplateNames(PrintTemplate template, string file, PrintNames names)
{
    private readonly TemplateScope scope = new(names);
    private readonly List<Problem> problems = [];

    internal IReadOnlyList<Problem> Check()
    {
        foreach (var tag in TemplateTags.Read(template.File(file)))
        {
            switch (tag.Kind)
            {
                case TagKind.Open:
                    this.scope.Enter(this.Open(tag));
                    break;
                case TagKind.Close:
                    this.scope.Leave();
                    break;
                case TagKind.Value:
                    this.Words(tag, tag.Words, calls: tag.Words.Count > 1);
                    break;
                case TagKind.Else when tag.Words.Count > 1:
                    this.Words(tag, tag.Words.Skip(1), calls: true);
                    break;
                default:
                    break;
            }
        }

        return this.problems;
    }

    /// <summary>The names within a block; null when it changes none.</summary>
    private PrintNames? Open(TemplateTag tag)
    {
        if (tag.Name is not ("if" or "unless" or "each" or "with"))
        {
            this.Report(tag, "print.helper", $"There is no block \"{tag.Name}\". Write {{{{#each {tag.Name}}}}}, {{{{#with {tag.Name}}}}} or {{{{#if {tag.Name}}}}}.");
            return null;
        }

        this.Words(tag, tag.Words.Skip(1), calls: false);
        if (tag.Name is "if" or "unless")
        {
            return null;
        }

        var found = this.scope.Find(tag.Words[1]);
        if (tag.Name == "each" && found is { IsList: false })
        {
            this.Report(tag, "print.list", $"\"{tag.Words[1]}\" is not a list of rows.");
        }

        return found;
    }

    /// <summary>Checks words of a tag. A helper is called by the first word where <paramref name="calls"/>, and after each parenthesis.</summary>
    private void Words(TemplateTag tag, IEnumerable<string> words, bool calls)
    {
        string? helper = null;
        foreach (var word in words)
        {
            if (word is "(" or ")")
            {
                calls = word == "(";
            }
            else if (calls)
            {
                this.Helper(tag, helper = word);
                calls = false;
            }
            else if (helper == "t" && IsQuoted(word))
            {
                this.Word(tag, word[1..^1]);
            }
            else if (!IsQuoted(word) && !IsLiteral(word) && this.scope.Find(word) is null)
            {
                this.Report(tag, "print.name", $"There is no \"{word}\" here. Known: {string.Join(", ", this.scope.Known)}.");
            }
        }
    }

    private void Helper(TemplateTag tag, string name)
    {
        if (!TemplateLanguage.Helpers.Contains(name))
        {
            this.Report(tag, "print.helper", $"There is no helper \"{name}\". Known: {string.Join(", ", TemplateLanguage.Helpers)}.");
        }
    }

    private void Word(TemplateTag tag, string key)
    {
        if (!template.Words.ContainsKey(key))
        {
            this.Report(tag, "print.word", $"print.json has no word \"{key}\".");
        }
    }

    private void Report(TemplateTag tag, string code, string message) => this.problems.Add(TemplateProblem.At(file, tag.Line, code, message));

    private static bool IsQuoted(string word) => word is ['\'', .., '\''] or ['"', .., '"'];

    private static bool IsLiteral(string word) => word is "true" or "false" or "null" or [>= '0' and <= '9', ..] or ['-', ..];
}
