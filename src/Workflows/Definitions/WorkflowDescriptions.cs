namespace Workflows.Definitions;

/// <summary>Sentences for the schema of workflows.</summary>
internal static class WorkflowDescriptions
{
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["WorkflowDefinition"] = "A workflow: its steps and what follows on what.",
        ["WorkflowDefinition.form"] = "Key of the form whose records run through it.",
        ["WorkflowDefinition.title"] = "What it is called in inboxes, with {field} placeholders; the record's own title where left out.",
        ["WorkflowDefinition.status"] = "The choice field of the record that shows how far it is.",
        ["WorkflowDefinition.activities"] = "The steps. Exactly one is the start.",
        ["WorkflowDefinition.transitions"] = "Which step follows on which outcome.",
        ["RecordStatusSettings.field"] = "Name of the choice field.",
        ["ActivityDefinition.id"] = "Stable; transitions and running instances name it.",
        ["ApprovalActivity.mode"] = "Who of the signers is needed: all (at once), any (the first decides), sequence (one after the other); all where left out.",
        ["ApprovalActivity.signers"] = "Who signs.",
        ["ApprovalActivity.ifNoSigner"] = "When the rules find nobody: administrator (where left out), approve or reject.",
        ["ApprovalActivity.ifInitiator"] = "When the initiator is a signer: allow (where left out), skip, or manager (their manager signs).",
        ["ApprovalActivity.approveNeedsComment"] = "Approving needs a comment, too.",
        ["ApprovalActivity.signersMayEdit"] = "Whoever has to sign may change the record.",
        ["DecisionActivity.condition"] = "Goes on with outcome true or false.",
        ["SetFieldActivity.values"] = "Values written into the record, by field name.",
        ["NotifyActivity.to"] = "Whom it tells.",
        ["NotifyActivity.message"] = "Text with {field} placeholders.",
        ["EndActivity.result"] = "With which result it ends; approved where left out.",
        ["RoleRule.role"] = "Key of the role: everybody who has it.",
        ["PositionRule.position"] = "Key of the position: everybody who holds it.",
        ["ManagerRule.of"] = "initiator, or the name of a person field.",
        ["ManagerRule.levels"] = "1 is the direct manager, 2 the manager's manager.",
        ["UnitHeadRule.of"] = "initiator, or the name of a person field.",
        ["UnitHeadRule.unitKind"] = "Kind of the unit looked for upwards: region. The person's own unit where left out.",
        ["PersonFieldRule.field"] = "Name of a person field, or customer.owner behind a link.",
        ["TransitionDefinition.from"] = "Id of a step.",
        ["TransitionDefinition.outcome"] = "approved or rejected of an approval, true or false of a decision; left out for other steps.",
        ["TransitionDefinition.to"] = "Id of the step that follows.",
    };
}
