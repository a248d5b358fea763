using Forms.Definitions;
using Forms.Records;

namespace Reports.Print;

/// <summary>
/// What a template prints: a record and what belongs around it. A template sees it as
/// <c>{{customer}}</c> (a field as people read it), <c>{{raw.total}}</c> (its value), <c>{{plain.total}}</c> (an amount
/// without the sign of its currency), <c>{{label.customer}}</c> and <c>{{label.lines.amount}}</c>,
/// <c>{{#each lines}}{{row}} {{product}} {{amount}}{{/each}}</c>,
/// <c>{{#each trail}}{{name}} {{step}} {{t act}} {{at}} {{comment}} {{for}}{{/each}}</c>,
/// <c>{{print.company}}</c>, <c>{{print.at}}</c>, <c>{{print.by}}</c>. A field named like one of these groups is
/// reached as <c>{{raw.label}}</c>.
/// </summary>
public sealed record PrintModel
{
    public required FormDefinition Form { get; init; }

    /// <summary>With its sub-tables and computed fields.</summary>
    public required Record Record { get; init; }

    public LabelCatalog Labels { get; init; } = LabelCatalog.Empty;

    /// <summary>Title of a linked record or the name of a person by id; null when unknown, which prints nothing.</summary>
    public Func<Guid, string?> TitleOf { get; init; } = static _ => null;

    /// <summary>ISO code for amounts whose field names no currency field; none when null.</summary>
    public string? Currency { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PrintSignature> Trail { get; init; } = [];

    public string Company { get; init; } = string.Empty;

    public required DateTimeOffset PrintedAt { get; init; }

    /// <summary>Name of the person who prints.</summary>
    public string PrintedBy { get; init; } = string.Empty;

    /// <summary>Zone in which points in time are shown; their own offset when null.</summary>
    public TimeZoneInfo? Zone { get; init; }
}
