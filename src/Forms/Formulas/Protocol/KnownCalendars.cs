using Forms.BusinessTime;

namespace Forms.Formulas.Protocol;

/// <summary>
/// The calendars that a worker has been sent, so that each goes to it once. Both ends keep one of these and forget by the
/// same rule at the same message, so that they agree without asking. Not thread safe.
/// </summary>
internal sealed class KnownCalendars
{
    private const int Most = 64;
    private readonly Dictionary<long, WorkingDates> _byNumber = [];

    /// <summary>Remembers a calendar; false when it was known already.</summary>
    public bool Add(long number, WorkingDates dates)
    {
        if (_byNumber.ContainsKey(number))
        {
            return false;
        }

        if (_byNumber.Count == Most)
        {
            _byNumber.Clear();
        }

        _byNumber.Add(number, dates);
        return true;
    }

    /// <summary>null for the number 0, which is none.</summary>
    /// <exception cref="InvalidDataException">It was never sent.</exception>
    public WorkingDates? Find(long number) => number == 0 ? null
        : _byNumber.TryGetValue(number, out var dates) ? dates
        : throw new InvalidDataException($"The calendar {number} was not sent.");
}
