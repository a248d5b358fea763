using Forms.Directory;
using Forms.Records;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>Turns signer rules into people (A2), by the directory as it is now. Pure.</summary>
internal sealed class SignerFinder(CompanyDirectory directory, Record record, Guid initiator)
{
    /// <summary>Rule by rule, in their order; a person may be found twice.</summary>
    internal IReadOnlyList<Signer> Find(IEnumerable<SignerRule> rules) => [.. rules.SelectMany(this.Find)];

    internal IReadOnlyList<Signer> ManagerOf(Guid person) =>
        directory.ManagerOf(person) is { } manager ? [Because(manager, SignerReason.Manager)] : [];

    internal IReadOnlyList<Signer> Administrators() =>
        [.. directory.Administrators().Select(person => Because(person, SignerReason.Administrator))];

    private IEnumerable<Signer> Find(SignerRule rule) => rule switch
    {
        PersonRule named => One(directory.PersonByKey(named.Person), SignerReason.Person),
        RoleRule role => directory.InRole(role.Role).Select(person => Because(person, SignerReason.Role, role.Role)),
        PositionRule position => directory.Holding(position.Position).Select(person => Because(person, SignerReason.Position, position.Position)),
        PersonFieldRule field => One(this.PersonIn(field.Field), SignerReason.Field, field.Field),
        ManagerRule manager => this.Find(manager),
        UnitHeadRule head => this.Find(head),
        _ => throw new ArgumentException($"Expected a signer rule the shell knows, but found {rule.GetType().Name}.", nameof(rule)),
    };

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

    private Person? PersonIn(string field) => record[field] is Guid id ? directory.Person(id) : null;

    private static IEnumerable<Signer> One(Person? person, string kind, string key = "") =>
        person is { Active: true } ? [Because(person, kind, key)] : [];

    private static Signer Because(Person person, string kind, string key = "") =>
        new(person.Id, new SignerReason(kind, key).ToString());
}
