using System.Diagnostics;
using System.Text.Json;
using Forms.Conditions;
using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.SetField;
using Workflows.Activities.Start;
using Workflows.Definitions;
using Workflows.Runtime;

namespace Bench.Workflow;

/// <summary>
/// The pure core by itself, in memory: start, ten steps that set a field each, a decision by a built condition, end.
/// What the database adds is measured elsewhere.
/// </summary>
internal static class CoreScenario
{
    private const int Steps = 10;
    private const int Instances = 200_000;

    private static readonly Guid Initiator = new("00000000-0000-0000-0000-000000000001");
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    internal static Task RunAsync()
    {
        var workflow = WorkflowCompiler.Compile(Definition()).Workflow ?? throw new InvalidOperationException("Expected a workflow without problems.");
        var answers = Answers.From(Answer);
        Play(workflow, answers, Instances);

        var best = 0d;
        var allocated = 0d;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            Play(workflow, answers, Instances);
            best = Math.Max(best, Instances / Stopwatch.GetElapsedTime(start).TotalSeconds);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Instances;
        }

        Measure.Print("workflow.core", best, "/s");
        Measure.Print("workflow.core.allocated", allocated, "B per instance");
        return Task.CompletedTask;
    }

    private static void Play(CompiledWorkflow workflow, Answers answers, int instances)
    {
        for (var i = 0; i < instances; i++)
        {
            if (WorkflowEngine.Handle(workflow, null, new StartInstance(Initiator), answers, Now) is not Accepted { State.Status: InstanceStatus.Completed, State.Path.Count: Steps + 3 })
            {
                throw new InvalidOperationException("Expected every instance to end as approved, but found one that did not.");
            }
        }
    }

    /// <summary>The amount of the record is 250,000; the condition asks for more than 200,000.</summary>
    private static object? Answer(Question question) => question is ConditionQuestion { Condition: { Field: "amount", Operator: ComparisonOperator.Above, Value: { } limit } }
        ? 250_000m > limit.GetDecimal()
        : throw new InvalidOperationException($"Expected one question, whether the amount is above the limit, but found '{question.Key}'.");

    private static WorkflowDefinition Definition()
    {
        ActivityDefinition[] steps =
        [
            .. Enumerable.Range(1, Steps).Select(number => new SetFieldActivity
            {
                Id = $"set-{number}",
                Label = $"Set {number}",
                Values = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [$"field{number}"] = JsonSerializer.SerializeToElement(number) },
            }),
        ];
        var condition = new Condition { Field = "amount", Operator = ComparisonOperator.Above, Value = JsonSerializer.SerializeToElement(200_000) };
        return new WorkflowDefinition
        {
            Key = "core",
            Label = "Core",
            Form = "contract",
            Activities =
            [
                new StartActivity { Id = "submit", Label = "Submit" },
                .. steps,
                new DecisionActivity { Id = "large", Label = "Large", Condition = condition },
                new EndActivity { Id = "end", Label = "End" },
                new EndActivity { Id = "small", Label = "Small", Result = EndResult.Rejected },
            ],
            Transitions =
            [
                new TransitionDefinition { From = "submit", To = steps[0].Id },
                .. steps.Zip(steps.Skip(1), (from, to) => new TransitionDefinition { From = from.Id, To = to.Id }),
                new TransitionDefinition { From = steps[^1].Id, To = "large" },
                new TransitionDefinition { From = "large", Outcome = "true", To = "end" },
                new TransitionDefinition { From = "large", Outcome = "false", To = "small" },
            ],
        };
    }
}
