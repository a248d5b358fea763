using Forms.Formulas.Numbers;
using Jint.Native;
using Jint.Parser.Ast;
using Jint.Runtime;

namespace Forms.Formulas.Realm;

/// <summary>The operators that the rewriter puts in place of the engine's.</summary>
internal sealed class Operators(FormulaRealm realm)
{
    private static readonly JsValue Undefined = new("undefined");
    private static readonly JsValue Number = new("number");

    /// <summary>null for operators that stay as they are (bits, in, instanceof).</summary>
    public Func<JsValue[], JsValue>? Find(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Plus => Add,
        BinaryOperator.Minus => Subtract,
        BinaryOperator.Times => Multiply,
        BinaryOperator.Divide => Divide,
        BinaryOperator.Modulo => a => realm.Number(Arithmetic.Remainder(Operand.Require(a[0], "%"), Operand.Require(a[1], "%"))),
        BinaryOperator.Equal => a => Comparison.AreEqual(a[0], a[1]),
        BinaryOperator.NotEqual => a => !Comparison.AreEqual(a[0], a[1]),
        BinaryOperator.StrictlyEqual => a => Comparison.AreIdentical(a[0], a[1]),
        BinaryOperator.StricltyNotEqual => a => !Comparison.AreIdentical(a[0], a[1]),
        BinaryOperator.Less => a => Comparison.Compare(a[0], a[1]) < 0,
        BinaryOperator.LessOrEqual => a => Comparison.Compare(a[0], a[1]) <= 0,
        BinaryOperator.Greater => a => Comparison.Compare(a[0], a[1]) > 0,
        BinaryOperator.GreaterOrEqual => a => Comparison.Compare(a[0], a[1]) >= 0,
        _ => null,
    };

    public (Func<JsValue[], JsValue> Function, string Sign) Compound(AssignmentOperator operation) => operation switch
    {
        AssignmentOperator.PlusAssign => (Add, "+"),
        AssignmentOperator.MinusAssign => (Subtract, "-"),
        AssignmentOperator.TimesAssign => (Multiply, "*"),
        AssignmentOperator.DivideAssign => (Divide, "/"),
        AssignmentOperator.ModuloAssign => (Find(BinaryOperator.Modulo)!, "%"),
        AssignmentOperator.BitwiseAndAssign => (a => Bits(a, static (x, y) => x & y), "&"),
        AssignmentOperator.BitwiseOrAssign => (a => Bits(a, static (x, y) => x | y), "|"),
        AssignmentOperator.BitwiseXOrAssign => (a => Bits(a, static (x, y) => x ^ y), "^"),
        AssignmentOperator.LeftShiftAssign => (a => Bits(a, static (x, y) => x << (y & 31)), "<<"),
        AssignmentOperator.RightShiftAssign => (a => Bits(a, static (x, y) => x >> (y & 31)), ">>"),
        _ => (a => (double)(TypeConverter.ToUint32(a[0]) >> (TypeConverter.ToInt32(a[1]) & 31)), ">>>"),
    };

    /// <summary>Unary plus, and the old value of <c>x++</c>: text that is no number gives NaN, to be asked with isNaN.</summary>
    public JsValue ToNumber(params JsValue[] a) =>
        a[0].IsNumber() || Operand.Decimal(a[0]) is not null ? a[0]
        : Operand.TryConvert(a[0], out var number, out var special) ? realm.Number(number) : special;

    public JsValue Negate(JsValue[] a) =>
        a[0].IsNumber() && double.IsInfinity(a[0].AsNumber()) ? -a[0].AsNumber() : realm.Number(-Operand.Require(a[0], "-"));

    public JsValue TypeOf(JsValue[] a) => a[0].Type switch
    {
        Types.Undefined => Undefined,
        Types.Boolean => "boolean",
        Types.String => "string",
        Types.Number => Number,
        Types.Object when Operand.Decimal(a[0]) is not null => Number,
        Types.Object when a[0].TryCast<ICallable>() is not null => "function",
        _ => "object",
    };

    private JsValue Add(JsValue[] a)
    {
        if (Operand.IsSmallWhole(a[0], out var x) && Operand.IsSmallWhole(a[1], out var y) && Math.Abs(x + y) <= Operand.MaxExact)
        {
            return x + y;
        }

        var left = Primitive(a[0]);
        var right = Primitive(a[1]);
        return left.IsString() || right.IsString()
            ? Join(TypeConverter.ToString(left), TypeConverter.ToString(right))
            : realm.Number(Arithmetic.Add(Operand.Require(left, "+"), Operand.Require(right, "+")));
    }

    private JsValue Subtract(JsValue[] a) =>
        Operand.IsSmallWhole(a[0], out var x) && Operand.IsSmallWhole(a[1], out var y) && Math.Abs(x - y) <= Operand.MaxExact
            ? x - y
            : realm.Number(Arithmetic.Subtract(Operand.Require(a[0], "-"), Operand.Require(a[1], "-")));

    private JsValue Multiply(JsValue[] a) =>
        Operand.IsSmallWhole(a[0], out var x) && Operand.IsSmallWhole(a[1], out var y) && Math.Abs(x * y) < Operand.MaxExact
            ? (x * y) + 0d
            : realm.Number(Arithmetic.Multiply(Operand.Require(a[0], "*"), Operand.Require(a[1], "*")));

    private JsValue Divide(JsValue[] a) =>
        realm.Number(Arithmetic.Divide(Operand.Require(a[0], "/"), Operand.Require(a[1], "/")));

    private JsValue Join(string left, string right)
    {
        realm.Limits.CheckText((long)left.Length + right.Length);
        return left + right;
    }

    private static JsValue Primitive(JsValue value) =>
        value.IsObject() && Operand.Decimal(value) is null ? TypeConverter.ToPrimitive(value) : value;

    private static JsValue Bits(JsValue[] a, Func<int, int, int> operation) =>
        (double)operation(TypeConverter.ToInt32(a[0]), TypeConverter.ToInt32(a[1]));
}
