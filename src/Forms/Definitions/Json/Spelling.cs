namespace Forms.Definitions;

/// <summary>Finds the word that was meant.</summary>
public static class Spelling
{
    /// <summary><c> Did you mean "label"?</c> with a space before, or nothing when no word is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (Word: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(1, Math.Min(word.Length, candidate.Word.Length) / 3))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Word is null ? string.Empty : $" Did you mean \"{best.Word}\"?";
    }

    /// <summary>Words as a person lists them: <c>"a", "b"</c>; at most twelve, then how many more.</summary>
    public static string List(IEnumerable<string> words)
    {
        var all = words.ToList();
        const int Shown = 12;
        var list = string.Join(", ", all.Take(Shown).Select(word => $"\"{word}\""));
        return all.Count > Shown ? $"{list} and {all.Count - Shown} more" : list;
    }

    /// <summary>Letters to insert, remove, change or swap with the next (optimal string alignment).</summary>
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                table[row, column] = Cell(table, one, other, row, column);
            }
        }

        return table[one.Length, other.Length];
    }

    private static int Cell(int[,] table, string one, string other, int row, int column)
    {
        if (row == 0 || column == 0)
        {
            return row + column;
        }

        var change = one[row - 1] == other[column - 1] ? 0 : 1;
        var least = Math.Min(Math.Min(table[row - 1, column], table[row, column - 1]) + 1, table[row - 1, column - 1] + change);
        var swapped = row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
        return swapped ? Math.Min(least, table[row - 2, column - 2] + 1) : least;
    }
}
