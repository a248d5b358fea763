using System.Text;

namespace Forms.Definitions.Importing;

/// <summary>Texts with columns in braces: <c>Order {orderID}</c>.</summary>
public static class ImportText
{
    /// <summary>The text with every column replaced by its cell; trimmed.</summary>
    /// <param name="text">One whose braces are right (<see cref="TryColumns"/>).</param>
    /// <param name="cellOf">The cell of a column; empty or null gives nothing.</param>
    public static string Fill(string text, Func<string, string?> cellOf)
    {
        var filled = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            var close = rest.IndexOf('}');
            filled.Append(rest[..open]).Append(cellOf(rest[(open + 1)..close].ToString()));
            rest = rest[(close + 1)..];
        }

        return filled.Append(rest).ToString().Trim();
    }

    /// <summary>The columns named, in order; false when a brace is not closed or is empty.</summary>
    public static bool TryColumns(string text, out IReadOnlyList<string> columns)
    {
        var found = new List<string>();
        columns = found;
        var open = -1;
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '{' when open >= 0:
                case '}' when open < 0 || index == open + 1:
                    return false;
                case '{':
                    open = index;
                    break;
                case '}':
                    found.Add(text[(open + 1)..index]);
                    open = -1;
                    break;
            }
        }

        return open < 0;
    }
}
