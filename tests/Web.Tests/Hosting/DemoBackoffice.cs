using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests.Hosting;

/// <summary>The product with the packs that come with it and its demo company. It looks often for who may not be signed in any more.</summary>
public sealed class DemoBackoffice() : BackofficeHost(Path.Combine(Repository.Root, "definitions"), withDemo: true)
{
    protected override void Configure(WebApplicationBuilder builder) =>
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(1));
}
