using Backoffice.Data.Records;
using Forms.Problems;

namespace Backoffice.Web.Components.Fields;

/// <summary>What the controls of one page share: who edits, and the titles of linked records and names of people seen so far.</summary>
public sealed class FieldContext(Actor actor)
{
    public Actor Actor { get; } = actor;

    public Dictionary<Guid, string> Titles { get; } = [];

    /// <summary>Keeps text of a picker that names nothing, with its problem; nothing where a page has no use for it (a filter).</summary>
    public Action<FieldInput, string, Problem> Unread { get; init; } = static (_, _, _) => { };

    public string? TitleOf(Guid id) => this.Titles.GetValueOrDefault(id);
}
