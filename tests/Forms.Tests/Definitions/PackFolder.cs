using Forms.Definitions;
using Forms.Definitions.Calendars;
using Forms.Definitions.Demo;
using Forms.Definitions.Importing;
using Forms.Problems;

namespace Forms.Tests.Definitions;

/// <summary>A folder with one small, faultless pack, to be spoiled by a test. Removed in the end.</summary>
internal sealed class PackFolder : IDisposable
{
    internal const string Form = "shop/forms/order/form.json";

    private static readonly IReadOnlyList<DefinitionKind> Kinds = [new HolidaySetKind(), new CalendarKind(), new FormKind(), new ImportKind(), new DemoKind()];

    private PackFolder()
    {
        this.Write("shop/pack.json", """
            {
              "$schema": "../schemas/pack.schema.json",
              "key": "shop",
              "label": "Shop"
            }
            """);
        this.Write("shop/units.json", """
            {
              "$schema": "../schemas/units.schema.json",
              "units": [
                { "key": "office", "label": "Office", "kind": "headOffice", "head": "boss" },
                { "key": "east", "label": "East", "kind": "region", "parent": "office" }
              ]
            }
            """);
        this.Write("shop/positions.json", """
            {
              "$schema": "../schemas/positions.schema.json",
              "positions": [
                { "key": "boss", "label": "Boss", "unit": "office" }
              ]
            }
            """);
        this.Write("shop/roles.json", """
            {
              "$schema": "../schemas/roles.schema.json",
              "roles": [
                {
                  "key": "sales",
                  "label": "Sales",
                  "grants": [{ "form": "order", "rights": ["read", "create"], "scope": "own" }]
                }
              ]
            }
            """);
        this.Write("shop/people.json", """
            {
              "$schema": "../schemas/people.schema.json",
              "people": [
                { "key": "ann.lee", "name": "Ann Lee", "unit": "office", "positions": ["boss"] },
                { "key": "bo.li", "name": "Bo Li", "unit": "east", "roles": ["sales"], "manager": "ann.lee" }
              ]
            }
            """);
        this.Write(Form, """
            {
              "$schema": "../../../schemas/form.schema.json",
              "key": "order",
              "label": "Order",
              "plural": "Orders",
              "summary": { "title": "subject", "number": "number", "amount": "total" },
              "fields": [
                { "type": "autoNumber", "id": "number", "label": "Number", "pattern": "OR-{yyyy}-{0000}" },
                { "type": "text", "id": "subject", "label": "Subject", "required": true, "unique": true },
                { "type": "choice", "id": "state", "label": "State", "choices": [{ "value": "open", "label": "Open" }] },
                { "type": "date", "id": "due", "label": "Due", "default": "@today" },
                { "type": "person", "id": "owner", "label": "Owner", "default": "@me" },
                { "type": "link", "id": "parent", "label": "Parent", "form": "order" },
                {
                  "type": "table",
                  "id": "lines",
                  "label": "Lines",
                  "columns": [{ "type": "money", "id": "price", "label": "Price", "min": 0 }]
                },
                { "type": "money", "id": "total", "label": "Total", "formula": "total.formula.js" }
              ],
              "sections": [
                { "id": "main", "label": "Main", "fields": ["number", "subject", "state", "due"] },
                { "id": "lines", "label": "Lines", "fields": ["lines"] }
              ],
              "list": {
                "columns": ["number", "subject", "total"],
                "sort": "-number",
                "views": [{ "id": "open", "label": "Open", "filter": { "field": "state", "value": "open" } }]
              },
              "rules": [
                {
                  "id": "not-negative",
                  "field": "total",
                  "holds": { "field": "total", "operator": "atLeast", "value": 0 },
                  "message": "An order is not negative."
                }
              ]
            }
            """);
        this.Write("shop/forms/order/total.formula.js", "sum(lines, 'price')\n");
        this.WriteLabels();
    }

    internal string Path { get; } = System.IO.Directory.CreateTempSubdirectory("definitions-").FullName;

    internal static PackFolder Make() => new();

    internal PackFolder Write(string path, string text)
    {
        var file = System.IO.Path.Combine(this.Path, path);
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.EndsWith('\n') ? text : text + "\n");
        return this;
    }

    internal PackFolder Replace(string path, string text, string by)
    {
        var before = this.Read(path);
        Assert.Contains(text, before, StringComparison.Ordinal);
        return this.Write(path, before.Replace(text, by, StringComparison.Ordinal));
    }

    internal PackFolder Delete(string path)
    {
        File.Delete(System.IO.Path.Combine(this.Path, path));
        return this;
    }

    internal string Read(string path) => File.ReadAllText(System.IO.Path.Combine(this.Path, path));

    internal LoadResult Load() => new DefinitionLoader(Kinds).Load(this.Path);

    /// <summary>The one problem of the folder, translations left aside.</summary>
    internal Problem Problem() => Assert.Single(this.Load().Problems, problem => !problem.Code.StartsWith("label.", StringComparison.Ordinal));

    /// <summary>Path, code and part of the message of the one problem.</summary>
    internal void Expect(string place, string code, params string[] words)
    {
        var problem = this.Problem();
        Assert.Equal(place, problem.Path);
        Assert.Equal(code, problem.Code);
        Assert.All(words, word => Assert.Contains(word, problem.Message, StringComparison.Ordinal));
    }

    public void Dispose() => System.IO.Directory.Delete(this.Path, recursive: true);

    private void WriteLabels()
    {
        var missing = this.Load().Problems.Select(problem => problem.Message.Split('"')[1]).Distinct(StringComparer.Ordinal);
        var entries = string.Join(",\n    ", missing.Select(path => $"\"{path}\": \"译\""));
        foreach (var language in new[] { "zh-Hans", "zh-Hant" })
        {
            this.Write($"shop/labels.{language}.json", $$"""
                {
                  "$schema": "../schemas/labels.schema.json",
                  "labels": {
                    {{entries}}
                  }
                }
                """);
        }
    }
}
