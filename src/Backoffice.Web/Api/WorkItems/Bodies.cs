using System.Text.Json.Serialization;
using Backoffice.Data.Workflows;
using Workflows.Definitions;
using Workflows.WorkItems;

namespace Backoffice.Web.Api.WorkItems;

/// <summary>Body of a submit.</summary>
/// <param name="Version">Of the record as it was seen; may stand in <c>If-Match</c> instead.</param>
internal sealed record Submission(long? Version, string? Comment);

/// <summary>Answer to a submit: the new instance.</summary>
internal sealed record Submitted(Guid Instance);

/// <summary>Body of a decision.</summary>
/// <param name="Value"><c>approve</c>, <c>reject</c>, <c>return</c> or <c>complete</c>; reject and return need a comment unless the step says otherwise.</param>
/// <param name="Resume">For a return: <c>inOrder</c> (where absent) or <c>straightBack</c>.</param>
/// <param name="ReturnTo">For a return: id of the step; the initiator where absent.</param>
/// <param name="Button">For a task with several ways to end: which.</param>
/// <param name="Seen">Version of the record that the person looked at; refused when it is another one now.</param>
internal sealed record Decision(
    [property: JsonPropertyName("decision"), JsonRequired] WorkItemDecision Value,
    string? Comment = null,
    ResumeMode Resume = ResumeMode.InOrder,
    string? ReturnTo = null,
    string? Button = null,
    long? Seen = null)
{
    internal WorkItemAnswer ToAnswer() => new(this.Value)
    {
        Comment = this.Comment,
        Resume = this.Resume,
        ReturnTo = this.ReturnTo,
        Button = this.Button,
        Seen = this.Seen,
    };
}

/// <summary>Body of a decision on several items: approve or reject.</summary>
internal sealed record BulkDecision([property: JsonRequired] IReadOnlyList<Guid> Items, [property: JsonPropertyName("decision"), JsonRequired] WorkItemDecision Value, string? Comment = null);

/// <summary>What became of one of several items.</summary>
/// <param name="Code">Why it was refused; null when it is done.</param>
internal sealed record BulkAnswer(Guid Item, string? Code, string? Detail);

/// <summary>Body of an act that gives an item to somebody.</summary>
internal sealed record Passing([property: JsonRequired] Guid To, string? Comment = null);

/// <summary>Body of adding signers.</summary>
internal sealed record Adding([property: JsonRequired] AddedPlace Place, [property: JsonRequired] IReadOnlyList<Guid> People, string? Comment = null);

/// <summary>Body of a comment.</summary>
internal sealed record Saying([property: JsonRequired] string Text, IReadOnlyList<Guid>? Mentions = null);

/// <summary>Body of sending copies.</summary>
internal sealed record Copying([property: JsonRequired] IReadOnlyList<Guid> To, string? Comment = null);

/// <summary>Body of a jump.</summary>
/// <param name="Visit">Number of the visit to move; the whole instance where absent.</param>
internal sealed record Jumping([property: JsonRequired] string Activity, [property: JsonRequired] string Comment, int? Visit = null);

/// <summary>Body of a migration, or of its dry run: new step by old one.</summary>
internal sealed record Migrating(IReadOnlyDictionary<string, string>? Choices = null, string? Comment = null);

/// <summary>Body of a delegation.</summary>
/// <param name="Holder">Whose work; one's own where absent.</param>
/// <param name="Workflows">Keys; all where absent.</param>
internal sealed record Delegating(
    [property: JsonRequired] Guid Proxy,
    [property: JsonRequired] DateTimeOffset StartsAt,
    [property: JsonRequired] DateTimeOffset EndsAt,
    Guid? Holder = null,
    IReadOnlyList<string>? Workflows = null,
    string? Comment = null);

/// <summary>Body of an act that may have words.</summary>
internal sealed record Remark(string? Comment);

/// <summary>Body of an act that needs words.</summary>
internal sealed record Reason([property: JsonRequired] string Comment);
