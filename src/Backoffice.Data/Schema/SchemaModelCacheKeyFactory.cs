using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Backoffice.Data.Schema;

/// <summary>
/// Keeps one EF model for each provider and set of record tables. Two publications with the same tables share one.
/// </summary>
internal sealed class SchemaModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), ((BackofficeDb)context).Published.Records.Fingerprint, designTime);
}
