using System.Text;
using System.Text.Unicode;
using HandlebarsDotNet;
using HtmlEncoder = System.Text.Encodings.Web.HtmlEncoder;

namespace Reports.Print;

/// <summary>Writes values as text of an HTML page: markup in a value is shown, not obeyed; Chinese stays as it is.</summary>
internal sealed class HtmlText : ITextEncoder
{
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public void Encode(StringBuilder? text, TextWriter target) => this.Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => Encoder.Encode(target, text ?? string.Empty);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var whole = new StringBuilder();
        while (text?.MoveNext() == true)
        {
            whole.Append(text.Current);
        }

        this.Encode(whole, target);
    }
}
