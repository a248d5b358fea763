using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

/// <summary>
/// Turns a parsed formula into one whose arithmetic and comparison are exact, whose names are resolved, and that checks
/// its limits in every loop and function. Statements here; expressions in the other part.
/// </summary>
internal sealed partial class Rewriter(FormulaRealm realm, NameResolver names)
{
    private Scope _scope = null!;

    public void Rewrite(FunctionExpression function)
    {
        function.Body = Function(function, function.Body);
        function.Strict = true;
    }

    private BlockStatement Function(Jint.Parser.IFunctionDeclaration function, Statement body)
    {
        var outer = _scope;
        _scope = new Scope(function, outer);
        foreach (var inner in function.FunctionDeclarations)
        {
            inner.Body = Function(inner, inner.Body);
            inner.Strict = true;
        }

        var block = Guarded(body);
        _scope = outer;
        return block;
    }

    /// <summary>A block that checks time, stack and memory before it runs.</summary>
    private BlockStatement Guarded(Statement body)
    {
        var guard = new ExpressionStatement
        {
            Type = SyntaxNodes.ExpressionStatement,
            Expression = Nodes.Call(body, Nodes.Constant(body, realm.GuardFunction), []),
            Range = body.Range,
            Location = body.Location,
        };
        return new BlockStatement
        {
            Type = SyntaxNodes.BlockStatement,
            Body = (Statement[])[guard, Statement(body)],
            Range = body.Range,
            Location = body.Location,
        };
    }

    private Statement[] Statements(IEnumerable<Statement> statements) => [.. statements.Select(Statement)];

    private Statement Statement(Statement statement)
    {
        switch (statement)
        {
            case BlockStatement n: n.Body = Statements(n.Body); break;
            case ExpressionStatement n: n.Expression = Expression(n.Expression); break;
            case VariableDeclaration n: Declaration(n); break;
            case ReturnStatement n: n.Argument = Optional(n.Argument); break;
            case ThrowStatement n: n.Argument = Thrown(n.Argument); break;
            case LabelledStatement n: n.Body = Statement(n.Body); break;
            case SwitchStatement n: Switch(n); break;
            case TryStatement n: Try(n); break;
            case IfStatement n:
                n.Test = Expression(n.Test);
                n.Consequent = Statement(n.Consequent);
                n.Alternate = n.Alternate is null ? null : Statement(n.Alternate);
                break;
            case WhileStatement n:
                n.Test = Expression(n.Test);
                n.Body = Guarded(n.Body);
                break;
            case DoWhileStatement n:
                n.Body = Guarded(n.Body);
                n.Test = Expression(n.Test);
                break;
            case ForStatement n:
                n.Init = n.Init is VariableDeclaration or null ? Init(n.Init) : Expression((Expression)n.Init);
                n.Test = Optional(n.Test);
                n.Update = Optional(n.Update);
                n.Body = Guarded(n.Body);
                break;
            case ForInStatement n:
                n.Left = n.Left is VariableDeclaration ? Init(n.Left) : Target((Expression)n.Left);
                n.Right = Expression(n.Right);
                n.Body = Guarded(n.Body);
                break;
        }

        return statement;
    }

    private CallExpression Thrown(Expression value)
    {
        var place = SyntaxTree.Start(value);
        return Host(value, a => realm.RememberThrown(a[0], place), Expression(value));
    }

    private SyntaxNode? Init(SyntaxNode? node)
    {
        if (node is VariableDeclaration declaration)
        {
            Declaration(declaration);
        }

        return node;
    }

    private void Declaration(VariableDeclaration declaration)
    {
        foreach (var declarator in declaration.Declarations)
        {
            declarator.Init = Optional(declarator.Init);
        }
    }

    private void Switch(SwitchStatement n)
    {
        // The engine compares cases by identity: equal decimals are made identical first.
        n.Discriminant = Host(n.Discriminant, realm.Identity, Expression(n.Discriminant));
        foreach (var c in n.Cases ?? [])
        {
            c.Test = c.Test is null ? null : Host(c.Test, realm.Identity, Expression(c.Test));
            c.Consequent = Statements(c.Consequent);
        }
    }

    private void Try(TryStatement n)
    {
        n.Block = Statement(n.Block);
        foreach (var handler in n.Handlers)
        {
            var outer = _scope;
            _scope = outer.WithCatch(handler.Param.Name);
            Statement(handler.Body);
            _scope = outer;
        }

        n.Finalizer = n.Finalizer is null ? null : Statement(n.Finalizer);
    }
}
