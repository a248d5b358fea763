namespace Backoffice.Web.Components;

/// <summary>
/// Runs one act of a person (a click, a load, a live update) in a service scope of its own: a fresh DbContext that
/// ends with the act, whatever else the circuit does meanwhile. Thread-safe.
/// </summary>
public sealed class Gesture(IServiceScopeFactory scopes)
{
    /// <summary>Gives the act a service of a new scope and returns what the act returns.</summary>
    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>As above, for an act without a result.</summary>
    public async Task RunAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
