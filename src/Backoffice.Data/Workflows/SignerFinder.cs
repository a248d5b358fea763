using Forms.Directory;
using Forms.Records;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Turns signer rules into people (A2), by the directory as it is now. Pure.</summary>
internal sealed class SignerFinder(CompanyDirectory directory, Record record, Guid initiator)
{
    /// <summary>Whom the initiator has chosen for the step.</summary>
    internal IReadOnlyList<Guid> Chosen { get; init; } = [];

    /// <summary>Whom formulas name.</summary>
    internal IReadOnlyDictionary<FormulaRule, IReadOnlyList<Person>> Named { get; init; } = new Dictionary<FormulaRule, IReadOnlyList<Person>>();

    /// <summary>People in fields of linked records, by path.</summary>
    internal IReadOnlyDictionary<string, Guid?> Behind { get; init; } = new Dictionary<string, Guid?>();

    /// <summary>Rule by rule, in their order; a person may be found twice.</summary>
    internal IReadOnlyList<Signer> Find(IEnumerable<SignerRule> rules) =>
        [.. rules.SelectMany(rule => this.Find(rule).Select(signer => signer with { Weight = rule.Weight ?? 1 }))];

    internal IReadOnlyList<Signer> ManagerOf(Guid person) =>
        directory.ManagerOf(person) is { } manager ? [Because(manager, SignerReason.Manager)] : [];

    internal IReadOnlyList<Signer> Administrators() =>
        [.. directory.Administrators().Select(person => Because(person, SignerReason.Administrator))];

    internal IReadOnlyList<Signer> StandIn(string key) => [.. One(directory.PersonByKey(key), SignerReason.Person)];

    private IEnumerable<Signer> Find(SignerRule rule) => rule switch
    {
        PersonRule named => One(directory.PersonByKey(named.Person), SignerReason.Person),
        RoleRule role => directory.InRole(role.Role).Select(person => Because(person, SignerReason.Role, role.Role)),
        PositionRule position => this.Find(position),
        UnitRule unit => directory.InUnit(unit.Unit).Select(person => Because(person, SignerReason.Unit, unit.Unit)),
        PersonFieldRule field => One(this.PersonIn(field.Field), SignerReason.Field, field.Field),
        ManagerRule manager => this.Find(manager),
        UnitHeadRule head => this.Find(head),
        FormulaRule formula => this.Named.GetValueOrDefault(formula, []).Where(person => person.Active).Select(person => Because(person, SignerReason.Formula)),
        ChosenRule chosen => this.Chosen.Select(directory.Person).SelectMany(person => One(person, SignerReason.Chosen)).Where(signer => this.MayBeChosen(signer, chosen)),
        _ => throw new ArgumentException($"Expected a signer rule the shell knows, but found {rule.GetType().Name}.", nameof(rule)),
    };

    private bool MayBeChosen(Signer signer, ChosenRule rule) => rule.Role is null || directory.Person(signer.Person)!.Roles.Contains(rule.Role);

    /// <summary>Everybody who holds it, or those in the nearest unit upwards where somebody does.</summary>
    private IEnumerable<Signer> Find(PositionRule rule)
    {
        var holders = directory.Holding(rule.Position);
        if (rule.Of is { } of)
        {
            var unit = this.Of(of) is { } person ? directory.Unit(person.Unit) : null;
            while (unit is not null && holders.All(holder => holder.Unit != unit.Id))
            {
                unit = unit.Parent is { } parent ? directory.Unit(parent) : null;
            }

            holders = [.. holders.Where(holder => holder.Unit == unit?.Id)];
        }

        return holders.Select(person => Because(person, SignerReason.Position, rule.Position));
    }

    private IEnumerable<Signer> Find(ManagerRule rule)
    {
        var manager = this.Of(rule.Of) is { } person ? directory.ManagerOf(person.Id, rule.Levels ?? 1) : null;
        return rule.Of == SignerRule.Initiator
            ? One(manager, SignerReason.Manager)
            : One(manager, SignerReason.ManagerOf, rule.Of);
    }

    private IEnumerable<Signer> Find(UnitHeadRule rule)
    {
        if (this.Of(rule.Of) is not { } person)
        {
            return [];
        }

        var unit = rule.UnitKind is { } kind ? directory.UnitAbove(person.Id, kind) : directory.Unit(person.Unit);
        return unit is null ? [] : directory.HeadsOf(unit).Select(head => Because(head, SignerReason.UnitHead, unit.Key));
    }

    private Person? Of(string of) => of == SignerRule.Initiator ? directory.Person(initiator) : this.PersonIn(of);

    private Person? PersonIn(string field) =>
        (this.Behind.TryGetValue(field, out var behind) ? behind : record[field] as Guid?) is { } id ? directory.Person(id) : null;

    private static IEnumerable<Signer> One(Person? person, string kind, string key = "") =>
        person is { Active: true } ? [Because(person, kind, key)] : [];

    private static Signer Because(Person person, string kind, string key = "") =>
        new(person.Id, new SignerReason(kind, key).ToString());
}
