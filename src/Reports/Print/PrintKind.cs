using Forms.Definitions;
using Forms.Definitions.Checks;

namespace Reports.Print;

/// <summary>Print templates: <c>print/{key}/print.json</c> with <c>template.html</c>, <c>style.css</c>, <c>header.html</c> and <c>footer.html</c> beside it.</summary>
public sealed class PrintKind() : DefinitionKind<PrintTemplate>("print", new DefinitionLayout.Folders("print", "print.json"))
{
    private readonly PrintComposer composer = new();

    public override IReadOnlyDictionary<string, string> Descriptions => PrintDescriptions.All;

    protected override PrintTemplate WithFiles(PrintTemplate definition, IReadOnlyDictionary<string, string> files) => definition with { Files = files };

    protected override void Check(PrintTemplate definition, DefinitionContext context)
    {
        if (context.Need<FormDefinition>(definition.Form, "form", "form") is not { } form)
        {
            return;
        }

        if (definition.When is { } when)
        {
            ConditionCheck.Check(when, form, context.At("when"));
        }

        foreach (var problem in this.composer.Check(definition, form))
        {
            // The loader knows the lines of print.json; lines of the files beside it are said in the message.
            var beside = PrintTemplate.AllFiles.Any(file => problem.Path.StartsWith(file, StringComparison.Ordinal));
            context.Error(beside ? string.Empty : problem.Path, problem.Code, beside ? $"{problem.Path}: {problem.Message}" : problem.Message);
        }
    }

    protected override IEnumerable<LabelUse> Labels(PrintTemplate definition) => [new LabelUse($"print/{definition.Key}", "label")];

    protected override IEnumerable<FileUse> Files(PrintTemplate definition, DefinitionSet set)
    {
        var names = set.Find<FormDefinition>(definition.Form) is { } form ? FormulaNames.OfForm(form, set) : null;
        return [
            new FileUse(PrintTemplate.TemplateFile, string.Empty),
            .. PrintTemplate.AllFiles.Where(file => file != PrintTemplate.TemplateFile && definition.Files.ContainsKey(file)).Select(file => new FileUse(file, string.Empty)),
            .. definition.When is { } when ? ConditionCheck.Files(when, "when", names) : [],
        ];
    }
}
