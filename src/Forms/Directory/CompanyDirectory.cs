namespace Forms.Directory;

/// <summary>A person of the directory. Ids are the database's; keys are what packs and sign-in use.</summary>
public sealed record Person(
    Guid Id,
    string Key,
    string Name,
    string? Mail,
    string? Title,
    Guid Unit,
    Guid? Manager,
    IReadOnlyList<string> Positions,
    IReadOnlyList<string> Roles,
    string? Language,
    bool Active);

/// <summary>A unit of the org tree.</summary>
public sealed record OrgUnit(Guid Id, string Key, string Label, string Kind, Guid? Parent, string? HeadPosition);

/// <summary>A position. Its holders are the people who name it.</summary>
public sealed record Position(string Key, string Label, Guid Unit);

/// <summary>
/// The org directory as one consistent snapshot: who is where, who leads whom, who holds what. Pure and immutable;
/// only active people are found by rules.
/// </summary>
public sealed class CompanyDirectory
{
    private readonly Dictionary<Guid, Person> people;
    private readonly Dictionary<Guid, OrgUnit> units;

    public CompanyDirectory(IEnumerable<Person> people, IEnumerable<OrgUnit> units, IEnumerable<Position> positions, IReadOnlySet<string> administratorRoles)
    {
        this.people = people.ToDictionary(person => person.Id);
        this.units = units.ToDictionary(unit => unit.Id);
        this.Positions = [.. positions];
        this.AdministratorRoles = administratorRoles;
    }

    public static CompanyDirectory Empty { get; } = new([], [], [], new HashSet<string>());

    public IReadOnlyCollection<Person> People => this.people.Values;

    public IReadOnlyCollection<OrgUnit> Units => this.units.Values;

    public IReadOnlyList<Position> Positions { get; }

    public IReadOnlySet<string> AdministratorRoles { get; }

    public Person? Person(Guid id) => this.people.GetValueOrDefault(id);

    public Person? PersonByKey(string key) => this.people.Values.FirstOrDefault(person => string.Equals(person.Key, key, StringComparison.OrdinalIgnoreCase));

    public OrgUnit? Unit(Guid id) => this.units.GetValueOrDefault(id);

    public bool IsAdministrator(Person person) => person.Roles.Any(this.AdministratorRoles.Contains);

    public IReadOnlyList<Person> Administrators() => this.Where(this.IsAdministrator);

    public IReadOnlyList<Person> InRole(string role) => this.Where(person => person.Roles.Contains(role));

    public IReadOnlyList<Person> Holding(string position) => this.Where(person => person.Positions.Contains(position));

    /// <summary>Who works in the unit, those of units below it not included.</summary>
    public IReadOnlyList<Person> InUnit(string key) => this.units.Values.FirstOrDefault(unit => unit.Key == key) is { } found ? this.Where(person => person.Unit == found.Id) : [];

    /// <summary>The manager <paramref name="levels"/> above; null where the line ends before or the manager has left.</summary>
    public Person? ManagerOf(Guid id, int levels = 1)
    {
        var current = this.Person(id);
        for (var level = 0; level < levels && current is not null; level++)
        {
            current = current.Manager is { } manager ? this.Person(manager) : null;
        }

        return current is { Active: true } ? current : null;
    }

    /// <summary>The nearest unit of a kind, from the person's own unit upwards; null when there is none.</summary>
    public OrgUnit? UnitAbove(Guid person, string kind)
    {
        var unit = this.Person(person) is { } found ? this.Unit(found.Unit) : null;
        while (unit is not null && unit.Kind != kind)
        {
            unit = unit.Parent is { } parent ? this.Unit(parent) : null;
        }

        return unit;
    }

    /// <summary>Who heads a unit; empty when nobody holds its head position.</summary>
    public IReadOnlyList<Person> HeadsOf(OrgUnit unit) => unit.HeadPosition is { } position ? this.Holding(position) : [];

    /// <summary>A unit and all units below it.</summary>
    public IReadOnlySet<Guid> WithUnitsBelow(Guid unit)
    {
        var found = new HashSet<Guid> { unit };
        var open = new Queue<Guid>(found);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in this.units.Values.Where(candidate => candidate.Parent == parent && found.Add(candidate.Id)))
            {
                open.Enqueue(child.Id);
            }
        }

        return found;
    }

    private List<Person> Where(Func<Person, bool> holds) =>
        [.. this.people.Values.Where(person => person.Active && holds(person)).OrderBy(person => person.Name, StringComparer.Ordinal)];
}
