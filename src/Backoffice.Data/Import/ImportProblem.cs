using System.Globalization;
using Forms.Problems;

namespace Backoffice.Data.Import;

/// <summary>Something in a file that could not be imported, or that people should know.</summary>
/// <param name="File">Name of the CSV file.</param>
/// <param name="Line">From 1, where the row begins; 0 when it concerns the whole file.</param>
/// <param name="Column">Name of the column, or of the field when its value comes from none; null when it concerns the whole row.</param>
/// <param name="Value">The text found; null when there was none.</param>
/// <param name="Reason">What is wrong, and what would be right.</param>
public sealed record ImportProblem(string File, int Line, string? Column, string? Value, string Reason)
{
    /// <summary>An error keeps its row out; a warning does not.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <inheritdoc/>
    public override string ToString()
    {
        var place = this.Line == 0 ? this.File : string.Create(CultureInfo.InvariantCulture, $"{this.File}:{this.Line}");
        var what = (this.Column, this.Value) switch
        {
            (null, _) => string.Empty,
            (var column, null) => $" {column}:",
            var (column, value) => $" {column} \"{Short(value)}\":",
        };
        return $"{place}:{what} {this.Reason}";
    }

    private static string Short(string value) => value.Length <= 60 ? value : value[..59] + "…";
}
