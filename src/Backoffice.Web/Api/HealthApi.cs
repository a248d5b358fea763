using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Backoffice.Web.Api;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: so does the database. Open to all, says nothing more.</summary>
internal static class HealthApi
{
    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
