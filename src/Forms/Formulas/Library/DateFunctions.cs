using Forms.Formulas.Evaluation;
using Forms.Formulas.Numbers;
using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Native.Date;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Library;

/// <summary>Calendar days, without times or zones.</summary>
internal sealed class DateFunctions(FormulaRealm realm)
{
    public JsValue DaysBetween(JsValue[] a) =>
        realm.Number(Date(At(a, 1), "daysBetween").DayNumber - Date(At(a, 0), "daysBetween").DayNumber);

    public JsValue AddDays(JsValue[] a) => Shift(a, "addDays", (date, n) => date.AddDays(n));

    public JsValue AddMonths(JsValue[] a) => Shift(a, "addMonths", (date, n) => date.AddMonths(n));

    public JsValue Part(JsValue[] a, string where, Func<DateOnly, int> part) => realm.Number(part(Date(At(a, 0), where)));

    private static JsValue Shift(JsValue[] a, string where, Func<DateOnly, int, DateOnly> shift)
    {
        try
        {
            return DateText.Write(shift(Date(At(a, 0), where), WholeNumber(At(a, 1), where)));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new FormulaException(FormulaErrorCodes.Overflow, "The date goes beyond the years 1 to 9999.");
        }
    }

    public static int WholeNumber(JsValue value, string where)
    {
        var count = Operand.Require(value, where);
        return count == decimal.Truncate(count) && Math.Abs(count) <= 4_000_000
            ? (int)count
            : throw new FormulaException(FormulaErrorCodes.Type, $"{where} takes a whole number.");
    }

    public static DateOnly Date(JsValue value, string where)
    {
        var text = value.IsString() ? value.AsString()
            : value.IsObject() && value.AsObject() is DateInstance date ? DateText.Write(date)
            : null;
        return text is not null && DateText.TryRead(text, out var day)
            ? day
            : throw new FormulaException(FormulaErrorCodes.Type,
                $"{where} needs a date such as '2026-01-31', but got: {Operand.Describe(value).ToLowerInvariant()}.");
    }
}
