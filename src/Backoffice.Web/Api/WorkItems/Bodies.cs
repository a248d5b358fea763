using System.Text.Json.Serialization;
using Workflows.WorkItems;

namespace Backoffice.Web.Api.WorkItems;

/// <summary>Body of a submit.</summary>
/// <param name="Version">Of the record as it was seen; may stand in <c>If-Match</c> instead.</param>
internal sealed record Submission(long? Version, string? Comment);

/// <summary>Answer to a submit: the new instance.</summary>
internal sealed record Submitted(Guid Instance);

/// <summary>Body of a decision.</summary>
/// <param name="Value"><c>approve</c>, <c>reject</c> or <c>return</c>; the last two need a comment.</param>
/// <param name="Resume">For a return: <c>inOrder</c> (where absent) or <c>straightBack</c>.</param>
internal sealed record Decision(
    [property: JsonPropertyName("decision"), JsonRequired] WorkItemDecision Value,
    string? Comment = null,
    ResumeMode Resume = ResumeMode.InOrder);

/// <summary>Body of an act that may have words.</summary>
internal sealed record Remark(string? Comment);
