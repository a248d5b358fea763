using Microsoft.Playwright;

namespace Web.Tests.Browser;

/// <summary>The size of a window.</summary>
public sealed record Screen(string Name, int Width, int Height)
{
    public static readonly Screen Desktop = new("desktop", 1440, 900);

    public static readonly Screen Phone = new("phone", 390, 844);

    public ViewportSize Size => new() { Width = this.Width, Height = this.Height };
}
