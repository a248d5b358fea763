using Forms.Definitions;
using Reports.Print;

namespace Reports.Tests.Print;

public sealed class PrintKindTests : IDisposable
{
    private const string Form = """
        {
          "key": "note", "label": "Note", "plural": "Notes", "summary": { "title": "title" },
          "fields": [{ "type": "text", "id": "title", "label": "Title" }],
          "sections": [{ "id": "note", "label": "Note", "fields": ["title"] }],
          "list": { "columns": ["title"] }
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("print-kind-").FullName;

    [Fact]
    public void The_template_of_the_pack_has_no_problems() =>
        Assert.DoesNotContain(PackTemplates.Loaded.Problems, problem => problem.Path.StartsWith("contracts/print/", StringComparison.Ordinal));

    [Fact]
    public void The_template_of_the_pack_is_written_as_it_was_read() =>
        Assert.Equal(File.ReadAllText(Path.Combine(PackTemplates.Folder, PackTemplates.ContractFile.Path)), DefinitionWriter.Write(PackTemplates.ContractFile));

    [Fact]
    public void Reads_a_template_with_its_files()
    {
        var result = this.Load("""{ "key": "note", "label": "Note", "form": "note", "paper": "letter" }""", "{{title}}");
        var template = Assert.Single(result.Set!.All<PrintTemplate>());
        Assert.Equal((PaperSize.Letter, "{{title}}"), (template.Paper, template.File(PrintTemplate.TemplateFile)));
    }

    [Theory]
    [InlineData("""{ "key": "note", "label": "Note", "form": "nope" }""", "{{title}}", "definition.unknown-name", "form")]
    [InlineData("""{ "key": "note", "label": "Note", "form": "note", "when": { "field": "state", "value": 1 } }""", "{{title}}", "definition.unknown-name", "state")]
    [InlineData("""{ "key": "note", "label": "Note", "form": "note" }""", "\n{{titel}}", "print.name", "template.html:2")]
    [InlineData("""{ "key": "note", "label": "Note", "form": "note", "fileName": "{number}" }""", "{{title}}", "print.file-name", "number")]
    [InlineData("""{ "key": "note", "label": "Note", "form": "note" }""", null, "definition.code-missing", "template.html")]
    public void Reports_what_is_wrong(string print, string? template, string code, string said)
    {
        var problem = Assert.Single(this.Load(print, template).Problems, problem => problem.Severity == Forms.Problems.Severity.Error);
        Assert.Equal(code, problem.Code);
        Assert.StartsWith("notes/print/note/print.json", problem.Path, StringComparison.Ordinal);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    private LoadResult Load(string print, string? template)
    {
        this.Write("notes/pack.json", """{ "key": "notes", "label": "Notes" }""");
        this.Write("notes/forms/note/form.json", Form);
        this.Write("notes/print/note/print.json", print);
        if (template is not null)
        {
            this.Write("notes/print/note/template.html", template);
        }

        return new DefinitionLoader([new FormKind(), new PrintKind()]).Load(this.folder);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(this.folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
