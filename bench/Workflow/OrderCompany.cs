using System.Text.Json;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Fields;
using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Definitions;

namespace Bench.Workflow;

/// <summary>
/// A company whose orders are approved: start, decision on the amount, wait for approval, result set, finish. Once with a
/// condition built without code, once with a formula.
/// </summary>
internal static class OrderCompany
{
    internal const string Form = "order";

    internal static DefinitionSet Definitions(bool withFormula) => new(
        [new PackDefinition { Key = "bench", Label = "Bench" }],
        [Order, Approval(withFormula)],
        new DirectoryDefinition(
            [new UnitDefinition("head", "Head office", "headOffice", Head: "director")],
            [new PositionDefinition("director", "Director", "head")],
            [
                new RoleDefinition { Key = "staff", Label = "Staff", Grants = [new Grant("*", [RecordRight.Read, RecordRight.Create, RecordRight.Edit], RecordScope.All)] },
                new RoleDefinition { Key = "admin", Label = "Administrator", Administrator = true },
            ],
            [
                new PersonDefinition { Key = "clerk", Name = "Clerk", Unit = "head", Roles = ["staff"] },
                new PersonDefinition { Key = "director", Name = "Director", Unit = "head", Roles = ["staff"], Positions = ["director"] },
            ]),
        LabelCatalog.Empty);

    private static FormDefinition Order => new()
    {
        Key = Form,
        Label = "Order",
        Plural = "Orders",
        Summary = new RecordSummary("title") { Amount = "amount" },
        Fields =
        [
            new TextField { Id = "title", Label = "Title", Required = true },
            new MoneyField { Id = "amount", Label = "Amount" },
            new TextField { Id = "result", Label = "Result" },
        ],
        Sections = [new FormSection("main", "Main", ["title", "amount", "result"])],
        List = new ListSettings(["title", "amount", "result"]),
    };

    private static WorkflowDefinition Approval(bool withFormula) => new()
    {
        Key = "order-approval",
        Label = "Order approval",
        Form = Form,
        Activities =
        [
            new StartActivity { Id = "submit", Label = "Submit" },
            new DecisionActivity
            {
                Id = "large",
                Label = "Over 1,000",
                Condition = withFormula
                    ? new Condition { Formula = "large.condition.js" }
                    : new Condition { Field = "amount", Operator = ComparisonOperator.Above, Value = JsonSerializer.SerializeToElement(1000) },
            },
            new ApprovalActivity { Id = "director", Label = "Director", Signers = [new PositionRule { Position = "director" }] },
            new SetFieldActivity { Id = "result", Label = "Result", Values = new Dictionary<string, JsonElement> { ["result"] = JsonSerializer.SerializeToElement("approved") } },
            new EndActivity { Id = "end", Label = "End" },
        ],
        Transitions =
        [
            new TransitionDefinition { From = "submit", To = "large" },
            new TransitionDefinition { From = "large", Outcome = Outcomes.True, To = "director" },
            new TransitionDefinition { From = "large", Outcome = Outcomes.False, To = "result" },
            new TransitionDefinition { From = "director", Outcome = Outcomes.Approved, To = "result" },
            new TransitionDefinition { From = "result", To = "end" },
        ],
        Files = withFormula ? new Dictionary<string, string> { ["large.condition.js"] = "amount > 1000" } : DefinitionFiles.None,
    };
}
