using Workflows.Elsa.Definitions;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Reading;

/// <summary>Reads variables, and the inputs and outputs that a workflow declares.</summary>
internal static class ArgumentReader
{
    public static IReadOnlyList<ElsaVariable> Variables(JsonPlace list)
    {
        var variables = new List<ElsaVariable>();
        foreach (var item in list.Items().Where(item => item.NeedObject()))
        {
            if (Type(item.Member("typeName"), item.Member("isArray").Flag()) is not { } type)
            {
                continue;
            }

            var name = item.Member("name").Text() ?? string.Empty;
            var value = item.Member("value");
            if (type.Convert(value.Exists ? value.Element : default) is { } start)
            {
                variables.Add(new ElsaVariable(item.Member("id").Text() ?? name, name, type, start));
            }
            else
            {
                InputReader.WrongLiteral(value, type);
            }
        }

        return variables;
    }

    public static IReadOnlyList<ElsaArgument> Arguments(JsonPlace list)
    {
        var arguments = new List<ElsaArgument>();
        foreach (var item in list.Items().Where(item => item.NeedObject()))
        {
            if (item.Member("name").Text() is not { Length: > 0 } name)
            {
                item.Member("name").Expect("a name");
            }
            else if (Type(item.Member("type"), item.Member("isArray").Flag()) is { } type)
            {
                arguments.Add(new ElsaArgument(name, type));
            }
        }

        return arguments;
    }

    private static ElsaType? Type(JsonPlace name, bool isArray)
    {
        var type = ElsaType.Find(name.Text(), isArray);
        if (type is null)
        {
            name.Report.Error(name.Path, "elsa.unknown-type", $"Expected a type that is known here, but found '{name.Text()}'.");
        }

        return type;
    }
}
