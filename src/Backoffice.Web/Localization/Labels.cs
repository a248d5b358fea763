using System.Globalization;
using Backoffice.Data.Definitions;
using Forms.Definitions;
using Forms.Directory;
using Forms.Fields;

namespace Backoffice.Web.Localization;

/// <summary>The labels of published definitions in the language of the person; English where a language has none.</summary>
public sealed class Labels(PublishedDefinitions published)
{
    private LabelCatalog Catalog => published.Current.Labels;

    /// <summary>One record: "Contract".</summary>
    public string Form(FormDefinition form) => this.Find($"forms/{form.Key}") ?? form.Label;

    /// <summary>Many: "Contracts".</summary>
    public string Plural(FormDefinition form) => this.Find($"forms/{form.Key}/plural") ?? form.Plural;

    /// <summary>Many, by key of the form; the key where the form is no longer published.</summary>
    public string Plural(string form) => published.Current.Find<FormDefinition>(form) is { } found ? this.Plural(found) : form;

    /// <inheritdoc cref="Form(FormDefinition)"/>
    public string Form(string form) => published.Current.Find<FormDefinition>(form) is { } found ? this.Form(found) : form;

    public string Field(FormDefinition form, FieldDefinition field) => this.Find($"forms/{form.Key}/fields/{field.Name}") ?? field.Label;

    /// <summary>A column of a sub-table.</summary>
    public string Column(FormDefinition form, FieldDefinition table, FieldDefinition column) =>
        this.Find($"forms/{form.Key}/fields/{table.Name}/{column.Name}") ?? column.Label;

    public string Section(FormDefinition form, FormSection section) => this.Find($"forms/{form.Key}/sections/{section.Id}") ?? section.Label;

    /// <summary>The short sentence under a control; null when it has none.</summary>
    public string? Hint(FormDefinition form, FieldDefinition field, FieldDefinition? table = null) => field.Hint is null
        ? null
        : this.Find($"forms/{form.Key}/hints/{(table is null ? field.Name : $"{table.Name}/{field.Name}")}") ?? field.Hint;

    /// <summary>What is said when a rule of the form does not hold.</summary>
    public string Rule(FormDefinition form, string rule, string message) => this.Find($"forms/{form.Key}/rules/{rule}") ?? message;

    public string View(FormDefinition form, ListView view) => this.Find($"forms/{form.Key}/views/{view.Id}") ?? view.Label;

    /// <summary>A section of the main navigation: <c>sales</c> → "Sales".</summary>
    public string Navigation(string section) =>
        this.Find($"navigation/{section}") ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(section);

    public string Workflow(string key, string label) => this.Find($"workflows/{key}") ?? label;

    public string Activity(string workflow, string activity, string label) =>
        this.Find($"workflows/{workflow}/activities/{activity}") ?? label;

    /// <summary>What is read on a branch of a fork or a case of a switch.</summary>
    public string Branch(string workflow, string activity, string branch, string label) =>
        this.Find($"workflows/{workflow}/activities/{activity}/branches/{branch}") ?? label;

    /// <summary>What a button of a task says.</summary>
    public string Button(string workflow, string activity, string button, string label) =>
        this.Find($"workflows/{workflow}/activities/{activity}/buttons/{button}") ?? label;

    /// <summary>What the only button of a task says.</summary>
    public string Verb(string workflow, string activity, string verb) => this.Find($"workflows/{workflow}/activities/{activity}/verb") ?? verb;

    public string Position(Position position) => this.Find($"positions/{position.Key}") ?? position.Label;

    public string Unit(OrgUnit unit) => this.Find($"units/{unit.Key}") ?? unit.Label;

    public string Role(RoleDefinition role) => this.Find($"roles/{role.Key}") ?? role.Label;

    /// <summary>What a field needs to show values to the person.</summary>
    public FieldFormat Format(FormDefinition form, FieldDefinition field, Func<Guid, string?> titleOf) =>
        new(CultureInfo.CurrentCulture, this.Catalog, $"forms/{form.Key}/fields/{field.Name}", titleOf);

    private string? Find(string path) => this.Catalog.Find(path, CultureInfo.CurrentUICulture);
}
