using System.Runtime.ExceptionServices;

namespace Forms.Formulas.Evaluation;

/// <summary>
/// Runs on a thread with a stack that the longest source cannot overflow: the engine's parser is recursive. Evaluation has
/// a smaller one, since giving up in the depth of a large stack takes longer than the deadline.
/// </summary>
internal static class BigStack
{
    private const int Size = 96 << 20;

    public static T Run<T>(Func<T> function)
    {
        T result = default!;
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = function();
            }
            catch (Exception thrown)
            {
                error = ExceptionDispatchInfo.Capture(thrown);
            }
        }, Size);
        thread.Start();
        thread.Join();
        error?.Throw();
        return result;
    }
}
