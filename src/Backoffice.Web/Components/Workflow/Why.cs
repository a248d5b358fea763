using Backoffice.Data.Workflows;
using Backoffice.Web.Localization;
using Forms.Definitions;
using Forms.Directory;

namespace Backoffice.Web.Components.Workflow;

/// <summary>Why a person has a work item, as a sentence in their language.</summary>
public static class Why
{
    /// <summary>As what a person signs: "Finance director"; null where the rule names nothing.</summary>
    public static string? As(SignerReason reason, Labels labels, CompanyDirectory directory, DefinitionSet definitions) => reason.Kind switch
    {
        SignerReason.Position => directory.Positions.FirstOrDefault(position => position.Key == reason.Key) is { } position ? labels.Position(position) : null,
        SignerReason.Role => definitions.Directory.Roles.FirstOrDefault(role => role.Key == reason.Key) is { } role ? labels.Role(role) : null,
        _ => null,
    };

    public static string Sentence(SignerReason reason, Words words, Labels labels, CompanyDirectory directory, DefinitionSet definitions, string initiator) =>
        reason.Kind switch
        {
            SignerReason.Position => words["why.position", As(reason, labels, directory, definitions) ?? reason.Key],
            SignerReason.Role => words["why.role", As(reason, labels, directory, definitions) ?? reason.Key],
            SignerReason.Manager => words["why.manager", initiator],
            SignerReason.ManagerOf => words["why.managerOf"],
            SignerReason.UnitHead => words["why.unitHead", directory.Units.FirstOrDefault(unit => unit.Key == reason.Key) is { } unit ? labels.Unit(unit) : reason.Key],
            SignerReason.Field => words["why.field"],
            SignerReason.Administrator => words["why.administrator"],
            SignerReason.Initiator => words["why.initiator"],
        SignerReason.Unit => words["why.unit", directory.Units.FirstOrDefault(unit => unit.Key == reason.Key) is { } found ? labels.Unit(found) : reason.Key],
        SignerReason.Formula => words["why.formula"],
        SignerReason.Chosen => words["why.chosen", initiator],
            _ => words["why.person"],
        };
}
