using Forms.Definitions.Loading;

namespace Forms.Definitions.Checks;

/// <summary>Grants name forms that exist, and rights that make sense together.</summary>
internal static class GrantCheck
{
    internal static void Check(RolesDocument document, DefinitionContext context)
    {
        context.NeedDistinct(document.Roles.Select(role => role.Key), index => $"roles[{index}].key", "role");
        foreach (var (index, role) in document.Roles.Index())
        {
            var at = context.At($"roles[{index}]");
            if (!Keys.IsKey(role.Key))
            {
                at.Error("key", "definition.key", $"The key \"{role.Key}\" is not allowed: {Keys.KeyRule}.");
            }

            foreach (var (number, grant) in role.Grants.Index())
            {
                CheckGrant(grant, at.At($"grants[{number}]"));
            }
        }
    }

    private static void CheckGrant(Grant grant, DefinitionContext context)
    {
        if (grant.Form != "*")
        {
            context.Need<FormDefinition>(grant.Form, "form", "form");
        }

        if (grant.Rights.Count > 0 && !grant.Rights.Contains(RecordRight.Read))
        {
            context.Error("rights", "role.read", "Whoever may do something with records must also be able to read them: add \"read\".");
        }

        context.NeedDistinct(grant.Rights.Select(right => right.ToString().ToLowerInvariant()), number => $"rights[{number}]", "right");
    }
}
