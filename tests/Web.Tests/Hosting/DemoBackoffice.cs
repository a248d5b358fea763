namespace Web.Tests.Hosting;

/// <summary>The product with the packs that come with it and its demo company.</summary>
public sealed class DemoBackoffice() : BackofficeHost(Path.Combine(Repository.Root, "definitions"), withDemo: true);
