namespace Web.Tests.Hosting;

/// <summary>The product with the packs that come with it, without its demo.</summary>
public sealed class ProductBackoffice() : BackofficeHost(Path.Combine(Repository.Root, "definitions"));
