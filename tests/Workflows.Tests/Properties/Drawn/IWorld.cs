using Workflows.Definitions;
using Workflows.Runtime;

namespace Workflows.Tests.Properties.Drawn;

/// <summary>What the engine finds outside.</summary>
internal interface IWorld
{
    object? Answer(Question question);

    /// <summary>The answers, with the news of effects that the shell could not commit.</summary>
    Answers Effects(CompiledWorkflow workflow, Answers answers);
}
