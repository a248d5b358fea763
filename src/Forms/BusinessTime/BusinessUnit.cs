namespace Forms.BusinessTime;

/// <summary>What a <see cref="BusinessDuration"/> counts.</summary>
public enum BusinessUnit
{
    /// <summary><c>bm</c>: minutes that pass inside working hours.</summary>
    WorkingMinute,

    /// <summary><c>bh</c>: hours that pass inside working hours.</summary>
    WorkingHour,

    /// <summary><c>bd</c>: working days, at the same time of day.</summary>
    WorkingDay,

    /// <summary><c>h</c>: hours that pass, working or not.</summary>
    Hour,

    /// <summary><c>d</c>: calendar days, at the same time of day.</summary>
    Day,

    /// <summary><c>w</c>: weeks of seven calendar days, at the same time of day.</summary>
    Week,

    /// <summary><c>mo</c>: calendar months, at the same time of day; the last day where the month is too short.</summary>
    Month,
}
