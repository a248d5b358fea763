using System.Globalization;
using System.Text.Json;
using Workflows.Definitions;
using Workflows.Runtime;
using Workflows.Tests.Playing;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>What the engine finds outside, for one command: who is found, what holds, what fails. The same seed gives the same answers.</summary>
internal sealed class World(int seed) : IWorld
{
    public static readonly Guid[] Everybody =
        [People.Lin, People.Gao, People.Zhang, People.Chen, People.Wu, People.Sun, People.Admin];

    public object? Answer(Question question)
    {
        var random = new Random(HashCode(question.Key));
        if (random.Next(40) == 0)
        {
            return new AnswerFailure("test.broken", $"Expected an answer to '{question.Key}', but found none.");
        }

        return question switch
        {
            ConditionQuestion or ProxyQuestion => random.Next(2) == 0,
            CandidateQuestion asked => asked.To != People.Left,
            SignersQuestion { Chosen: { Count: > 0 } chosen } => (Signer[])[.. chosen.Select(person => new Signer(person, "chosen"))],
            ManagerQuestion or StandInQuestion => random.Next(4) == 0 ? [] : (Signer[])[new(Any(random), "found")],
            AdministratorQuestion => random.Next(5) == 0 ? [] : (Signer[])[new(People.Admin, "administrator")],
            PeopleQuestion => (Signer[])[.. Enumerable.Range(0, random.Next(5)).Select(_ => new Signer(Any(random), "by rule") { Weight = random.Next(1, 4) })],
            DueQuestion asked => asked.From + Length(asked.Length),
            ShiftQuestion asked => asked.DueAt + (asked.RunsAt - asked.StoppedAt),
            MomentQuestion => new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero) + TimeSpan.FromHours(random.Next(60)),
            ChildrenQuestion => (ChildRecord[])[.. Enumerable.Range(0, random.Next(3)).Select(index => new ChildRecord("order", new Guid(index + 1, 0, 0, new byte[8])))],
            FormulaQuestion => JsonSerializer.SerializeToElement(42),
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };
    }

    /// <summary>Some effects of steps that the shell has tried to commit have failed.</summary>
    public Answers Effects(CompiledWorkflow workflow, Answers answers) => workflow.Activities
        .Where(activity => new Random(HashCode(activity.Id)).Next(40) == 0)
        .Aggregate(answers, (known, activity) => known.WithFailure(new EffectQuestion(activity.Id), new AnswerFailure("test.effect", "Expected a record that its form takes.")));

    private static Guid Any(Random random) => Everybody[random.Next(Everybody.Length)];

    /// <summary>Business time in games has no nights: <c>5h</c> is five hours.</summary>
    private static TimeSpan Length(string text) => TimeSpan.FromHours(int.Parse(text.TrimEnd('b', 'h'), CultureInfo.InvariantCulture));

    /// <summary>The same in every process, other than <see cref="string.GetHashCode()"/>.</summary>
    private int HashCode(string key)
    {
        var hash = seed;
        foreach (var letter in key)
        {
            hash = unchecked((hash * 31) + letter);
        }

        return hash;
    }
}
