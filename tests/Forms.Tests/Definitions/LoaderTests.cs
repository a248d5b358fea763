using Forms.Definitions;
using Forms.Fields;
using Forms.Problems;

namespace Forms.Tests.Definitions;

public sealed class LoaderTests
{
    [Fact]
    public void Reads_a_faultless_pack_into_a_set()
    {
        using var folder = PackFolder.Make();

        var result = folder.Load();

        Assert.Empty(result.Problems);
        var form = result.Set!.Form("order");
        Assert.Equal("sum(lines, 'price')\n", form.Files["total.formula.js"]);
        Assert.IsType<TableField>(form.Field("lines"));
        Assert.Equal("bo.li", result.Set.Directory.People[1].Key);
    }

    [Fact]
    public void Gives_no_set_when_anything_is_an_error_but_still_every_problem()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"plural\"", "\"plurral\"").Replace("shop/people.json", "\"manager\": \"ann.lee\"", "\"manager\": \"ann.le\"");

        var result = folder.Load();

        Assert.Null(result.Set);
        Assert.Contains(result.Problems, problem => problem.Code == "definition.unknown-property");
        Assert.Contains(result.Problems, problem => problem.Code == "definition.missing");
        Assert.Contains(result.Problems, problem => problem.Path == "shop/people.json:5");
    }

    [Fact]
    public void Gives_a_set_when_there_are_only_warnings()
    {
        using var folder = PackFolder.Make();
        folder.Write("shop/forms/order/old.formula.js", "1\n");

        var result = folder.Load();

        Assert.NotNull(result.Set);
        var warning = Assert.Single(result.Problems);
        Assert.Equal(("shop/forms/order/old.formula.js", "definition.code-unused", Severity.Warning), (warning.Path, warning.Code, warning.Severity));
    }

    [Fact]
    public void Says_so_when_the_folder_does_not_exist()
    {
        var result = new DefinitionLoader([]).Load("/there/is/no/such/folder");

        Assert.Equal("definition.no-folder", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public void Puts_packs_in_the_order_of_their_needs()
    {
        using var folder = PackFolder.Make();
        folder.Write("annex/pack.json", """{ "$schema": "../schemas/pack.schema.json", "key": "annex", "label": "Annex", "needs": ["shop"] }""");

        Assert.Equal(["shop", "annex"], folder.Load().Set!.Packs.Select(pack => pack.Key));
    }

    [Fact]
    public void A_role_of_two_packs_is_one_role_with_the_grants_of_both()
    {
        using var folder = PackFolder.Make();
        folder.Write("annex/pack.json", """{ "$schema": "../schemas/pack.schema.json", "key": "annex", "label": "Annex", "needs": ["shop"] }""");
        folder.Write("annex/roles.json", """
            {
              "$schema": "../schemas/roles.schema.json",
              "roles": [{ "key": "sales", "label": "Sales", "grants": [{ "form": "order", "rights": ["read"], "scope": "all" }] }]
            }
            """);

        var role = Assert.Single(folder.Load().Set!.Directory.Roles);
        Assert.Equal(2, role.Grants.Count);
    }

    [Fact]
    public void One_role_has_one_label()
    {
        using var folder = PackFolder.Make();
        folder.Write("annex/pack.json", """{ "$schema": "../schemas/pack.schema.json", "key": "annex", "label": "Annex", "needs": ["shop"] }""");
        folder.Write("annex/roles.json", """
            {
              "$schema": "../schemas/roles.schema.json",
              "roles": [
                { "key": "sales", "label": "Sellers" }
              ]
            }
            """);

        folder.Expect("annex/roles.json:4", "role.label", "Sales");
    }
}
