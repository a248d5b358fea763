namespace Backoffice.Data.Directory;

/// <summary>A person. Never deleted, because records, work items and trails name them; who left is not active.</summary>
public sealed class PersonRow
{
    public Guid Id { get; set; }

    /// <summary>Unique without regard to case; also the name to sign in with.</summary>
    public required string Key { get; set; }

    public required string Name { get; set; }

    public string? Mail { get; set; }

    public string? Title { get; set; }

    public Guid Unit { get; set; }

    public Guid? Manager { get; set; }

    /// <summary>Keys of positions held. The directory is read as a whole, so they are kept as one JSON column.</summary>
    public List<string> Positions { get; set; } = [];

    /// <summary>Keys of roles held; what a role may do stands in the definitions.</summary>
    public List<string> Roles { get; set; } = [];

    public string? Language { get; set; }

    public bool Active { get; set; } = true;
}
