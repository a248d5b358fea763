namespace Backoffice.Web.Components.States;

/// <summary>How far the loading of a page or card has come.</summary>
public sealed record LoadState(bool IsReady, Failure? Failure)
{
    public static LoadState Loading { get; } = new(IsReady: false, Failure: null);

    public static LoadState Ready { get; } = new(IsReady: true, Failure: null);

    public static LoadState Failed(Failure failure) => new(IsReady: false, failure);
}
