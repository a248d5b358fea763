using Jint.Native.Object;

namespace Forms.Formulas.Numbers;

/// <summary>
/// A number that a double cannot hold exactly: a fraction, or a whole number beyond 2^53. Whole numbers within are plain
/// JavaScript numbers, so a value has one form only, zero is never one of these, and each is true in a condition.
/// </summary>
internal sealed class DecimalObject : ObjectInstance
{
    public DecimalObject(Jint.Engine engine, decimal value)
        : base(engine)
    {
        Value = value;
        Prototype = engine.Number.PrototypeObject;
        Extensible = false;
    }

    public decimal Value { get; }

    public override string Class => "Number";

    public override string ToString() => NumberText.Write(Value);
}
