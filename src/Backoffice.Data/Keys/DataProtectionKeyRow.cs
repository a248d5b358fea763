namespace Backoffice.Data.Keys;

/// <summary>A key of ASP.NET Core data protection, shared by all nodes.</summary>
public sealed class DataProtectionKeyRow
{
    public int Id { get; set; }

    public required string FriendlyName { get; set; }

    public required string Xml { get; set; }
}
