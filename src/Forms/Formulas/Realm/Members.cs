using Jint.Native;
using Jint.Runtime;

namespace Forms.Formulas.Realm;

/// <summary>Changes a member whose object or key must be evaluated once only: <c>f().n += 1</c>, <c>list[i++] *= 2</c>.</summary>
internal sealed class Members(Jint.Engine engine)
{
    public JsValue Change(JsValue target, JsValue key, Func<JsValue, JsValue> step) => Change(target, key, step, out _);

    public JsValue ChangeAfter(JsValue target, JsValue key, Func<JsValue, JsValue> step, Operators operators)
    {
        Change(target, key, step, out var old);
        return operators.ToNumber(old);
    }

    private JsValue Change(JsValue target, JsValue key, Func<JsValue, JsValue> step, out JsValue old)
    {
        var name = TypeConverter.ToString(key);
        if (target.Type is Types.Undefined or Types.Null)
        {
            throw new FormulaException(FormulaErrorCodes.Type, $"'{name}' of an empty value cannot be changed.");
        }

        var owner = TypeConverter.ToObject(engine, target);
        old = owner.Get(name);
        var changed = step(old);
        owner.Put(name, changed, true);
        return changed;
    }
}
