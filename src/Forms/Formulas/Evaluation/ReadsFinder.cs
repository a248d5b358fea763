using Forms.Formulas.Language;
using Forms.Formulas.Realm;
using Jint.Parser;
using Jint.Parser.Ast;

namespace Forms.Formulas.Evaluation;

/// <summary>
/// The paths a formula reads, as <see cref="FormulaAnalysis.Reads"/> describes them. Works on the tree before it is
/// rewritten. A name stands for a path when it is an input, a variable set to a path, or the parameter of a callback.
/// </summary>
internal sealed class ReadsFinder(FormulaRealm realm)
{
    private static readonly HashSet<string> ItemFirst = ["map", "filter", "forEach", "some", "every", "sort"];
    private static readonly HashSet<string> ItemSecond = ["reduce", "reduceRight"];
    private static readonly HashSet<string> Aggregates = ["sum", "average", "min", "max", "count", "contains", "isEmpty"];

    private readonly SortedSet<string> _reads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    /// <summary>Offset at which each path, and each beginning of one, stands first.</summary>
    public Dictionary<string, int> Offsets { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Find(FunctionExpression function)
    {
        Walk(function.Body, new Scope(function, null));
        return [.. _reads];
    }

    private void Walk(SyntaxNode node, Scope scope)
    {
        switch (node)
        {
            case FunctionExpression n:
                Walk(n.Body, new Scope(n, scope));
                return;
            case FunctionDeclaration n:
                Walk(n.Body, new Scope(n, scope));
                return;
            case VariableDeclarator { Init: { } init } n when Path(init, scope) is { } path:
                _aliases[n.Id.Name] = path;
                break;
            case CallExpression n:
                Callback(n, scope);
                break;
            case MemberExpression or Identifier:
                Read((Expression)node, scope);
                return;
        }

        foreach (var child in SyntaxTree.Children(node))
        {
            Walk(child, scope);
        }
    }

    private void Read(Expression expression, Scope scope)
    {
        if (Path(expression, scope) is { } path)
        {
            _reads.Add(path);
        }

        // What computes a member (list[i + offset]) is read too, and so is what the owner is computed from.
        for (var at = expression; at is MemberExpression member; at = member.Object)
        {
            if (member.Computed)
            {
                Walk(member.Property, scope);
            }

            if (member.Object is not (MemberExpression or Identifier))
            {
                Walk(member.Object, scope);
            }
        }
    }

    private string? Path(Expression expression, Scope scope)
    {
        switch (expression)
        {
            case Identifier n when _aliases.TryGetValue(n.Name, out var alias):
                return alias;
            case Identifier n when scope.Declares(n.Name) || realm.Globals.ContainsKey(n.Name) || n.Name == "Date":
                return null;
            case Identifier n:
                return realm.Library.ContainsKey(n.Name) ? null : At(n.Name, n);
            case MemberExpression { Computed: false, Property: Identifier member } n when Path(n.Object, scope) is { } owner:
                return IsMethod(member.Name) ? owner : At($"{owner}.{member.Name}", member);
            case MemberExpression { Computed: true } n when Path(n.Object, scope) is { } owner:
                return n.Property is Literal { Value: string name } ? At($"{owner}.{name}", n.Property) : owner.EndsWith("[]", StringComparison.Ordinal) ? owner : owner + "[]";
            case LogicalExpression { Operator: LogicalOperator.LogicalOr } n:
                return Path(n.Left, scope);
            case CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: "filter" or "slice" or "sort" or "concat" or "reverse" } } member }:
                return Path(member.Object, scope);
            default:
                return null;
        }
    }

    private string At(string path, SyntaxNode node)
    {
        if (SyntaxTree.Start(node) is { } offset && (!Offsets.TryGetValue(path, out var known) || offset < known))
        {
            Offsets[path] = offset;
        }

        return path;
    }

    private void Callback(CallExpression call, Scope scope)
    {
        if (call.Callee is MemberExpression { Computed: false, Property: Identifier method } member && Path(member.Object, scope) is { } list)
        {
            var from = ItemSecond.Contains(method.Name) ? 1 : 0;
            if (from == 1 || ItemFirst.Contains(method.Name))
            {
                Bind(call.Arguments.FirstOrDefault(), from, method.Name == "sort" ? 2 : 1, list);
            }
        }
        else if (call.Callee is Identifier function && Aggregates.Contains(function.Name) && call.Arguments.Count > 1
            && Path(call.Arguments[0], scope) is { } rows)
        {
            if (call.Arguments[1] is Literal { Value: string field })
            {
                _reads.Add(At($"{rows}[].{field}", call.Arguments[1]));
            }

            Bind(call.Arguments[1], 0, 1, rows);
        }
    }

    private void Bind(Expression? callback, int from, int count, string list)
    {
        if (callback is FunctionExpression function)
        {
            foreach (var parameter in function.Parameters.Skip(from).Take(count))
            {
                _aliases[parameter.Name] = list.EndsWith("[]", StringComparison.Ordinal) ? list : list + "[]";
            }
        }
    }

    /// <summary>Members that every list, text or number has are no fields.</summary>
    private bool IsMethod(string name) =>
        name == "length" || realm.Engine.Array.PrototypeObject.HasOwnProperty(name)
        || realm.Engine.String.PrototypeObject.HasOwnProperty(name) || realm.Engine.Number.PrototypeObject.HasOwnProperty(name);
}
