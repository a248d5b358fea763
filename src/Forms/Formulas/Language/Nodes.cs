using Jint.Native;
using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

/// <summary>New nodes with the place of the node they stand for.</summary>
internal static class Nodes
{
    public static Literal Constant(SyntaxNode at, JsValue value) => new()
    {
        Type = SyntaxNodes.Literal,
        Cached = true,
        CachedValue = value,
        Range = at.Range,
        Location = at.Location,
    };

    public static CallExpression Call(SyntaxNode at, Expression callee, IList<Expression> arguments) => new()
    {
        Type = SyntaxNodes.CallExpression,
        Callee = callee,
        Arguments = arguments,
        CanBeCached = false,
        Range = at.Range,
        Location = at.Location,
    };

    public static AssignmentExpression Assign(SyntaxNode at, Expression left, Expression right) => new()
    {
        Type = SyntaxNodes.AssignmentExpression,
        Operator = AssignmentOperator.Assign,
        Left = left,
        Right = right,
        Range = at.Range,
        Location = at.Location,
    };
}
