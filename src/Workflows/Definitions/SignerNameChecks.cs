using Forms.Definitions;
using Forms.Fields;

namespace Workflows.Definitions;

/// <summary>People, roles, positions, kinds of units and person fields named by signer rules exist.</summary>
internal static class SignerNameChecks
{
    internal static void Check(IReadOnlyList<SignerRule> rules, string path, FormDefinition form, DefinitionContext context)
    {
        var directory = context.Set.Directory;
        foreach (var (index, rule) in rules.Index())
        {
            var at = context.At($"{path}[{index}]");
            switch (rule)
            {
                case PersonRule person:
                    at.NeedOneOf(person.Person, directory.People.Select(known => known.Key), "person", "person");
                    break;
                case RoleRule role:
                    at.NeedOneOf(role.Role, directory.Roles.Select(known => known.Key), "role", "role");
                    break;
                case PositionRule position:
                    at.NeedOneOf(position.Position, directory.Positions.Select(known => known.Key), "position", "position");
                    if (position.Of is { } of)
                    {
                        NeedPerson(of, form, at);
                    }

                    break;
                case ManagerRule manager:
                    NeedPerson(manager.Of, form, at);
                    break;
                case UnitHeadRule head:
                    NeedPerson(head.Of, form, at);
                    NeedKind(head.UnitKind, directory, at);
                    break;
                case UnitRule unit:
                    at.NeedOneOf(unit.Unit, directory.Units.Select(known => known.Key), "unit", "unit");
                    break;
                case ChosenRule { Role: { } role }:
                    at.NeedOneOf(role, directory.Roles.Select(known => known.Key), "role", "role");
                    break;
                case PersonFieldRule field:
                    NeedField(field.Field, form, at);
                    break;
            }
        }
    }

    private static void NeedPerson(string of, FormDefinition form, DefinitionContext context)
    {
        if (of != SignerRule.Initiator)
        {
            context.NeedOneOf(of, form.Fields.OfType<PersonField>().Select(field => field.Name).Append(SignerRule.Initiator), "of", "person field");
        }
    }

    private static void NeedKind(string? kind, DirectoryDefinition directory, DefinitionContext context)
    {
        if (kind is not null)
        {
            context.NeedOneOf(kind, directory.Units.Select(unit => unit.Kind).Distinct(StringComparer.Ordinal), "unitKind", "kind of unit");
        }
    }

    /// <summary>A person field of the form, or of the form behind one link.</summary>
    private static void NeedField(string path, FormDefinition form, DefinitionContext context)
    {
        var parts = path.Split('.');
        if (parts.Length == 2 && form.Field(parts[0]) is LinkField link && context.Set.Find<FormDefinition>(link.Form) is { } linked)
        {
            context.NeedOneOf(parts[1], PeopleOf(linked), "field", $"person field of {linked.Key}");
        }
        else
        {
            context.NeedOneOf(path, PeopleOf(form), "field", "person field");
        }
    }

    private static IEnumerable<string> PeopleOf(FormDefinition form) => form.Fields.OfType<PersonField>().Select(field => field.Name);
}
