using System.Collections.Frozen;

namespace Backoffice.Data.Records;

/// <summary>
/// Names of uploaded files: without path and control characters, and only of kinds on the list. The kind decides the
/// content type; what the sender says it is does not count.
/// </summary>
internal static class AttachmentName
{
    private const int Longest = 200;

    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".heic"] = "image/heic",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".eml"] = "message/rfc822",
        [".msg"] = "application/vnd.ms-outlook",
        [".zip"] = "application/zip",
        [".mp4"] = "video/mp4",
        [".mp3"] = "audio/mpeg",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Browsers and other systems send paths of either kind.</summary>
    internal static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(letter => !char.IsControl(letter) && letter is not (':' or '*' or '?' or '"' or '<' or '>' or '|'))]).Trim(' ', '.');
        if (clean.Length > Longest)
        {
            var kind = Path.GetExtension(clean);
            clean = kind.Length < 20 ? clean[..(Longest - kind.Length)] + kind : clean[..Longest];
        }

        return clean.Length == 0 ? "file" : clean;
    }

    /// <summary>Null for a kind that is not taken.</summary>
    internal static string? ContentType(string name) => Kinds.GetValueOrDefault(Path.GetExtension(name));
}
