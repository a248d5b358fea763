using Forms.BusinessTime;
using Forms.Formulas.Protocol;

namespace Forms.Formulas.Workers;

/// <summary>One question to a worker. It may be asked again: a formula has no effects.</summary>
internal sealed class Job(Batch batch, int index, string source, byte[] question, WorkingDates? calendar = null)
{
    public Batch Batch { get; } = batch;

    public string Source { get; } = source;

    public byte[] Question { get; } = question;

    /// <summary>The calendar that the question names; its worker must have it.</summary>
    public WorkingDates? Calendar { get; } = calendar;

    /// <summary>When a worker began with it first (time stamp); null before.</summary>
    public long? Begun { get; set; }

    /// <summary>When it came to wait for the slow lane.</summary>
    public long Parked { get; set; }

    /// <summary>How often a worker died at it for no known reason.</summary>
    public int Crashes { get; set; }

    public void Answer(object answer) => Batch.Answer(index, answer);

    public void Fail(FormulaError error) =>
        Answer(Question[4] == (byte)FrameKind.Analyze ? new FormulaAnalysis([], [error]) : new FormulaResult(null, error));
}
