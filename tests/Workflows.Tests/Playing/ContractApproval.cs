using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Definitions;

namespace Workflows.Tests.Playing;

/// <summary>Contract approval by amount, discount and type, as a file has it.</summary>
internal static class ContractApproval
{
    public const string Text =
        """
        {
          "key": "contract-approval",
          "label": "Contract approval",
          "form": "contract",

          "status": {
            "field": "status",
            "inApproval": "inApproval",
            "returned": "returned",
            "rejected": "rejected",
            "approved": "approved",
            "withdrawn": "draft"
          },
          "activities": [
            { "kind": "start", "id": "submit", "label": "Submit" },
            { "kind": "approval", "id": "manager", "label": "Manager", "signers": [{ "rule": "manager", "of": "initiator" }], "ifInitiator": "manager" },
            { "kind": "decision", "id": "is-large", "label": "Over 200,000", "condition": { "field": "amount", "operator": "above", "value": 200000 } },
            { "kind": "approval", "id": "regional-director", "label": "Regional director", "signers": [{ "rule": "unitHead", "of": "initiator", "unitKind": "region" }], "ifInitiator": "skip" },
            { "kind": "decision", "id": "is-discounted", "label": "Discount over the limit", "condition": { "field": "discount", "operator": "above", "value": 10 } },
            { "kind": "approval", "id": "sales-director", "label": "Sales director", "signers": [{ "rule": "position", "position": "sales-director" }] },
            { "kind": "decision", "id": "needs-legal", "label": "Framework or franchise", "condition": { "field": "type", "operator": "isAnyOf", "value": ["framework", "franchise"] } },
            { "kind": "approval", "id": "legal", "label": "Legal", "mode": "any", "signers": [{ "rule": "role", "role": "legal" }] },
            { "kind": "decision", "id": "is-largest", "label": "Over 500,000", "condition": { "field": "amount", "operator": "above", "value": 500000 } },
            { "kind": "approval", "id": "leadership", "label": "Finance and director", "signers": [{ "rule": "position", "position": "finance-director" }, { "rule": "position", "position": "director" }] },
            { "kind": "setField", "id": "stamp", "label": "Date of approval", "values": { "approvedOn": "@today" } },
            { "kind": "notify", "id": "tell", "label": "Tell the initiator", "to": [{ "rule": "personField", "field": "owner" }], "message": "{number} is approved." },
            { "kind": "end", "id": "approved", "label": "Approved" }
          ],
          "transitions": [
            { "from": "submit", "to": "manager" },
            { "from": "manager", "outcome": "approved", "to": "is-large" },
            { "from": "is-large", "outcome": "true", "to": "regional-director" },
            { "from": "is-large", "outcome": "false", "to": "is-discounted" },
            { "from": "regional-director", "outcome": "approved", "to": "is-discounted" },
            { "from": "is-discounted", "outcome": "true", "to": "sales-director" },
            { "from": "is-discounted", "outcome": "false", "to": "needs-legal" },
            { "from": "sales-director", "outcome": "approved", "to": "needs-legal" },
            { "from": "needs-legal", "outcome": "true", "to": "legal" },
            { "from": "needs-legal", "outcome": "false", "to": "is-largest" },
            { "from": "legal", "outcome": "approved", "to": "is-largest" },
            { "from": "is-largest", "outcome": "true", "to": "leadership" },
            { "from": "is-largest", "outcome": "false", "to": "stamp" },
            { "from": "leadership", "outcome": "approved", "to": "stamp" },
            { "from": "stamp", "to": "tell" },
            { "from": "tell", "to": "approved" }
          ]
        }
        """;

    /// <summary>As the reader of definition files has them.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public static WorkflowDefinition Definition => JsonSerializer.Deserialize<WorkflowDefinition>(Text, Options)!;

    /// <summary>A contract not submitted yet: small, within the discount limit, of an ordinary type.</summary>
    public static Play Draft() => new Play(Definition)
        .With("manager", People.Gao)
        .With("regional-director", People.Zhang)
        .With("sales-director", People.Wu)
        .With("legal", People.Sun, People.Wu)
        .With("leadership", People.Chen, People.Zhang)
        .With("tell", People.Lin);
}
