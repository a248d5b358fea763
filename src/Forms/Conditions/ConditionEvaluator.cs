using Forms.Definitions;
using Forms.Records;

namespace Forms.Conditions;

/// <summary>Placeholder until the evaluator lands.</summary>
public sealed class ConditionEvaluator
{
    public Task<bool> HoldsAsync(Condition condition, FormDefinition form, Record record, IReadOnlyDictionary<string, string> files, Guid me, CancellationToken ct) =>
        throw new NotSupportedException();
}
