using Forms.Formulas;

namespace Forms.Tests.Formulas;

public sealed class EvalCommandTests(Pool pool)
{
    [Fact]
    public async Task Answers_in_order_and_goes_on_after_bad_lines()
    {
        const string Lines = """
            {"id": 1, "source": "a + b", "inputs": {"a": "0.10", "b": 0.2}, "scale": 2}
            not json
            {"id": "x", "source": "code", "inputs": {"code": "007"}}
            {"id": 3, "source": "for (;;); return 3"}
            {"id": 4, "source": "2.5", "scale": 0, "rounding": "bankers"}
            {"id": 5, "source": "nme", "inputs": {"name": "A"}}
            {"id": 6}
            {"id": 7, "source": "big + 1", "inputs": {"big": 9007199254740993}}
            """;
        using var output = new StringWriter();
        var exit = await FormulaEvalCommand.RunAsync(new StringReader(Lines), output, pool.Workers, CancellationToken.None);
        var answers = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(0, exit);
        Assert.Equal("""{"id":1,"value":0.30}""", answers[0]);
        Assert.StartsWith("""{"id":null,"error":{"code":"input.json",""", answers[1], StringComparison.Ordinal);
        Assert.Equal("""{"id":"x","value":"007"}""", answers[2]);
        Assert.StartsWith("""{"id":3,"error":{"code":"formula.timeout",""", answers[3], StringComparison.Ordinal);
        Assert.Equal("""{"id":4,"value":2}""", answers[4]);
        Assert.EndsWith("\"line\":1,\"column\":1}}", answers[5], StringComparison.Ordinal);
        Assert.Contains("input.case", answers[6], StringComparison.Ordinal);
        Assert.Equal("""{"id":7,"value":9007199254740994}""", answers[7]);
    }
}
