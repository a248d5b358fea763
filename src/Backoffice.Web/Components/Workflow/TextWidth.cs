namespace Backoffice.Web.Components.Workflow;

/// <summary>
/// How wide a text will be, near enough to choose the width of its box: the server has no fonts to measure with. Signs of
/// East Asian scripts are as wide as the type is high, others half of it on average.
/// </summary>
public static class TextWidth
{
    private const double Latin = 0.5;

    /// <param name="text">In one line.</param>
    /// <param name="size">Of the type, in pixels.</param>
    /// <returns>Pixels, rounded up.</returns>
    public static int Of(string text, int size) => (int)Math.Ceiling(text.Sum(sign => sign is >= '\u2e80' and <= '\uffdc' ? size : size * Latin));
}
