using Forms.BusinessTime;
using Forms.Formulas.Evaluation;
using Forms.Formulas.Realm;
using Jint.Native;
using static Forms.Formulas.Realm.BuiltIns;

namespace Forms.Formulas.Library;

/// <summary>
/// Days on which the company works (requirement R1), by the calendar that came with the call.
/// <para><c>addBusinessDays(date, n)</c>: the n-th business day after the date, before it when n is negative; for 0 the date
/// itself, or the next business day when it is none. <c>businessDaysBetween(from, to)</c>: business days after the first
/// date up to and with the second, from Friday to Monday 1; negative when the second is earlier.
/// <c>isBusinessDay(date)</c>: true or false.</para>
/// </summary>
internal sealed class BusinessDayFunctions(FormulaRealm realm)
{
    public JsValue Add(JsValue[] a)
    {
        var dates = Calendar("addBusinessDays");
        try
        {
            return DateText.Write(dates.Add(DateFunctions.Date(At(a, 0), "addBusinessDays"), DateFunctions.WholeNumber(At(a, 1), "addBusinessDays")));
        }
        catch (BusinessTimeException error)
        {
            throw new FormulaException(error.Code == BusinessTimeException.OutOfRange ? FormulaErrorCodes.Overflow : FormulaErrorCodes.Calendar, error.Message);
        }
    }

    public JsValue Between(JsValue[] a) => realm.Number(
        Calendar("businessDaysBetween").Between(DateFunctions.Date(At(a, 0), "businessDaysBetween"), DateFunctions.Date(At(a, 1), "businessDaysBetween")));

    public JsValue IsOne(JsValue[] a) => Calendar("isBusinessDay").IsWorkingDate(DateFunctions.Date(At(a, 0), "isBusinessDay"));

    private WorkingDates Calendar(string where) => realm.WorkingDates
        ?? throw new FormulaException(FormulaErrorCodes.Calendar, $"{where} needs a business calendar, and none is given here.");
}
