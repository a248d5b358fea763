namespace Workflows.Runtime;

/// <summary>One branch of a fork that was taken.</summary>
/// <param name="Number">1, 2, 3 … within the instance; 0 is what lies outside all forks.</param>
/// <param name="Parent">The branch in which the fork lies.</param>
/// <param name="Fork">The visit of the fork. All branches of one visit make its scope.</param>
/// <param name="Name">The outcome of the fork.</param>
/// <param name="OpenedBy">The command that opened it.</param>
public sealed record BranchState(int Number, int Parent, int Fork, string Name, int OpenedBy);
