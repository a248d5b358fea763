namespace Web.Tests.Hosting;

/// <summary>
/// The product with the small pack of the tests. People: <c>clerk</c> (own requests), <c>lead</c> (the clerk's manager,
/// all requests), <c>guest</c> (nothing), <c>root</c> (administrator).
/// </summary>
public sealed class RunningBackoffice() : BackofficeHost(Packs)
{
    internal static string Packs { get; } = Path.Combine(Repository.Root, "tests", "Web.Tests", "Packs");
}
