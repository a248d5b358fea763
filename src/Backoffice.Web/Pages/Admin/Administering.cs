using Backoffice.Data.Records;
using Backoffice.Web.Components;
using Backoffice.Web.Components.States;
using Backoffice.Web.Localization;
using Forms.Problems;

namespace Backoffice.Web.Pages.Admin;

/// <summary>What administrators do, with what is said after each. Scoped.</summary>
public sealed class Administering(Gesture gesture, CurrentPerson me, Toasts toasts, Words words, ILogger<Administering> log)
{
    /// <summary>Does something by a service of the data layer.</summary>
    /// <param name="done">Key of what is said when it is done.</param>
    /// <returns>Whether it is done; what was refused is said.</returns>
    public async Task<bool> RunAsync<TService>(string done, Func<TService, Actor, Task> act)
        where TService : notnull
    {
        try
        {
            var actor = await me.ActorAsync();
            await gesture.RunAsync<TService>(service => act(service, actor));
            toasts.Done(words[done]);
            return true;
        }
        catch (RefusalException refusal)
        {
            toasts.Refuse(words["admin.refused"], refusal.Problems is [var first, ..] ? first.Message : refusal.Message);
        }
#pragma warning disable CA1031 // Said with a reference and logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            toasts.Refuse(words["admin.refused"], words["do.copyReference", Failure.Of(failure, log).Reference]);
        }

        return false;
    }

    /// <summary>Asks a service of the data layer.</summary>
    public async Task<TResult> AskAsync<TService, TResult>(Func<TService, Actor, Task<TResult>> ask)
        where TService : notnull
    {
        var actor = await me.ActorAsync();
        return await gesture.RunAsync<TService, TResult>(service => ask(service, actor));
    }
}
