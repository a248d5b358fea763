namespace Backoffice.Data.Workflows;

/// <summary>
/// Why somebody signs, as the work item keeps it: a kind and a key, so that every page says it in its own language.
/// Written <c>kind:key</c>, for example <c>position:finance-director</c>; only the kind where there is no key.
/// </summary>
/// <param name="Kind"><see cref="Position"/>, <see cref="Role"/> …</param>
/// <param name="Key">Key of the position, role or unit, or name of the field; empty for the others.</param>
public sealed record SignerReason(string Kind, string Key)
{
    /// <summary>Named in the workflow.</summary>
    public const string Person = "person";

    /// <summary>Holds a position.</summary>
    public const string Position = "position";

    /// <summary>Has a role.</summary>
    public const string Role = "role";

    /// <summary>Manager of who submitted.</summary>
    public const string Manager = "manager";

    /// <summary>Manager of the person in a field; the key is the field.</summary>
    public const string ManagerOf = "managerOf";

    /// <summary>Heads a unit; the key is the unit.</summary>
    public const string UnitHead = "unitHead";

    /// <summary>Named in a field of the record.</summary>
    public const string Field = "field";

    /// <summary>Works in a unit; the key is the unit.</summary>
    public const string Unit = "unit";

    /// <summary>Named by a formula.</summary>
    public const string Formula = "formula";

    /// <summary>Chosen by who submitted.</summary>
    public const string Chosen = "chosen";

    /// <summary>Stands in as administrator, since nobody was found.</summary>
    public const string Administrator = "administrator";

    /// <summary>Submitted the record and has it back.</summary>
    public const string Initiator = "initiator";

    /// <summary>Reads what <see cref="ToString"/> wrote; an unknown text is a kind without key.</summary>
    public static SignerReason Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new SignerReason(text, string.Empty) : new SignerReason(text[..colon], text[(colon + 1)..]);
    }

    public override string ToString() => this.Key.Length == 0 ? this.Kind : $"{this.Kind}:{this.Key}";
}
