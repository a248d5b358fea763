using Forms.Directory;

namespace Workflows.Definitions;

/// <summary>Whom rules find in a directory, as far as that does not depend on the record.</summary>
internal sealed class SignerReach(CompanyDirectory directory)
{
    /// <summary>Whether it depends on nothing but the directory and who submits.</summary>
    public static bool IsKnown(SignerRule rule) => rule switch
    {
        PersonFieldRule or FormulaRule or ChosenRule => false,
        ManagerRule { Of: var of } => of == SignerRule.Initiator,
        UnitHeadRule { Of: var of } => of == SignerRule.Initiator,
        PositionRule { Of: var of } => of is null or SignerRule.Initiator,
        _ => true,
    };

    /// <summary>Whether it does not even depend on who submits.</summary>
    public static bool IsKnownForAll(SignerRule rule) => rule is PersonRule or RoleRule or UnitRule or PositionRule { Of: null };

    /// <param name="initiator">Null for rules that do not depend on who submits.</param>
    public IReadOnlyList<Guid> Find(SignerRule rule, Person? initiator) => rule switch
    {
        PersonRule { Person: var key } => directory.PersonByKey(key) is { Active: true } person ? [person.Id] : [],
        RoleRule { Role: var role } => Ids(directory.InRole(role)),
        UnitRule { Unit: var key } => Ids(directory.People.Where(person => person.Active && directory.Unit(person.Unit)?.Key == key)),
        PositionRule { Of: null } position => Ids(directory.Holding(position.Position)),
        PositionRule position => Nearest(position.Position, initiator!),
        ManagerRule manager => directory.ManagerOf(initiator!.Id, manager.Levels ?? 1) is { } found ? [found.Id] : [],
        UnitHeadRule head => (head.UnitKind is { } kind ? directory.UnitAbove(initiator!.Id, kind) : directory.Unit(initiator!.Unit)) is { } unit ? Ids(directory.HeadsOf(unit)) : [],
        _ => [],
    };

    /// <summary>Holders of a position in the nearest unit, from that of the initiator upwards, where there are any.</summary>
    private IReadOnlyList<Guid> Nearest(string position, Person initiator)
    {
        var holders = directory.Holding(position);
        for (var unit = directory.Unit(initiator.Unit); unit is not null; unit = unit.Parent is { } parent ? directory.Unit(parent) : null)
        {
            if (Ids(holders.Where(holder => holder.Unit == unit.Id)) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private static IReadOnlyList<Guid> Ids(IEnumerable<Person> people) => [.. people.Select(person => person.Id)];
}
