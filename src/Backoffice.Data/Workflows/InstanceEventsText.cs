using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Workflows.Runtime;

namespace Backoffice.Data.Workflows;

/// <summary>
/// Writes the events of one command as compressed JSON, and reads them back equal. The moment, which all of them share, is
/// written once; what reads back as the same anyway is left out.
/// </summary>
internal static class InstanceEventsText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(LeaveOutDefaults),
    };

    internal static byte[] Write(IReadOnlyList<WorkflowEvent> events) =>
        StoredStates.Compress(JsonSerializer.SerializeToUtf8Bytes(new Batch(events[0].At, events), Options));

    /// <exception cref="InvalidDataException">The bytes are not events.</exception>
    internal static IReadOnlyList<WorkflowEvent> Read(byte[] written)
    {
        try
        {
            var batch = JsonSerializer.Deserialize<Batch>(StoredStates.Decompress(written), Options)!;
            return [.. batch.Events.Select(happened => happened with { At = batch.At })];
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("Expected the events of a command, but found other data.", cause);
        }
    }

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        var isEvent = typeof(WorkflowEvent).IsAssignableFrom(type.Type);
        foreach (var property in type.Properties)
        {
            if (isEvent && property.Name == "at")
            {
                property.ShouldSerialize = (_, _) => false;
                continue;
            }

            var byDefault = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
            var isNeededList = property.AssociatedParameter is not null && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);
            property.ShouldSerialize = (_, value) => isNeededList || (value is ICollection list ? list.Count > 0 : !Equals(value, byDefault));
        }
    }

    private sealed record Batch(DateTimeOffset At, IReadOnlyList<WorkflowEvent> Events);
}
