using System.Security.Cryptography;

namespace Backoffice.Web.Hosting.Accounts;

/// <summary>Makes passwords that can be read from a screen and typed: <c>h7kw-p3xm-t9ra-c4vn</c>.</summary>
internal static class Password
{
    /// <summary>Without letters and digits that look alike; 16 of 31 signs are 79 bits.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    internal static string Create() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));
}
