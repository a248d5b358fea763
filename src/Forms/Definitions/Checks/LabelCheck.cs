using Forms.Definitions.Loading;
using Forms.Problems;

namespace Forms.Definitions.Checks;

/// <summary>Every label has its translations, and every translation has its label.</summary>
internal static class LabelCheck
{
    /// <summary>Languages of the pages besides English, which stands in the definitions.</summary>
    private static readonly string[] Languages = ["zh-Hans", "zh-Hant"];

    /// <summary>Words of values that no definition holds, translated where wanted.</summary>
    private static readonly string[] Words = ["words/yes", "words/no"];

    internal static void Check(PackContent content, ProblemList problems)
    {
        var uses = content.Files.SelectMany(file => LabelUses.Of(file).Select(use => (File: file, Use: use))).ToList();
        var known = uses.Select(entry => entry.Use.Label).Concat(Words).ToHashSet(StringComparer.Ordinal);
        var translated = content.All<LabelsDocument>()
            .GroupBy(entry => SetBuilder.LanguageOf(entry.File), StringComparer.Ordinal)
            .ToDictionary(language => language.Key, language => language.SelectMany(entry => entry.Document.Labels.Keys).ToHashSet(StringComparer.Ordinal));
        foreach (var (file, use) in uses.DistinctBy(entry => entry.Use.Label))
        {
            var missing = Languages.Where(language => !translated.TryGetValue(language, out var labels) || !labels.Contains(use.Label)).ToList();
            if (missing.Count > 0)
            {
                problems.Add(file, use.Path, "label.missing", $"\"{use.Label}\" has no translation in {string.Join(" and ", missing.Select(language => $"labels.{language}.json"))}.", Severity.Warning);
            }
        }

        if (content.HasBroken)
        {
            // What a translation belongs to may be in a file that could not be read.
            return;
        }

        foreach (var (file, document) in content.All<LabelsDocument>())
        {
            foreach (var path in document.Labels.Keys.Where(path => !known.Contains(path)))
            {
                problems.Add(file, $"labels.{path}", "label.unknown", $"Nothing is called \"{path}\".{Spelling.DidYouMean(path, known)}", Severity.Warning);
            }
        }
    }
}
