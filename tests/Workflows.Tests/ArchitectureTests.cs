using Workflows.Runtime;

namespace Workflows.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_core_knows_forms_and_the_base_library_only()
    {
        var references = typeof(WorkflowEngine).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.All(references, name => Assert.True(
            name is "Forms" || name.StartsWith("System.", StringComparison.Ordinal),
            $"Expected Forms and System only, but found {name}."));
    }
}
