namespace Backoffice.Data.Instances;

/// <summary>
/// The events of one accepted command. Those of an instance, in order, give its state exactly. Only ever added.
/// </summary>
public sealed class InstanceEventsRow
{
    public Guid Instance { get; set; }

    /// <summary>1, 2, 3 … within the instance: the command number.</summary>
    public int Sequence { get; set; }

    /// <summary>Who gave the command; null for a deadline, a timer or the product itself.</summary>
    public Guid? Person { get; set; }

    /// <summary>The events as compressed JSON (<see cref="Workflows.InstanceEventsText"/>).</summary>
    public required byte[] Events { get; set; }
}
