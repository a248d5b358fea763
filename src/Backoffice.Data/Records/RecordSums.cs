using Backoffice.Data.Schema;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Data.Records;

/// <summary>Exact sums of number columns.</summary>
internal static class RecordSums
{
    internal static async Task<IReadOnlyDictionary<string, decimal>> OfAsync(IQueryable<Dictionary<string, object>> rows, RecordLayout layout, IReadOnlyList<string> fields, DatabaseKind kind, CancellationToken ct)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (layout.Column(field) is not { Column.Kind: ColumnKind.Number } binding)
            {
                throw RefusalException.Invalid([new Problem(field, "sums.not-a-number", $"\"{field}\" is no number field of {layout.Form.Label}.") { Arguments = [field] }]);
            }

            var name = binding.Name;
            sums[field] = kind == DatabaseKind.Sqlite
                ? ColumnValue.FromWhole(await rows.SumAsync(row => EF.Property<long?>(row, name), ct) ?? 0, binding.Column.Scale)
                : await rows.SumAsync(row => EF.Property<decimal?>(row, name), ct) ?? 0;
        }

        return sums;
    }
}
