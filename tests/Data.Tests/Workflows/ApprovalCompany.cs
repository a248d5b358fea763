using System.Text.Json;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Fields;
using Workflows.Activities.Approval;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Definitions;

namespace Data.Tests.Workflows;

/// <summary>A small company with one form and one workflow: requests over 1,000 also need both directors.</summary>
internal static class ApprovalCompany
{
    internal const string Form = "request";

    internal static DefinitionSet Definitions { get; } = new(
        [new PackDefinition { Key = "test", Label = "Test" }],
        [RequestForm, RequestApproval],
        new DirectoryDefinition(
            [new UnitDefinition("head", "Head office", "headOffice", Head: "director"), new UnitDefinition("east", "East", "branch", "head", "east-manager")],
            [new PositionDefinition("director", "Director", "head"), new PositionDefinition("finance", "Finance director", "head"), new PositionDefinition("east-manager", "Manager East", "east")],
            [
                new RoleDefinition { Key = "staff", Label = "Staff", Grants = [new Grant("*", [RecordRight.Read, RecordRight.Create, RecordRight.Edit], RecordScope.Own)] },
                new RoleDefinition { Key = "admin", Label = "Administrator", Administrator = true },
            ],
            [
                Person("lin", "Lin Yuwei", "east", "gao"),
                Person("gao", "Gao Min", "east", "hu", "east-manager"),
                Person("hu", "Hu Fang", "head", null, "director"),
                Person("chen", "Chen Ya", "head", "hu", "finance"),
                Person("root", "Root", "head", null) with { Roles = ["admin"] },
            ]),
        LabelCatalog.Empty);

    private static FormDefinition RequestForm => new()
    {
        Key = Form,
        Label = "Request",
        Plural = "Requests",
        Summary = new RecordSummary("title") { Amount = "amount", Status = "status", Number = "number" },
        Fields =
        [
            new AutoNumberField { Id = "number", Label = "Number", Pattern = "RQ-{0000}" },
            new TextField { Id = "title", Label = "Title", Required = true },
            new MoneyField { Id = "amount", Label = "Amount" },
            new TextField { Id = "stamp", Label = "Stamp", ReadOnly = true },
            new ChoiceField
            {
                Id = "status",
                Label = "Status",
                ReadOnly = true,
                Default = JsonSerializer.SerializeToElement("draft"),
                Choices = [new("draft", "Draft"), new("inApproval", "In approval"), new("returned", "Returned"), new("rejected", "Rejected"), new("approved", "Approved")],
            },
        ],
        Sections = [new FormSection("main", "Main", ["number", "title", "amount", "stamp", "status"])],
        List = new ListSettings(["number", "title", "amount", "status"]),
    };

    private static WorkflowDefinition RequestApproval => new()
    {
        Key = "request-approval",
        Label = "Request approval",
        Form = Form,
        Status = new RecordStatusSettings
        {
            Field = "status",
            InApproval = "inApproval",
            Returned = "returned",
            Rejected = "rejected",
            Approved = "approved",
            Withdrawn = "draft",
        },
        KeepsLock = true,
        Activities =
        [
            new StartActivity { Id = "submit", Label = "Submit" },
            new ApprovalActivity { Id = "manager", Label = "Manager", Signers = [new ManagerRule { Of = SignerRule.Initiator }] },
            new DecisionActivity
            {
                Id = "large",
                Label = "Over 1,000",
                Condition = new Condition { Field = "amount", Operator = ComparisonOperator.Above, Value = JsonSerializer.SerializeToElement(1000) },
            },
            new ApprovalActivity
            {
                Id = "directors",
                Label = "Directors",
                Signers = [new PositionRule { Position = "director" }, new PositionRule { Position = "finance" }],
            },
            new SetFieldActivity { Id = "stamp", Label = "Stamp", Values = new Dictionary<string, JsonElement> { ["stamp"] = JsonSerializer.SerializeToElement("seen") } },
            new NotifyActivity { Id = "tell", Label = "Tell", To = [new ManagerRule { Of = SignerRule.Initiator }], Message = "{number} {title} is approved" },
            new EndActivity { Id = "end", Label = "Approved" },
        ],
        Transitions =
        [
            new TransitionDefinition { From = "submit", To = "manager" },
            new TransitionDefinition { From = "manager", Outcome = "approved", To = "large" },
            new TransitionDefinition { From = "large", Outcome = "true", To = "directors" },
            new TransitionDefinition { From = "large", Outcome = "false", To = "stamp" },
            new TransitionDefinition { From = "directors", Outcome = "approved", To = "stamp" },
            new TransitionDefinition { From = "stamp", To = "tell" },
            new TransitionDefinition { From = "tell", To = "end" },
        ],
    };

    private static PersonDefinition Person(string key, string name, string unit, string? manager, params string[] positions) =>
        new() { Key = key, Name = name, Unit = unit, Manager = manager, Positions = positions, Roles = ["staff"] };
}
