using Forms.Formulas.Numbers;
using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

internal sealed partial class Rewriter
{
    private Expression? Optional(Expression? expression) => expression is null ? null : Expression(expression);

    private List<Expression> Expressions(IEnumerable<Expression> expressions) => [.. expressions.Select(e => Optional(e)!)];

    private Expression Expression(Expression expression)
    {
        switch (expression)
        {
            case Identifier n: return names.Read(n, _scope);
            case Literal n: return Literal(n);
            case UpdateExpression n: return Update(n);
            case UnaryExpression n: return Unary(n);
            case BinaryExpression n: return Binary(n);
            case AssignmentExpression n: return Assignment(n);
            case MemberExpression n: return Member(n);
            case CallExpression n: return Call(n);
            case NewExpression n:
                n.Callee = names.Constructor(n, _scope) ?? Expression(n.Callee);
                n.Arguments = Expressions(n.Arguments);
                break;
            case LogicalExpression n:
                n.Left = Expression(n.Left);
                n.Right = Expression(n.Right);
                break;
            case ConditionalExpression n:
                n.Test = Expression(n.Test);
                n.Consequent = Expression(n.Consequent);
                n.Alternate = Expression(n.Alternate);
                break;
            case SequenceExpression n: n.Expressions = Expressions(n.Expressions); break;
            case ArrayExpression n: n.Elements = Expressions(n.Elements); break;
            case ObjectExpression n:
                foreach (var property in n.Properties)
                {
                    property.Value = Expression(property.Value);
                }

                break;
            case FunctionExpression n:
                n.Body = Function(n, n.Body);
                n.Strict = true;
                break;
        }

        return expression;
    }

    private Expression Literal(Literal n)
    {
        if (n.Type == SyntaxNodes.RegularExpressionLiteral)
        {
            // Not the engine's cached object: a formula could leave something in it for the next one.
            return Host(n, _ => realm.Engine.RegExp.Construct(n.Raw));
        }

        if (n.Value is not double value)
        {
            return n;
        }

        return Nodes.Constant(n, NumberText.TryParseLiteral(n.Raw, out var number)
            ? realm.Number(number)
            : throw new FormulaException(FormulaErrorCodes.Overflow,
                $"The number {(n.Raw.Length > 40 ? n.Raw[..40] + "..." : n.Raw)} ({value:E1}) is too large; numbers have up to 28 digits.", SyntaxTree.Start(n)));
    }

    private Expression Unary(UnaryExpression n)
    {
        if (n.Operator == UnaryOperator.TypeOf && n.Argument is Identifier name)
        {
            return Host(n, realm.Operators.TypeOf, names.ReadIfAny(name, _scope));
        }

        n.Argument = n.Operator == UnaryOperator.Delete ? Target(n.Argument) : Expression(n.Argument);
        return n.Operator switch
        {
            UnaryOperator.Plus => Host(n, realm.Operators.ToNumber, n.Argument),
            UnaryOperator.Minus => Host(n, realm.Operators.Negate, n.Argument),
            UnaryOperator.TypeOf => Host(n, realm.Operators.TypeOf, n.Argument),
            _ => n,
        };
    }

    private Expression Binary(BinaryExpression n)
    {
        n.Left = Expression(n.Left);
        n.Right = Expression(n.Right);
        return realm.Operators.Find(n.Operator) is { } function ? Host(n, function, n.Left, n.Right) : n;
    }

    private Expression Member(MemberExpression n)
    {
        n.Object = names.DateMember(n, _scope) ?? Expression(n.Object);
        if (n.Computed)
        {
            n.Property = Expression(n.Property);
            return n;
        }

        // As a constant with a place: the engine would make a new literal each time, without one.
        n.Property = Nodes.Constant(n.Property, new JsValue(((Identifier)n.Property).Name));
        n.Computed = true;
        return n;
    }

    private CallExpression Call(CallExpression n)
    {
        n.Callee = n.Callee is Identifier name ? names.Callee(n, name, _scope) : Expression(n.Callee);
        n.Arguments = Expressions(n.Arguments);
        n.CanBeCached = false;
        return n;
    }

    private CallExpression Host(SyntaxNode at, Func<JsValue[], JsValue> function, params Expression[] arguments) =>
        Nodes.Call(at, Nodes.Constant(at, realm.Located(at, function)), arguments);
}
