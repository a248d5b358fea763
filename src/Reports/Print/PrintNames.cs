namespace Reports.Print;

/// <summary>Names a template sees beside the fields of the form.</summary>
internal static class PrintNames
{
    internal const string Raw = "raw";
    internal const string Plain = "plain";
    internal const string Label = "label";
    internal const string Trail = "trail";
    internal const string Print = "print";
    internal const string Row = "row";

    internal static readonly IReadOnlyList<string> OfTrail = ["name", "step", "act", "at", "comment", "for"];

    internal static readonly IReadOnlyList<string> OfPrint = ["company", "at", "by", "language"];
}
