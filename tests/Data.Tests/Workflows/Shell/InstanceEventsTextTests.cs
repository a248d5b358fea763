using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Backoffice.Data.Workflows;
using Workflows.Runtime;

namespace Data.Tests.Workflows.Shell;

/// <summary>Every kind of event is read back as it was written, full or as empty as can be.</summary>
public sealed class InstanceEventsTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Kinds => [.. typeof(WorkflowEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_is_read_back_equal(string kind)
    {
        var type = typeof(WorkflowEvent).Assembly.GetType($"{typeof(WorkflowEvent).Namespace}.{kind}")!;
        foreach (var full in new[] { true, false })
        {
            WorkflowEvent[] written = [Make(type, full), Make(type, full)];

            var read = InstanceEventsText.Read(InstanceEventsText.Write(written));

            Assert.All(read, happened => Assert.IsType(type, happened));
            Assert.Equal(written.Select(Plain), read.Select(Plain));
        }
    }

    [Fact]
    public void There_is_no_event_that_is_not_listed()
    {
        var listed = typeof(WorkflowEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).ToHashSet();

        Assert.Equal(typeof(WorkflowEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(WorkflowEvent))).ToHashSet(), listed);
        Assert.True(listed.Count > 30);
    }

    [Fact]
    public void Other_bytes_are_named_as_such()
    {
        Assert.Throws<InvalidDataException>(() => InstanceEventsText.Read([1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => InstanceEventsText.Read([]));
    }

    /// <summary>All that an event holds, by another writer.</summary>
    private static string Plain(WorkflowEvent happened) => JsonSerializer.Serialize<object>(happened);

    private static WorkflowEvent Make(Type type, bool full)
    {
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters().FirstOrDefault()?.Name == "At");
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, full, IsNullable(new NullabilityInfoContext().Create(parameter)), parameter.Name == "At"))]);
        foreach (var property in type.GetProperties().Where(property => full && property.SetMethod is not null && property.Name != "At"))
        {
            property.SetValue(made, Value(property.PropertyType, full, nullable: true, isAt: false));
        }

        return (WorkflowEvent)made;
    }

    private static bool IsNullable(NullabilityInfo info) => info.ReadState == NullabilityState.Nullable;

    private static object? Value(Type type, bool full, bool nullable, bool isAt)
    {
        if (isAt)
        {
            return At;
        }

        if (!full && (nullable || Nullable.GetUnderlyingType(type) is not null))
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => full ? "text \u4e2d \"{\"" : "",
            _ when type == typeof(int) => full ? 7 : 0,
            _ when type == typeof(bool) => full,
            _ when type == typeof(Guid) => full ? new Guid("01a20cc8-8e80-7f86-8bf6-49fd4404ef80") : Guid.Empty,
            _ when type == typeof(TimeSpan) => full ? new TimeSpan(1, 2, 3, 4, 5) : TimeSpan.Zero,
            _ when type == typeof(DateTimeOffset) => full ? At.AddTicks(1_234_567) : default(DateTimeOffset),
            _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(full ? 1.50m : (decimal?)null),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(full ? Enum.GetValues(type).Length - 1 : 0),
            _ when type == typeof(Signer) => new Signer(Guid.Empty, full ? "because" : "") { Weight = full ? 3 : 1 },
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GetGenericArguments()[0], full),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => Map(type.GetGenericArguments()[1], full),
            _ => throw new NotSupportedException($"This test makes no {type}."),
        };
    }

    private static IList List(Type item, bool full)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        if (full)
        {
            list.Add(Value(item, full, nullable: false, isAt: false));
        }

        return list;
    }

    private static IDictionary Map(Type value, bool full)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        if (full)
        {
            map["one"] = Value(value, full, nullable: false, isAt: false);
        }

        return map;
    }
}
