using System.Globalization;
using System.Text.Json;
using Backoffice.Data.Definitions.Drafts;
using Backoffice.Data.Workflows;
using Backoffice.Web.Components.Fields;
using Backoffice.Web.Components.Lists;
using Backoffice.Web.Localization;
using Forms.Conditions;
using Forms.Definitions;
using Forms.Directory;
using Workflows.Activities.Approval;
using Workflows.Activities.Compute;
using Workflows.Activities.CreateRecord;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.FillIn;
using Workflows.Activities.Fork;
using Workflows.Activities.HttpCall;
using Workflows.Activities.Join;
using Workflows.Activities.Mail;
using Workflows.Activities.Notify;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Activities.SubWorkflow;
using Workflows.Activities.Switch;
using Workflows.Activities.UpdateRecord;
using Workflows.Activities.Wait;
using Workflows.Definitions;
using Workflows.Design;

namespace Backoffice.Web.Pages.Design.Edit;

/// <summary>What the designer says about a workflow, in the language of the person.</summary>
/// <param name="words">Of the product.</param>
/// <param name="labels">Of published definitions.</param>
/// <param name="set">What is published.</param>
/// <param name="people">The directory as it is now.</param>
public sealed class DesignWords(Words words, Labels labels, DefinitionSet set, CompanyDirectory people)
{
    public CompanyDirectory People => people;

    public DefinitionSet Set => set;

    public static string Icon(StepKind kind) => kind switch
    {
        StepKind.Start => "play",
        StepKind.Approval => "stamp",
        StepKind.FillIn => "form",
        StepKind.Notify => "bell",
        StepKind.Mail => "mail",
        StepKind.Decision or StepKind.Switch or StepKind.Fork => "branch",
        StepKind.Join or StepKind.End => "tick",
        StepKind.SetField => "pen",
        StepKind.Compute => "formula",
        StepKind.CreateRecord => "plus",
        StepKind.UpdateRecord => "link",
        StepKind.Wait => "hourglass",
        StepKind.SubWorkflow => "workflow",
        _ => "globe",
    };

    public static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public string Kind(StepKind kind) => words["design.kind." + Key(kind)];

    /// <summary>The name of a step in the language of the person.</summary>
    public static string Name(WorkflowContent content, ActivityDefinition step)
    {
        var language = Languages.Of(CultureInfo.CurrentUICulture).Code;
        return content.Label(language, WorkflowContent.StepPath(content.Definition.Key, step.Id)) ?? step.Label;
    }

    /// <summary>The name of the workflow in the language of the person.</summary>
    public static string Name(WorkflowContent content) =>
        content.Label(Languages.Of(CultureInfo.CurrentUICulture).Code, WorkflowContent.NamePath(content.Definition.Key)) ?? content.Definition.Label;

    /// <summary>The name of a way in which a step ends, as it stands on its line.</summary>
    public string Outcome(ActivityDefinition step, string outcome) => step switch
    {
        SwitchActivity choice when choice.Cases.FirstOrDefault(one => one.Name == outcome) is { } one => one.Label,
        ForkActivity fork when fork.Branches.FirstOrDefault(one => one.Name == outcome) is { } one => one.Label,
        FillInActivity { Buttons: { } buttons } when buttons.FirstOrDefault(one => one.Name == outcome) is { } one => one.Label,
        _ => words["design.outcome." + outcome],
    };

    /// <summary>The second line of a card: what the step does, or who does it.</summary>
    public string Detail(WorkflowDefinition definition, ActivityDefinition step)
    {
        var form = this.FormOf(definition);
        return step switch
        {
            PersonStepActivity { Signers: [] } => words["design.card.nobody"],
            PersonStepActivity person => string.Join(words["list.comma"], person.Signers.Select(rule => this.Rule(rule, form))),
            NotifyActivity { To: [] } => words["design.card.nobody"],
            NotifyActivity notify => string.Join(words["list.comma"], notify.To.Select(rule => this.Rule(rule, form))),
            MailActivity mail => mail.Subject,
            SetFieldActivity { Values.Count: 0 } => words["design.card.nothing"],
            SetFieldActivity values => string.Join(words["list.comma"], values.Values.Keys.Select(name => this.Field(form, name))),
            ComputeActivity compute => this.Field(form, compute.Into),
            CreateRecordActivity create => this.FormName(create.Form),
            UpdateRecordActivity update => this.Field(form, update.Link),
            WaitActivity { Event: { } name } => words["design.card.event", name],
            WaitActivity { Until: { } until } => words["design.card.until", this.Field(form, until)],
            WaitActivity { After: { } after } => words["design.card.after", this.Duration(after)],
            SubWorkflowActivity sub => set.Find<WorkflowDefinition>(sub.Workflow) is { } other ? labels.Workflow(other.Key, other.Label) : sub.Workflow,
            HttpCallActivity call => call.Url,
            _ => string.Empty,
        };
    }

    /// <summary>How many of the signers are needed, for a card.</summary>
    public string Mode(PersonStepActivity step) => step switch
    {
        ApprovalActivity approval => words["design.mode." + Key(approval.Mode)],
        FillInActivity { Everybody: true } => words["design.mode.all"],
        _ => words["design.mode.any"],
    };

    /// <summary>A rule in words: "Manager of the initiator".</summary>
    public string Rule(SignerRule rule, FormDefinition? form) => rule switch
    {
        PersonRule person => people.PersonByKey(person.Person)?.Name ?? person.Person,
        RoleRule role => words["design.rule.role.words", set.Directory.Roles.FirstOrDefault(one => one.Key == role.Role) is { } found ? labels.Role(found) : role.Role],
        PositionRule { Of: { } of } position => words["design.rule.position.of", this.Position(position.Position), this.Of(of, form)],
        PositionRule position => this.Position(position.Position),
        ManagerRule { Levels: > 1 } manager => words["design.rule.manager.levels", this.Of(manager.Of, form), manager.Levels],
        ManagerRule manager => words["design.rule.manager.words", this.Of(manager.Of, form)],
        UnitHeadRule { UnitKind: { } kind } head => words["design.rule.unitHead.kind", this.UnitKind(kind), this.Of(head.Of, form)],
        UnitHeadRule head => words["design.rule.unitHead.words", this.Of(head.Of, form)],
        UnitRule unit => words["design.rule.unit.words", people.Units.FirstOrDefault(one => one.Key == unit.Unit) is { } found ? labels.Unit(found) : unit.Unit],
        PersonFieldRule field => this.Field(form, field.Field),
        ChosenRule => words["design.rule.chosen.words"],
        _ => words["design.rule.formula.words"],
    };

    /// <summary>By which rule somebody was found: "holds Finance director".</summary>
    public string Because(SignerReason reason, FormDefinition? form) => words["design.because." + reason.Kind, reason.Kind switch
    {
        SignerReason.Position => this.Position(reason.Key),
        SignerReason.Role => set.Directory.Roles.FirstOrDefault(one => one.Key == reason.Key) is { } role ? labels.Role(role) : reason.Key,
        SignerReason.UnitHead => people.Units.FirstOrDefault(one => one.Key == reason.Key) is { } unit ? labels.Unit(unit) : reason.Key,
        SignerReason.ManagerOf or SignerReason.Field => this.Field(form, reason.Key),
        _ => reason.Key,
    }] is var text && text.StartsWith("design.because.", StringComparison.Ordinal) ? string.Empty : text;

    /// <summary>"the initiator", or the label of a person field.</summary>
    public string Of(string of, FormDefinition? form) => of == SignerRule.Initiator ? words["design.initiator"] : this.Field(form, of);

    public string Position(string key) => people.Positions.FirstOrDefault(one => one.Key == key) is { } found ? labels.Position(found) : key;

    /// <summary>A kind of unit is a word of the company's own; it is shown as it is written, its parts apart.</summary>
    public string UnitKind(string kind) => string.Concat(kind.Select(letter => char.IsAsciiLetterUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));

    public FormDefinition? FormOf(WorkflowDefinition definition) => set.Find<FormDefinition>(definition.Form);

    public string FormName(string key) => key.Length == 0 ? words["design.card.nothing"] : labels.Form(key);

    /// <summary>The label of a field, or of one behind a link: "Customer, Owner"; the path where the form has it no longer.</summary>
    public string Field(FormDefinition? form, string path)
    {
        if (path.Length == 0)
        {
            return words["design.card.nothing"];
        }

        var parts = path.Split('.');
        if (form?.Field(parts[0]) is not { } field)
        {
            return path;
        }

        var first = labels.Field(form, field);
        return parts.Length == 1 ? first : field switch
        {
            Forms.Fields.LinkField link when set.Find<FormDefinition>(link.Form) is { } linked && linked.Field(parts[1]) is { } far => first + words["list.comma"] + labels.Field(linked, far),
            Forms.Fields.TableField table when table.Columns.FirstOrDefault(column => column.Name == parts[1]) is { } column => first + words["list.comma"] + labels.Column(form, table, column),
            _ => path,
        };
    }

    /// <summary>"2 d", "4 h" of business time.</summary>
    public string Duration(string written) => Forms.BusinessTime.BusinessDuration.TryParse(written, out var duration, out _)
        ? duration.Display(CultureInfo.CurrentUICulture)
        : written;

    public string Sentence(Condition condition, FormDefinition? form) =>
        Branches.IsBlank(condition) ? words["design.condition.blank"]
        : condition.Formula is not null ? words["design.condition.formula"]
        : form is null ? words["design.condition.unknown"]
        : FilterSentence.Of(condition, new FormLabels(form, labels, this.TitleOf), words, this.TitleOf);

    /// <summary>What a problem says, with the name of what it is about.</summary>
    public string Problem(DraftProblem problem)
    {
        var text = words["design.problem." + problem.Problem.Code, [.. problem.Problem.Arguments]];
        return text.StartsWith("design.problem.", StringComparison.Ordinal) ? problem.Problem.Message : text;
    }

    private string? TitleOf(Guid id) => people.Person(id)?.Name;
}
