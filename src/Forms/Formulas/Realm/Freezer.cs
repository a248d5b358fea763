using Jint.Native;
using Jint.Native.Object;

namespace Forms.Formulas.Realm;

/// <summary>Makes objects and all that can be reached from them unchangeable.</summary>
internal static class Freezer
{
    public static void Freeze(IEnumerable<JsValue> roots)
    {
        var pending = new Stack<ObjectInstance>(roots.Where(r => r.IsObject()).Select(r => r.AsObject()));
        var seen = new HashSet<ObjectInstance>(ReferenceEqualityComparer.Instance);
        while (pending.TryPop(out var current))
        {
            if (!seen.Add(current))
            {
                continue;
            }

            current.Extensible = false;
            foreach (var next in Seal(current).Append(current.Prototype).OfType<ObjectInstance>())
            {
                pending.Push(next);
            }
        }
    }

    /// <returns>The objects its members hold.</returns>
    private static List<ObjectInstance?> Seal(ObjectInstance owner)
    {
        var found = new List<ObjectInstance?>();
        foreach (var (_, member) in owner.GetOwnProperties())
        {
            member.Configurable = false;
            if (member.IsDataDescriptor())
            {
                member.Writable = false;
            }

            found.AddRange(new[] { member.Value, member.Get, member.Set }.Select(v => v is not null && v.IsObject() ? v.AsObject() : null));
        }

        return found;
    }
}
