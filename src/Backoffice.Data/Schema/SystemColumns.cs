namespace Backoffice.Data.Schema;

/// <summary>Columns that every record table has.</summary>
internal static class SystemColumns
{
    internal const string Id = "Id";
    internal const string Version = "Version";
    internal const string CreatedAt = "CreatedAt";
    internal const string CreatedBy = "CreatedBy";
    internal const string ModifiedAt = "ModifiedAt";
    internal const string ModifiedBy = "ModifiedBy";
    internal const string Unit = "Unit";
    internal const string LockedBy = "LockedBy";
    internal const string DeletedAt = "DeletedAt";

    /// <summary>Of sub-tables: the record that the row belongs to.</summary>
    internal const string ParentId = "ParentId";

    /// <summary>Of sub-tables: 0, 1, 2 … in the order of the rows.</summary>
    internal const string Position = "Position";
}
