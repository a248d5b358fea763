using Backoffice.Data.Definitions;
using Forms.Definitions.Demo;
using Forms.Problems;

namespace Backoffice.Data.Demo;

/// <summary>
/// Plays the demos of all packs with the same commands that people use, each dated at its moment: nothing is written
/// behind the engine's back, so every trail is one that could have happened. A demo that was broken off is played on from
/// where it stands. Not thread-safe.
/// </summary>
public sealed class DemoPlayer
{
    private readonly UnitOfWork work;
    private readonly PublishedDefinitions published;
    private readonly DemoStepPlayer player;
    private readonly DemoProgress progress;

    internal DemoPlayer(UnitOfWork work, PublishedDefinitions published, DemoStepPlayer player, DemoProgress progress) =>
        (this.work, this.published, this.player, this.progress) = (work, published, player, progress);

    /// <summary>Plays what is not played yet, oldest first; nothing when the database is to have no demo or has all of it.</summary>
    /// <exception cref="InvalidOperationException">A demo does not fit the definitions; the message names record and act.</exception>
    public async Task PlayAsync(CancellationToken ct)
    {
        var steps = DemoStep.InOrder(this.published.Current.All<DemoDefinition>()).ToList();
        while (await this.work.ReadAsync(DemoProgress.ReadAsync, ct) is var (next, startedAt))
        {
            if (next >= steps.Count)
            {
                throw new InvalidOperationException($"{next} steps of the demo are played, but the definitions have {steps.Count} by now. Start without it: --no-demo.");
            }

            this.progress.Begin(next, last: next == steps.Count - 1);
            try
            {
                await this.player.PlayAsync(steps, next, startedAt, ct);
            }
            catch (Exception wrong) when (wrong is RefusalException or InvalidDataException)
            {
                if (await this.work.ReadAsync(DemoProgress.ReadAsync, ct) is var (now, _) && now == next)
                {
                    var problems = wrong is RefusalException { Problems: var list } ? string.Join("; ", list) : string.Empty;
                    throw new InvalidOperationException($"{steps[next]}: {wrong.Message} {problems}".TrimEnd(), wrong);
                }

                // Another process plays it, too, and was quicker with this step.
            }
        }
    }
}
