namespace Workflows.Elsa.Running;

/// <summary>Whether an instance can still go on.</summary>
public enum ElsaStatus
{
    Running,
    Finished,
}

/// <summary>Where a running instance is, or how a finished one ended.</summary>
public enum ElsaSubStatus
{
    Pending,
    Executing,
    Suspended,
    Finished,
    Cancelled,
    Faulted,
}

/// <summary>How a flowchart joins the ways into an activity.</summary>
public enum JoinBehaviour
{
    /// <summary>Visits of connections are counted, ways not taken included; what Elsa does where nothing is set.</summary>
    Counter,

    /// <summary>Tokens travel over connections, and the merge mode of the activity says what it waits for.</summary>
    Token,
}
