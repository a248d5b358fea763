using Backoffice.Data.Schema;
using Forms.Definitions;
using Forms.Directory;
using Forms.Problems;
using Forms.Records;

namespace Backoffice.Data.Records;

/// <summary>
/// What an actor may do with the records of a form: the grants of the roles, and reading what one took part in
/// approving. Every query passes through <see cref="AccessFilter"/>, every single record through here.
/// </summary>
internal sealed class RecordAccess
{
    private readonly RecordLayout layout;
    private readonly ILookup<RecordRight, RecordScope> scopes;

    internal RecordAccess(Actor actor, CompanyDirectory directory, PublishedSchema schema, RecordLayout layout)
    {
        this.layout = layout;
        this.Of = other => new RecordAccess(actor, directory, schema, other);
        var person = directory.Person(actor.Person);

        // Nobody has this id: who has left reads nothing, not even what they took part in.
        this.Person = actor.IsSystem || person is { Active: true } ? actor.Person : Guid.Empty;
        this.Everything = actor.IsSystem || (person is { Active: true } && directory.IsAdministrator(person));
        this.Units = person is null ? new HashSet<Guid>() : UnitsOf(person, directory);
        var roles = person is { Active: true } ? schema.Set.Directory.Roles.Where(role => person.Roles.Contains(role.Key)) : [];
        this.scopes = roles
            .SelectMany(role => role.Grants)
            .Where(grant => grant.Form == "*" || grant.Form == layout.Form.Key)
            .SelectMany(grant => grant.Rights.Select(right => (right, grant.Scope)))
            .Distinct()
            .ToLookup(pair => pair.right, pair => pair.Scope);
    }

    /// <summary>What the same actor may do with the records of another form.</summary>
    internal Func<RecordLayout, RecordAccess> Of { get; }

    internal Guid Person { get; }

    /// <summary>Whether no record is out of reach.</summary>
    internal bool Everything { get; }

    /// <summary>The person's units, and the units below them.</summary>
    internal IReadOnlySet<Guid> Units { get; }

    internal IEnumerable<RecordScope> Scopes(RecordRight right) => this.scopes[right];

    /// <summary>Whether the grants allow something with any record at all.</summary>
    internal bool Any(RecordRight right) => this.Everything || this.scopes[right].Any();

    /// <summary>Whether the grants allow something with a record.</summary>
    internal bool Allows(RecordRight right, Record record) => this.Everything || this.scopes[right].Any(scope => this.Covers(scope, record));

    /// <exception cref="RefusalException">Forbidden.</exception>
    internal void Demand(RecordRight right, Record record)
    {
        if (!this.Allows(right, record))
        {
            var verb = right.ToString().ToLowerInvariant();
            throw new RefusalException(RefusalReason.Forbidden, "record." + verb, $"Your roles do not let you {verb} this {this.layout.Form.Label}.");
        }
    }

    private bool Covers(RecordScope scope, Record record) => scope switch
    {
        RecordScope.All => true,
        RecordScope.UnitAndBelow => record.Unit is { } unit && this.Units.Contains(unit),
        _ => record.CreatedBy == this.Person
            || this.layout.Columns.Any(binding => binding.Column.Kind == ColumnKind.Person && record[binding.Field.Name] is Guid id && id == this.Person),
    };

    private static HashSet<Guid> UnitsOf(Person person, CompanyDirectory directory) => directory.Positions
        .Where(position => person.Positions.Contains(position.Key))
        .Select(position => position.Unit)
        .Append(person.Unit)
        .SelectMany(directory.WithUnitsBelow)
        .ToHashSet();
}
