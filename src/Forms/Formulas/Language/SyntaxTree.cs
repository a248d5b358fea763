using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

/// <summary>The children of a node, in the order of the source; and walks over them.</summary>
internal static class SyntaxTree
{
    /// <summary>Nested deeper than this a formula is refused: evaluation is recursive.</summary>
    public const int MaxDepth = 1500;

    public static IEnumerable<SyntaxNode> Children(SyntaxNode node) => All(node).OfType<SyntaxNode>();

    public static void CheckDepth(SyntaxNode root)
    {
        var pending = new Stack<(SyntaxNode Node, int Depth)>();
        pending.Push((root, 1));
        while (pending.TryPop(out var at))
        {
            if (at.Depth > MaxDepth)
            {
                throw new FormulaException(FormulaErrorCodes.Syntax,
                    "The formula is nested too deeply, or chains too many operators. Split it with variables or a loop.", Start(at.Node));
            }

            foreach (var child in Children(at.Node))
            {
                pending.Push((child, at.Depth + 1));
            }
        }
    }

    /// <summary>From the root down to <paramref name="wanted"/>; empty when it is not in the tree.</summary>
    public static List<SyntaxNode> Path(SyntaxNode root, SyntaxNode wanted)
    {
        var path = new List<SyntaxNode>();
        return Find(root, wanted, path) ? path : [];
    }

    public static IEnumerable<SyntaxNode> Descendants(SyntaxNode root)
    {
        var pending = new Stack<SyntaxNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in Children(node).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>Where a node begins; the parser leaves that out for operators and calls, which begin with their first part.</summary>
    public static int? Start(SyntaxNode? node) => node switch
    {
        null => null,
        { Range: { Length: > 0 } range } => range[0],
        _ => Children(node).Select(Start).FirstOrDefault(start => start is not null),
    };

    private static bool Find(SyntaxNode node, SyntaxNode wanted, List<SyntaxNode> path)
    {
        path.Add(node);
        if (ReferenceEquals(node, wanted) || Children(node).Any(child => Find(child, wanted, path)))
        {
            return true;
        }

        path.RemoveAt(path.Count - 1);
        return false;
    }

    private static IEnumerable<SyntaxNode?> All(SyntaxNode node) => node switch
    {
        ArrayExpression n => n.Elements,
        AssignmentExpression n => [n.Left, n.Right],
        BinaryExpression n => [n.Left, n.Right],
        LogicalExpression n => [n.Left, n.Right],
        UnaryExpression n => [n.Argument],
        ConditionalExpression n => [n.Test, n.Consequent, n.Alternate],
        MemberExpression n => [n.Object, n.Property],
        CallExpression n => [n.Callee, .. n.Arguments],
        NewExpression n => [n.Callee, .. n.Arguments],
        SequenceExpression n => n.Expressions,
        ObjectExpression n => n.Properties,
        Property n => [n.Value],
        FunctionExpression n => [n.Body],
        FunctionDeclaration n => [n.Body],
        BlockStatement n => n.Body,
        ExpressionStatement n => [n.Expression],
        IfStatement n => [n.Test, n.Consequent, n.Alternate],
        ForStatement n => [n.Init, n.Test, n.Update, n.Body],
        ForInStatement n => [n.Left, n.Right, n.Body],
        WhileStatement n => [n.Test, n.Body],
        DoWhileStatement n => [n.Body, n.Test],
        LabelledStatement n => [n.Body],
        ReturnStatement n => [n.Argument],
        ThrowStatement n => [n.Argument],
        SwitchStatement n => [n.Discriminant, .. n.Cases ?? []],
        SwitchCase n => [n.Test, .. n.Consequent],
        TryStatement n => [n.Block, .. n.Handlers, n.Finalizer],
        CatchClause n => [n.Body],
        VariableDeclaration n => n.Declarations,
        VariableDeclarator n => [n.Init],
        _ => [],
    };
}
