using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Backoffice.Data;

/// <summary>Healthy while the database answers a query.</summary>
public sealed class DatabaseHealth(UnitOfWork work) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await work.ReadAsync((db, ct) => db.Versions.AnyAsync(ct), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
