namespace Forms.Formulas.Workers;

/// <summary>
/// Sources that were stopped at their deadline, or killed a worker, twice within a minute are refused for ten seconds: a
/// formula in a list of a thousand records is stopped twice, not a thousand times. Thread safe.
/// </summary>
internal sealed class Quarantine(TimeProvider time)
{
    private const int Allowed = 2;
    private const int MaxSources = 1000;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Refused = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Stops, DateTimeOffset Last)> _stopped = new(StringComparer.Ordinal);

    public void Stopped(string source)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_stopped.Count >= MaxSources)
            {
                _stopped.Clear();
            }

            var stops = _stopped.TryGetValue(source, out var before) && now - before.Last < Memory ? before.Stops : 0;
            _stopped[source] = (stops + 1, now);
        }
    }

    /// <returns>How long the source is refused still; null when it may run.</returns>
    public TimeSpan? For(string source)
    {
        lock (_lock)
        {
            if (!_stopped.TryGetValue(source, out var entry) || entry.Stops < Allowed)
            {
                return null;
            }

            var left = entry.Last + Refused - time.GetUtcNow();
            return left > TimeSpan.Zero ? left : null;
        }
    }
}
