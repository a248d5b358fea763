using Forms.BusinessTime;

namespace Forms.Formulas.Protocol;

/// <summary>What the frames carry.</summary>
internal static class Messages
{
    public static byte[] Limits(WorkerLimits limits) => Frame.Encode(FrameKind.Limits, w =>
    {
        w.Write(limits.MaxSourceLength);
        w.Write(limits.MaxResultBytes);
        w.Write(limits.SoftMemoryBytes);
    });

    public static WorkerLimits ReadLimits(BinaryReader r) => new(r.ReadInt32(), r.ReadInt32(), r.ReadInt64());

    public static byte[] Evaluate(FormulaCall call, TimeSpan deadline, int maxInputBytes) => Frame.Encode(FrameKind.Evaluate, w =>
    {
        w.Write((int)deadline.TotalMilliseconds);
        w.Write(call.Source);
        w.Write(call.Scale ?? -1);
        w.Write((byte)call.Rounding);
        w.Write(call.WorkingDates?.Number ?? 0);
        ValueCodec.WriteMembers(w, call.Inputs, maxInputBytes);
    });

    public static (FormulaCall Call, TimeSpan Deadline) ReadEvaluate(BinaryReader r, KnownCalendars calendars)
    {
        var deadline = TimeSpan.FromMilliseconds(r.ReadInt32());
        var source = r.ReadString();
        var scale = r.ReadInt32();
        var rounding = (RoundingMode)r.ReadByte();
        var dates = calendars.Find(r.ReadInt64());
        var call = new FormulaCall(source, ValueCodec.ReadMembers(r)) { Scale = scale < 0 ? null : scale, Rounding = rounding, WorkingDates = dates };
        return (call, deadline);
    }

    public static byte[] Calendar(WorkingDates dates) => Frame.Encode(FrameKind.Calendar, w =>
    {
        w.Write(dates.Number);
        WriteDays(w, dates.Week.Select(day => (int)day));
        WriteDays(w, dates.Differing.Select(date => date.DayNumber));
    });

    public static (long Number, WorkingDates Dates) ReadCalendar(BinaryReader r)
    {
        var number = r.ReadInt64();
        var week = ReadDays(r).Select(day => (DayOfWeek)day).ToHashSet();
        var differing = ReadDays(r).Select(DateOnly.FromDayNumber).ToList();
        return (number, new WorkingDates(week, differing.Where(date => !week.Contains(date.DayOfWeek)), differing.Where(date => week.Contains(date.DayOfWeek))));
    }

    public static byte[] Analyze(string source) => Frame.Encode(FrameKind.Analyze, w => w.Write(source));

    public static byte[] Result(FormulaResult result) => Frame.Encode(FrameKind.Result, w =>
    {
        WriteError(w, result.Error);
        ValueCodec.Write(w, result.Value, int.MaxValue);
    });

    public static FormulaResult ReadResult(BinaryReader r)
    {
        var error = ReadError(r);
        return new FormulaResult(ValueCodec.Read(r), error);
    }

    public static byte[] Analysis(FormulaAnalysis analysis) => Frame.Encode(FrameKind.Analysis, w =>
    {
        ValueCodec.Write(w, analysis.Reads, int.MaxValue);
        w.Write(analysis.Errors.Count);
        foreach (var error in analysis.Errors)
        {
            WriteError(w, error);
        }

        w.Write(analysis.Places.Count);
        foreach (var (path, place) in analysis.Places)
        {
            w.Write(path);
            w.Write(place.Line);
            w.Write(place.Column);
        }
    });

    public static FormulaAnalysis ReadAnalysis(BinaryReader r)
    {
        var reads = (object?[])ValueCodec.Read(r)!;
        var errors = Enumerable.Range(0, r.ReadInt32()).Select(_ => ReadError(r)!).ToList();
        var places = Enumerable.Range(0, r.ReadInt32()).Select(_ => (Path: r.ReadString(), Place: new FormulaPlace(r.ReadInt32(), r.ReadInt32()))).ToDictionary(read => read.Path, read => read.Place, StringComparer.Ordinal);
        return new FormulaAnalysis([.. reads.Cast<string>()], errors) { Places = places };
    }

    private static void WriteDays(BinaryWriter w, IEnumerable<int> days)
    {
        var all = days.ToList();
        w.Write(all.Count);
        all.ForEach(w.Write);
    }

    private static List<int> ReadDays(BinaryReader r) => [.. Enumerable.Range(0, r.ReadInt32()).Select(_ => r.ReadInt32())];

    private static void WriteError(BinaryWriter w, FormulaError? error)
    {
        w.Write(error is not null);
        if (error is not null)
        {
            w.Write(error.Code);
            w.Write(error.Message);
            w.Write(error.Line ?? 0);
            w.Write(error.Column ?? 0);
        }
    }

    private static FormulaError? ReadError(BinaryReader r) =>
        r.ReadBoolean() ? new FormulaError(r.ReadString(), r.ReadString(), Positive(r.ReadInt32()), Positive(r.ReadInt32())) : null;

    private static int? Positive(int number) => number > 0 ? number : null;
}
