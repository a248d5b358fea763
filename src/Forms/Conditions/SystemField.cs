using Forms.Fields;
using Forms.Records;

namespace Forms.Conditions;

/// <summary>What the product keeps about every record and conditions may name, unless the form has a field of that name.</summary>
public static class SystemField
{
    public const string Id = "id";
    public const string CreatedBy = "createdBy";
    public const string ModifiedBy = "modifiedBy";
    public const string LockedBy = "lockedBy";

    /// <summary>How it compares; null when there is no such name.</summary>
    public static FieldStorage? Storage(string name) => name is Id or CreatedBy or ModifiedBy or LockedBy ? new FieldStorage.Person() : null;

    internal static object? Value(Record record, string name) => name switch
    {
        Id => record.Id,
        CreatedBy => record.CreatedBy,
        ModifiedBy => record.ModifiedBy,
        _ => record.LockedBy,
    };
}
