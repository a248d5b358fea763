using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Backoffice.Data.Schema;

/// <summary>A moment as UTC ticks, for SQLite, which cannot compare date-times with offsets.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
