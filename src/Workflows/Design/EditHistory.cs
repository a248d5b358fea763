using System.Collections.Immutable;

namespace Workflows.Design;

/// <summary>The states of something edited, for undo and redo. Immutable: going back gives exactly what was there.</summary>
public sealed record EditHistory<T>
{
    private const int Longest = 200;

    private EditHistory(ImmutableList<T> past, T present, ImmutableStack<T> future) => (Past, Present, Future) = (past, present, future);

    public T Present { get; }

    public bool CanUndo => !Past.IsEmpty;

    public bool CanRedo => !Future.IsEmpty;

    private ImmutableList<T> Past { get; }

    private ImmutableStack<T> Future { get; }

    public static EditHistory<T> Of(T present) => new([], present, []);

    /// <summary>After an edit; what was undone before cannot be redone any more. The oldest of 200 states is forgotten.</summary>
    public EditHistory<T> Do(T next)
    {
        var past = Past.Add(Present);
        return new(past.Count > Longest ? past.RemoveAt(0) : past, next, []);
    }

    public EditHistory<T> Undo() => CanUndo ? new(Past.RemoveAt(Past.Count - 1), Past[^1], Future.Push(Present)) : this;

    public EditHistory<T> Redo() => CanRedo ? new(Past.Add(Present), Future.Peek(), Future.Pop()) : this;
}
