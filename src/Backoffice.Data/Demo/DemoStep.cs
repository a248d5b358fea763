using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Forms.Definitions.Demo;

namespace Backoffice.Data.Demo;

/// <summary>One thing done: a record made (then <paramref name="Act"/> is null), or an act on it.</summary>
internal sealed record DemoStep(DemoDefinition Demo, DemoRecord Record, DemoAct? Act)
{
    internal decimal HoursAgo => this.Act?.HoursAgo ?? this.Record.HoursAgo;

    internal string By => this.Act?.By ?? this.Record.By;

    /// <summary>Of all demos, oldest first; of equal times in the order of the file.</summary>
    internal static IEnumerable<DemoStep> InOrder(IEnumerable<DemoDefinition> demos) => demos
        .SelectMany(demo => demo.Records.SelectMany(record =>
            record.Acts.Select(act => new DemoStep(demo, record, act)).Prepend(new DemoStep(demo, record, null))))
        .OrderByDescending(step => step.HoursAgo);

    /// <summary>The moment of the step.</summary>
    internal DateTimeOffset At(DateTimeOffset startedAt) => Before(startedAt, this.HoursAgo);

    /// <summary>
    /// The id that the record has in a database whose demo started then: the same for a player who goes on with what
    /// another one began. Like all ids of records, it begins with the time at which the record was made (RFC 9562, version 7).
    /// </summary>
    internal Guid RecordId(DateTimeOffset startedAt)
    {
        Span<byte> id = stackalloc byte[16];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{this.Demo.Key}/{this.Record.Id}")).AsSpan(0, 16).CopyTo(id);
        var moment = Before(startedAt, this.Record.HoursAgo).ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt32BigEndian(id, (uint)(moment >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(id[4..], (ushort)moment);
        id[6] = (byte)(0x70 | (id[6] & 0x0f));
        id[8] = (byte)(0x80 | (id[8] & 0x3f));
        return new Guid(id, bigEndian: true);
    }

    public override string ToString() =>
        $"demo \"{this.Demo.Key}\", record \"{this.Record.Id}\", {(this.Act is null ? "made" : this.Act.Act.ToString())} by {this.By}";

    private static DateTimeOffset Before(DateTimeOffset moment, decimal hours) => moment.AddHours(-(double)hours);
}
