using Backoffice.Web.Commands;

namespace Web.Tests.Hosting;

/// <summary>Verbs in this process, by what they say and their exit code.</summary>
[Collection(nameof(CommandLineTests))]
public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("bogus", "There is no verb \"bogus\"")]
    [InlineData("definitions", "definitions check, definitions schemas")]
    [InlineData("definitions check a b", "\"b\" is more than was expected")]
    [InlineData("--port 1", "There is no option --port")]
    [InlineData("import contracts", "import needs a pack and a folder")]
    [InlineData("--Database:Kind Oracle", "Sqlite, PostgreSql, SqlServer")]
    public async Task Says_what_it_did_not_understand(string line, string words)
    {
        Assert.Equal(2, await this.RunAsync(line.Split(' ')));
        Assert.Contains(words, this.errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "import PACK FOLDER")]
    [InlineData("import --help", "--accounts FILE")]
    [InlineData("formula eval --help", "JSON lines")]
    public async Task Explains_itself(string line, string words)
    {
        Assert.Equal(0, await this.RunAsync(line.Split(' ')));
        Assert.Contains(words, this.output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("formula worker", this.output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_an_error_fails_the_check_with_file_and_line()
    {
        this.folder.Write("office/pack.json", "{\n  \"key\": \"office\",\n  \"label\": \"Office\",\n  \"colour\": 1\n}\n");
        Assert.Equal(1, await this.RunAsync(["definitions", "check", this.folder.Path]));
        Assert.Contains("office/pack.json:4: error definition.unknown-property", this.output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_a_formula_does_not_get_is_said_with_file_line_and_column()
    {
        foreach (var file in Directory.GetFiles(RunningBackoffice.Packs, "*", SearchOption.AllDirectories))
        {
            this.folder.Write(Path.GetRelativePath(RunningBackoffice.Packs, file), await File.ReadAllTextAsync(file));
        }

        this.folder.Write("office/forms/request/total.formula.js", "sum(lines, function (line) {\n  return line.quantity * line.prize;\n})\n");
        Assert.Equal(1, await this.RunAsync(["definitions", "check", this.folder.Path]));
        Assert.Contains(
            "office/forms/request/total.formula.js:2:31: error formula.unknown-field: There is no field \"lines.prize\". Did you mean \"price\"?",
            this.output.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_packs_of_the_product_pass_the_check()
    {
        var code = await this.RunAsync(["definitions", "check", Path.Combine(Repository.Root, "definitions")]);
        Assert.True(code == 0, this.output.ToString());
    }

    [Fact]
    public async Task The_schemas_of_the_product_are_up_to_date()
    {
        Assert.Equal(0, await this.RunAsync(["definitions", "schemas", this.folder.Path]));
        var written = Path.Combine(this.folder.Path, "schemas");
        var kept = Path.Combine(Repository.Root, "definitions", "schemas");
        Assert.Equal(Names(kept), Names(written));
        Assert.All(Names(kept), name => Assert.Equal(File.ReadAllText(Path.Combine(kept, name)), File.ReadAllText(Path.Combine(written, name))));
    }

    public void Dispose()
    {
        this.output.Dispose();
        this.errors.Dispose();
        this.folder.Dispose();
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private async Task<int> RunAsync(string[] args)
    {
        var (before, beforeErrors) = (Console.Out, Console.Error);
        Console.SetOut(this.output);
        Console.SetError(this.errors);
        try
        {
            return await CommandLine.RunAsync(args);
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeErrors);
        }
    }
}

/// <summary>The console is one for the process.</summary>
[CollectionDefinition(nameof(CommandLineTests), DisableParallelization = true)]
public sealed class ConsoleCollection;
