using Jint.Native;
using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

/// <summary><c>a += b</c> becomes <c>a = add(a, b)</c>; the parts of a member target are evaluated once.</summary>
internal sealed partial class Rewriter
{
    private Expression Assignment(AssignmentExpression n)
    {
        if (n.Operator == AssignmentOperator.Assign)
        {
            n.Left = Target(n.Left);
            n.Right = Expression(n.Right);
            return n;
        }

        var (function, _) = realm.Operators.Compound(n.Operator);
        if (Repeatable(n.Left))
        {
            var read = Expression(Copy(n.Left));
            return Nodes.Assign(n, Target(n.Left), Host(n, function, read, Expression(n.Right)));
        }

        var (target, key) = Parts(n.Left);
        return Host(n, a => realm.Members.Change(a[0], a[1], old => function([old, a[2]])), target, key, Expression(n.Right));
    }

    private Expression Update(UpdateExpression n)
    {
        var add = realm.Operators.Find(n.Operator == UnaryOperator.Increment ? BinaryOperator.Plus : BinaryOperator.Minus)!;
        var one = new JsValue(1d);
        JsValue Step(JsValue old) => add([realm.Operators.ToNumber([old]), one]);
        if (Repeatable(n.Argument))
        {
            var assign = Nodes.Assign(n, Target(Copy(n.Argument)), Host(n, a => Step(a[0]), Expression(Copy(n.Argument))));
            return n.Prefix ? assign : Host(n, a => realm.Operators.ToNumber([a[0]]), Expression(n.Argument), assign);
        }

        var (target, key) = Parts(n.Argument);
        return n.Prefix
            ? Host(n, a => realm.Members.Change(a[0], a[1], Step), target, key)
            : Host(n, a => realm.Members.ChangeAfter(a[0], a[1], Step, realm.Operators), target, key);
    }

    private Expression Target(Expression left) => left switch
    {
        Identifier n => names.Assign(n, _scope),
        MemberExpression n => Member(n),
        _ => throw new FormulaException(FormulaErrorCodes.Syntax,
            "Only a variable or a member can be changed here.", SyntaxTree.Start(left)),
    };

    private (Expression Target, Expression Key) Parts(Expression left)
    {
        if (left is not MemberExpression member)
        {
            Target(left);
            throw new FormulaException(FormulaErrorCodes.Syntax, "Only a variable or a member can be changed here.", SyntaxTree.Start(left));
        }

        var rewritten = (MemberExpression)Member(member);
        return (rewritten.Object, rewritten.Property);
    }

    /// <summary>Evaluating it twice costs nothing and changes nothing.</summary>
    private static bool Repeatable(Expression left) => left switch
    {
        Identifier => true,
        MemberExpression { Object: Identifier } n => !n.Computed || n.Property is Identifier or Jint.Parser.Ast.Literal { Type: SyntaxNodes.Literal },
        _ => false,
    };

    private static Expression Copy(Expression expression) => expression switch
    {
        Identifier n => new Identifier { Type = n.Type, Name = n.Name, Range = n.Range, Location = n.Location },
        MemberExpression n => new MemberExpression
        {
            Type = n.Type, Object = Copy(n.Object), Property = Copy(n.Property), Computed = n.Computed, Range = n.Range, Location = n.Location,
        },
        _ => expression,
    };
}
