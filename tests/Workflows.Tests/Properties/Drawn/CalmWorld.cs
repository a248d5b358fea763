using System.Text.Json;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>A world in which everybody is there and nothing fails: three signers for every step that asks several.</summary>
internal sealed class CalmWorld : IWorld
{
    public static readonly CalmWorld Instance = new();

    public object? Answer(Question question) => question switch
    {
        SignersQuestion { ActivityId: "a" } => (Signer[])[new(People.Gao, "by rule"), new(People.Zhang, "by rule"), new(People.Chen, "by rule")],
        SignersQuestion or ManagerQuestion or RecipientsQuestion => (Signer[])[new(People.Sun, "by rule")],
        AdministratorQuestion or StandInQuestion => (Signer[])[new(People.Admin, "administrator")],
        ConditionQuestion => true,
        ProxyQuestion asked => asked.Person == People.Admin,
        CandidateQuestion => true,
        DueQuestion asked => asked.From + TimeSpan.FromHours(asked.Length.StartsWith('-') ? -2 : 4),
        ShiftQuestion asked => asked.DueAt + (asked.RunsAt - asked.StoppedAt),
        MomentQuestion => new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
        FormulaQuestion => JsonSerializer.SerializeToElement(42),
        ChildrenQuestion => (ChildRecord[])[new("order", new Guid(1, 0, 0, new byte[8]))],
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    public Answers Effects(CompiledWorkflow workflow, Answers answers) => answers;
}
