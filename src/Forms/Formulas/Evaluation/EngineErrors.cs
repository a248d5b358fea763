using System.Text.RegularExpressions;
using Forms.Formulas.Language;
using Forms.Formulas.Realm;
using Jint.Parser.Ast;
using Jint.Runtime;

namespace Forms.Formulas.Evaluation;

/// <summary>Says what the engine threw in our words, with a place.</summary>
internal sealed partial class EngineErrors(FormulaRealm realm, CompiledFormula? formula, SourceText? text)
{
    public (string Code, string Message, int? Offset) Translate(Exception error) => error switch
    {
        RegexMatchTimeoutException => (FormulaErrorCodes.Timeout, "A pattern (regular expression) took too long on this text. Make it simpler.", LastPlace()),
        JavaScriptException script when IsThrown(script) => Thrown(script),
        JavaScriptException script => Script(script),
        RecursionDepthOverflowException => (FormulaErrorCodes.TooDeep, "Functions call each other too deeply.", LastPlace()),
        Jint.Parser.ParserException => (FormulaErrorCodes.Syntax, "The formula cannot be understood.", null),
        _ => (FormulaErrorCodes.Type, "This cannot be computed; a value of the wrong kind is used here.", LastPlace()),
    };

    /// <summary>The last place the engine reached.</summary>
    public int? LastPlace() => text is null ? null : SyntaxTree.Start(realm.Engine.GetLastSyntaxNode());

    private bool IsThrown(JavaScriptException error) =>
        realm.Thrown is { } thrown
        && (ReferenceEquals(thrown, error.Error) || (thrown.IsObject() && error.Error.IsObject() && ReferenceEquals(thrown.AsObject(), error.Error.AsObject()))
            || (!thrown.IsObject() && thrown.Equals(error.Error)));

    private (string Code, string Message, int? Offset) Thrown(JavaScriptException error)
    {
        var value = error.Error;
        var words = TypeConverter.ToString(value.IsObject() && !value.AsObject().Get("message").IsUndefined() ? value.AsObject().Get("message") : value);
        words = words.Length == 0 ? "The formula stopped itself (throw)." : words;
        return (FormulaErrorCodes.Thrown, words.Length > 500 ? words[..500] + "..." : words, realm.ThrownAt);
    }

    private (string Code, string Message, int? Offset) Script(JavaScriptException error)
    {
        var path = formula is null || realm.Engine.GetLastSyntaxNode() is not { } last ? [] : SyntaxTree.Path(formula.Function.Body, last);
        if (NotAFunction().Match(error.Message) is { Success: true } match)
        {
            return NotCallable(match.Groups["name"].Value, path);
        }

        if (path.OfType<UnaryExpression>().LastOrDefault(u => u.Operator == UnaryOperator.Delete) is { } delete)
        {
            return (FormulaErrorCodes.NotAllowed, "This cannot be deleted: it is built in or read only.", SyntaxTree.Start(delete));
        }

        var node = path.Count > 0 ? path[^1] : null;
        if (error.Message.Length == 0 && path.Count > 1 && path[^2] is MemberExpression member && ReferenceEquals(member.Property, node))
        {
            return (FormulaErrorCodes.Type, Name(member) is "callee" or "caller" ? $"'{Name(member)}' is not available." : EmptyOwner(member), SyntaxTree.Start(node));
        }

        if (error.Message.Length == 0 && path.OfType<AssignmentExpression>().LastOrDefault(a => a.Left is MemberExpression) is { } assignment)
        {
            return (FormulaErrorCodes.NotAllowed, $"'{Name((MemberExpression)assignment.Left)}' cannot be changed: it is built in or read only.", SyntaxTree.Start(assignment));
        }

        var message = error.Message.Length == 0 ? "A value of the wrong kind is used here." : error.Message.TrimEnd('.') + ".";
        return (FormulaErrorCodes.Type, message, LastPlace());
    }

    private (string Code, string Message, int? Offset) NotCallable(string name, List<SyntaxNode> path)
    {
        var call = path.OfType<CallExpression>().LastOrDefault(c => Calls(c, name))
            ?? (formula is null ? null : SyntaxTree.Descendants(formula.Function.Body).OfType<CallExpression>().FirstOrDefault(c => Calls(c, name)));
        var place = call?.Callee is MemberExpression member ? SyntaxTree.Start(member.Property) : SyntaxTree.Start(call?.Callee) ?? LastPlace();
        return (FormulaErrorCodes.Type, name switch
        {
            "random" => "Math.random is not available: a formula must give the same result each time it is run.",
            "now" => "Date.now is not available. Pass today's date as an input.",
            "includes" => "'includes' is not available here. Write contains(list, item) instead.",
            _ => $"'{name}' is not a function here.",
        }, place);
    }

    private string EmptyOwner(MemberExpression member)
    {
        var owner = Describe(member.Object);
        var what = Name(member);
        return owner.Length > 0 && member.Object is not CallExpression
            ? $"'{what}' cannot be read: '{owner}' is empty."
            : $"'{what}' cannot be read: the value before it is empty.";
    }

    private string Name(MemberExpression member) => member.Property is Literal { CachedValue: { } name }
        ? TypeConverter.ToString(name)
        : Slice(member.Property);

    private string Describe(SyntaxNode node) => Slice(node) is { Length: > 0 } text ? text
        : node is MemberExpression member && Describe(member.Object) is { Length: > 0 } owner ? $"{owner}.{Name(member)}" : string.Empty;

    private string Slice(SyntaxNode node) => node.Range is { Length: > 1 } range ? text!.Slice(range[0], range[1]) : string.Empty;

    private static bool Calls(CallExpression call, string name) => call.Callee switch
    {
        Identifier n => n.Name == name,
        MemberExpression { Property: Literal { CachedValue: { } value } } => value.IsString() && value.AsString() == name,
        _ => false,
    };

    [GeneratedRegex(@"^(?:Object has no method|Property) '(?<name>.*?)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotAFunction();
}
