using System.Text.Json;

namespace Workflows.Elsa.Running;

/// <summary>Something that happened in a run and that the shell may have to act on.</summary>
/// <param name="InstanceId">The instance in which it happened.</param>
public abstract record ElsaEffect(string InstanceId);

/// <summary>A line was written.</summary>
public sealed record LineWritten(string InstanceId, string Text) : ElsaEffect(InstanceId);

/// <summary>The instance waits for something now.</summary>
public sealed record BookmarkCreated(string InstanceId, ElsaBookmark Bookmark) : ElsaEffect(InstanceId);

/// <summary>An event was published; instances of this run have it already.</summary>
public sealed record EventPublished(string InstanceId, string Event, string? CorrelationId, bool IsLocal, JsonElement Payload) : ElsaEffect(InstanceId);

/// <summary>An instance was started, by the shell or by another one.</summary>
public sealed record InstanceBegan(string InstanceId, string DefinitionId) : ElsaEffect(InstanceId);

/// <summary>An activity failed.</summary>
public sealed record IncidentRaised(string InstanceId, ElsaIncident Incident) : ElsaEffect(InstanceId);

/// <summary>An instance has ended.</summary>
public sealed record InstanceEnded(string InstanceId, ElsaSubStatus SubStatus) : ElsaEffect(InstanceId);
