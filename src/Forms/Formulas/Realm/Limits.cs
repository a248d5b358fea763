using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Forms.Formulas.Realm;

/// <summary>
/// The limits of the evaluation that is running, checked in every loop and function of a formula. What slips through (a
/// long operation of the engine itself) is ended from outside, by killing the process.
/// </summary>
internal sealed class Limits(long memoryLimit)
{
    /// <summary>Characters in one text.</summary>
    public const int MaxText = 1_000_000;

    /// <summary>Items that one list operation goes through.</summary>
    public const int MaxItems = 1_000_000;

    private const int Every = 32;
    private const long AllocatedBetweenLooks = 16 << 20;

    private readonly HashSet<object> _writing = new(ReferenceEqualityComparer.Instance);
    private long _deadline;
    private long _allocated;
    private int _count;
    private volatile bool _abandoned;

    public void Start(TimeSpan deadline)
    {
        _abandoned = false;
        _count = 0;
        _writing.Clear();
        _allocated = GC.GetAllocatedBytesForCurrentThread();
        _deadline = Stopwatch.GetTimestamp() + (long)(deadline.TotalSeconds * Stopwatch.Frequency);
    }

    /// <summary>From another thread: the running evaluation ends as soon as it checks.</summary>
    public void Abandon() => _abandoned = true;

    public void Check()
    {
        CheckStack();
        if (++_count % Every != 0)
        {
            return;
        }

        if (_abandoned || Stopwatch.GetTimestamp() > _deadline)
        {
            throw new FormulaException(FormulaErrorCodes.Timeout,
                "The formula took too long and was stopped. Is there a loop that never ends?");
        }

        CheckMemory();
    }

    public static void CheckStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FormulaException(FormulaErrorCodes.TooDeep,
                "Functions call each other too deeply here. Does one call itself without an end?");
        }
    }

    public void CheckText(long length)
    {
        if (length > MaxText)
        {
            throw new FormulaException(FormulaErrorCodes.Memory, $"The text becomes longer than {MaxText:N0} characters.");
        }

        Check();
    }

    public void CheckItems(double count)
    {
        if (count > MaxItems)
        {
            throw new FormulaException(FormulaErrorCodes.Memory, $"The list is longer than {MaxItems:N0} items.");
        }

        Check();
    }

    /// <returns>false when a list is being written already: it contains itself.</returns>
    public bool Enter(object list) => _writing.Add(list);

    public void Leave(object list) => _writing.Remove(list);

    private void CheckMemory()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (allocated - _allocated < AllocatedBetweenLooks)
        {
            return;
        }

        _allocated = allocated;
        if (GC.GetTotalMemory(forceFullCollection: false) > memoryLimit && GC.GetTotalMemory(forceFullCollection: true) > memoryLimit)
        {
            throw new FormulaException(FormulaErrorCodes.Memory, "The formula used too much memory and was stopped.");
        }
    }
}
