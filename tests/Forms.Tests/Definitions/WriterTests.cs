using Forms.Definitions;

namespace Forms.Tests.Definitions;

public sealed class WriterTests
{
    [Fact]
    public void What_was_read_is_written_with_the_same_bytes()
    {
        using var folder = PackFolder.Make();
        var files = folder.Load().Files;
        DefinitionWriter.Format(folder.Path, files);

        var again = folder.Load().Files;

        Assert.Equal(8, again.Count);
        Assert.All(again, file => Assert.Equal(folder.Read(file.Path), DefinitionWriter.Write(file)));
        Assert.Empty(DefinitionWriter.Format(folder.Path, again));
    }

    [Fact]
    public void The_form_is_canonical_whatever_the_order_and_spacing_were()
    {
        using var folder = PackFolder.Make();
        folder.Write("shop/units.json", """
            {"units":[{"label":"海悦 <&> 'x'","kind":"headOffice","key":"office"},
            {"key":"east","label":"East","kind":"region","parent":"office"}],"$schema":"../schemas/units.schema.json"}
            """);

        var units = folder.Load().Files.Single(file => file.Schema == "units");

        Assert.Equal(
            """
            {
              "$schema": "../schemas/units.schema.json",
              "units": [
                { "key": "office", "label": "海悦 <&> 'x'", "kind": "headOffice" },
                { "key": "east", "label": "East", "kind": "region", "parent": "office" }
              ]
            }

            """,
            DefinitionWriter.Write(units));
    }

    [Fact]
    public void What_a_property_would_be_anyway_is_left_out()
    {
        using var folder = PackFolder.Make();
        var before = folder.Read(PackFolder.Form);
        folder.Replace(PackFolder.Form, "\"required\": true, \"unique\": true", "\"name\": \"subject\", \"required\": true, \"readOnly\": false, \"maxLength\": 200, \"unique\": true");

        var form = folder.Load().Files.Single(file => file.Schema == "form");

        Assert.Equal(before, DefinitionWriter.Write(form));
    }

    [Fact]
    public void A_name_that_differs_from_its_id_is_kept()
    {
        using var folder = PackFolder.Make();
        folder.Replace(PackFolder.Form, "\"id\": \"owner\",", "\"id\": \"owner\", \"name\": \"keeper\",");

        var form = folder.Load().Files.Single(file => file.Schema == "form");

        Assert.Contains("\"id\": \"owner\", \"name\": \"keeper\"", DefinitionWriter.Write(form), StringComparison.Ordinal);
    }
}
