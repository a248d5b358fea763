namespace Forms.Formulas.Protocol;

internal enum FrameKind : byte
{
    Limits = 1,
    Evaluate = 2,
    Analyze = 3,
    Abandon = 4,
    Ready = 5,
    Result = 6,
    Analysis = 7,
    Calendar = 8,
}
