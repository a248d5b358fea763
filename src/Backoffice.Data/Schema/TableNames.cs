using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Backoffice.Data.Schema;

/// <summary>
/// Names of record tables and columns. Two underscores stand between form and sub-table, because a dash of a key
/// becomes one. PostgreSQL cuts names at 63 bytes, so longer ones end with a hash.
/// </summary>
internal static class TableNames
{
    private const int Longest = 58;

    internal static string Of(string form) => Fit("r_" + Plain(form));

    internal static string Of(string form, string field) => Fit($"r_{Plain(form)}__{Plain(field)}");

    internal static string Column(string field) => Fit("f_" + Plain(field));

    private static string Plain(string key) => key.Replace('-', '_');

    private static string Fit(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= Longest)
        {
            return name;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4));
        return string.Create(CultureInfo.InvariantCulture, $"{name[..Math.Min(name.Length, Longest - 9)]}_{hash}");
    }
}
