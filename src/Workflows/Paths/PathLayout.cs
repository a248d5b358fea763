namespace Workflows.Paths;

/// <summary>Places a path on a grid: the main line in lane 0 from left to right, everything else below it.</summary>
public static class PathLayout
{
    public static PathDrawing Arrange(WorkflowPath path) => throw new NotImplementedException();
}
