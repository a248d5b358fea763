using Jint.Native;

namespace Forms.Formulas.Realm;

/// <summary>A stable sort that survives comparers which contradict themselves or throw.</summary>
internal sealed class MergeSort(Limits limits, Func<JsValue, JsValue, int> compare)
{
    public JsValue[] Sort(JsValue[] items)
    {
        var from = items;
        var to = new JsValue[items.Length];
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var start = 0; start < items.Length; start += 2 * width)
            {
                Merge(from, to, start, Math.Min(start + width, items.Length), Math.Min(start + (2 * width), items.Length));
            }

            (from, to) = (to, from);
        }

        return from;
    }

    private void Merge(JsValue[] from, JsValue[] to, int left, int middle, int end)
    {
        var right = middle;
        for (int at = left, i = left; at < end; at++)
        {
            limits.Check();
            to[at] = i < middle && (right >= end || compare(from[i], from[right]) <= 0) ? from[i++] : from[right++];
        }
    }
}
