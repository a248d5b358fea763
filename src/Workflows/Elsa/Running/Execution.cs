using System.Text.Json;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Values;

namespace Workflows.Elsa.Running;

/// <summary>An activity that has begun, while a command is handled. Kinds keep what they need to go on in its members.</summary>
internal sealed class Execution(int number, ElsaNode node, Execution? parent)
{
    public int Number { get; } = number;

    public ElsaNode Node { get; } = node;

    public Execution? Parent { get; } = parent;

    public ExecutionStatus Status { get; set; }

    public bool Backward { get; init; }

    public List<Variable> Variables { get; } = [];

    public Dictionary<string, JsonElement> Inputs { get; } = new(StringComparer.Ordinal);

    public int Position { get; set; }

    public bool Breaking { get; set; }

    public List<string> Marks { get; } = [];

    public Dictionary<int, int> Visits { get; } = [];

    public Dictionary<int, ElsaTraffic> Traffic { get; } = [];

    public List<Token> Tokens { get; } = [];

    /// <summary>Children that run or have faulted, in the order in which they began.</summary>
    public SortedDictionary<int, Execution> Children { get; } = [];

    /// <summary>Work that is waiting for its turn and belongs to this execution.</summary>
    public int Waiting { get; set; }

    public IEnumerable<Execution> Ancestors
    {
        get
        {
            for (var at = Parent; at is not null; at = at.Parent)
            {
                yield return at;
            }
        }
    }

    /// <summary>The input's value; nothing when it was not given.</summary>
    public JsonElement Input(string name) => Inputs.TryGetValue(name, out var value) ? value : ElsaValues.Null;

    public string Text(string name) => ElsaValues.Text(Input(name));
}

/// <summary>A variable in reach.</summary>
internal sealed class Variable(string id, string name, ElsaType type)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public ElsaType Type { get; } = type;

    public JsonElement Value { get; set; } = ElsaValues.Null;
}

/// <summary>A token on its way; see <see cref="ElsaToken"/>.</summary>
internal sealed class Token(int from, string port, int to)
{
    public int From { get; } = from;

    public string Port { get; } = port;

    public int To { get; } = to;

    public bool Consumed { get; set; }

    public bool Blocked { get; set; }

    public bool IsOpen => !Consumed && !Blocked;
}

internal enum ExecutionStatus
{
    Running,
    Completed,
    Cancelled,
    Faulted,
}

/// <summary>An activity cannot go on; becomes an incident.</summary>
internal sealed class ElsaFault(string message) : Exception(message);
