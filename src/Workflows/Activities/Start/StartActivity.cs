using Workflows.Definitions;

namespace Workflows.Activities.Start;

/// <summary>Where an instance begins: the initiator submits. Its one outcome is <see cref="Outcomes.Done"/>.</summary>
public sealed record StartActivity : ActivityDefinition;
