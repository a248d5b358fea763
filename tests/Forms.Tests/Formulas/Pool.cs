using Forms.Formulas;

[assembly: AssemblyFixture(typeof(Forms.Tests.Formulas.Pool))]

namespace Forms.Tests.Formulas;

/// <summary>One pool of real worker processes for all tests of formulas.</summary>
public sealed class Pool : IAsyncLifetime
{
    public FormulaWorkers Workers { get; } = Create();

    public static FormulaWorkers Create(int workers = 2, double deadlineSeconds = 1) =>
        new(new FormulaWorkerOptions { Command = WorkerHost.Command, Workers = workers, Deadline = TimeSpan.FromSeconds(deadlineSeconds) }, TimeProvider.System);

    public async ValueTask InitializeAsync() => await Workers.WarmUpAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => Workers.DisposeAsync();

    public async Task<FormulaResult> Evaluate(string source, object? inputs = null, int? scale = null, RoundingMode rounding = RoundingMode.HalfUp)
    {
        var results = await Workers.EvaluateAsync([Call(source, inputs, scale, rounding)], CancellationToken.None);
        return results[0];
    }

    public async Task<object?> Value(string source, object? inputs = null, int? scale = null, RoundingMode rounding = RoundingMode.HalfUp)
    {
        var result = await Evaluate(source, inputs, scale, rounding);
        Assert.True(result.Error is null, $"{source}: {result.Error}");
        return result.Value;
    }

    public async Task<FormulaError> Error(string source, object? inputs = null)
    {
        var result = await Evaluate(source, inputs);
        Assert.True(result.Error is not null, $"{source} gave {result.Value}");
        return result.Error;
    }

    public static FormulaCall Call(string source, object? inputs = null, int? scale = null, RoundingMode rounding = RoundingMode.HalfUp) =>
        new(source, Inputs(inputs)) { Scale = scale, Rounding = rounding };

    /// <summary>The properties of an anonymous object, deeply.</summary>
    private static IReadOnlyDictionary<string, object?> Inputs(object? inputs) => inputs switch
    {
        null => new Dictionary<string, object?>(),
        IReadOnlyDictionary<string, object?> given => given,
        _ => inputs.GetType().GetProperties().ToDictionary(p => p.Name, p => Plain(p.GetValue(inputs))),
    };

    private static object? Plain(object? value) => value switch
    {
        null or string or bool or decimal or DateOnly => value,
        int number => (decimal)number,
        System.Collections.IDictionary => value,
        IReadOnlyDictionary<string, object?> => value,
        System.Collections.IEnumerable items => items.Cast<object?>().Select(Plain).ToList(),
        _ => Inputs(value),
    };
}
