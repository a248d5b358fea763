namespace Backoffice.Data.Records;

/// <summary>Who acts, and by which way in.</summary>
/// <param name="Person">The person of the directory; a workflow acts for the person whose act moved it.</param>
/// <param name="Source">Kept with each change.</param>
public sealed record Actor(Guid Person, ChangeSource Source)
{
    /// <summary>Whether the product itself acts, not a person.</summary>
    public bool IsSystem => this.Person == Guid.Empty;

    /// <summary>The product itself, which may do everything: loading of demo data, an import from the command line.</summary>
    public static Actor System(ChangeSource source) => new(Guid.Empty, source);
}

/// <summary>Where a change came from.</summary>
public enum ChangeSource
{
    Page,
    Api,
    Import,
    Workflow,
    Demo,
}

/// <summary>What a save did.</summary>
public enum RecordChangeKind
{
    Created,
    Changed,
    Deleted,
}
