using System.Globalization;
using Backoffice.Web.Localization;
using Workflows.Definitions;
using Workflows.Paths;

namespace Backoffice.Web.Components.Workflow;

/// <summary>What a path says about its steps and signers, in the language of the person who looks.</summary>
/// <param name="Workflow">Key of the workflow, for the labels of its steps.</param>
/// <param name="Me">Who looks: read as "You".</param>
/// <param name="NameOf">Name of a person.</param>
/// <param name="SignsAs">As what a person signs, by the words of the rule that found them; null where they say nothing.</param>
public sealed record PathWords(
    Words Words, Labels Labels, Moments Moments, string Workflow, Guid Me, Func<Guid, string> NameOf, Func<string, string?>? SignsAs = null)
{
    /// <summary>When an item of the path is due; never where nobody says.</summary>
    public Func<DateTimeOffset, Due> DueOf { get; init; } = _ => Due.None;

    /// <summary>The head of a box: the step, or as what its signer signs where signers are drawn apart.</summary>
    public string Name(PathNode node) => node.Signer is { } signer ? SignsAs?.Invoke(signer.Because) ?? this.Name(node.Step) : this.Name(node.Step);

    public string Name(PathStep step) => step.Kind switch
    {
        PathStepKind.Submit => Words["path.submit"],
        _ => Labels.Activity(Workflow, step.ActivityId, step.Label),
    };

    /// <summary>The line under the name: who, and how long it took or waits; why a step is skipped.</summary>
    public string Detail(PathNode node) => node.Signer is { } signer ? this.Signer(signer) : this.Detail(node.Step);

    public string Detail(PathStep step) => step switch
    {
        { State: PathStepState.Skipped, SkippedBy: { } reason } =>
            Words[reason.ComesIf ? "path.onlyIf" : "path.notIf", this.Condition(reason)],
        { State: PathStepState.Skipped } => Words["path.skipped"],
        { Incident: not null } => Words["path.stopped"],
        { Kind: PathStepKind.Submit, Round: > 1 and var round, Signers: [var one, ..] } => Words["path.submittedTimes", this.Person(one.Person), round],
        { Kind: PathStepKind.Submit, Signers: [var one, ..] } => this.Person(one.Person),
        { Kind: PathStepKind.End, State: PathStepState.Done } => Words["path.ended"],
        { Kind: PathStepKind.End } => Words["path.automatic"],
        { Kind: PathStepKind.Wait, State: PathStepState.Current } => Words["path.waits"],
        { Kind: PathStepKind.Wait } => Words["path.automatic"],
        { Signers: [] } => Words["path.itself"],
        { Signers: [var one] } => this.Signer(one),
        { State: PathStepState.Current } when step.Signers.FirstOrDefault(signer => signer.State == PathSignerState.Open) is { } open =>
            this.Signer(open) + Words["path.andMore", step.Signers.Count - 1],
        { Mode: global::Workflows.Activities.Approval.SignMode.Any } => Words["path.anyOf", this.Names(step)],
        _ => this.Names(step),
    };

    /// <summary>Everything about a step in one sentence, for the ordered list.</summary>
    public string Sentence(PathStep step) => step.State switch
    {
        PathStepState.Done when step.Outcome == Outcomes.Rejected => Words["path.state.rejected"],
        PathStepState.Done => Words["path.state.done"],
        PathStepState.Current => Words["path.state.current"],
        PathStepState.Expected => Words["path.state.expected"],
        _ => Words["path.state.skipped"],
    };

    /// <summary>The words beside a return: "Fri 15:40, payment 60 days".</summary>
    public string Return(PathReturn back)
    {
        var comment = back.Comment.Length > 40 ? string.Concat(back.Comment.AsSpan(0, 38).TrimEnd(), "…") : back.Comment;
        return Moments.Short(back.At) + Words["list.comma"] + comment;
    }

    private string Condition(StepCondition reason) => reason.Branch is { } branch
        ? Labels.Branch(Workflow, reason.ActivityId, branch, reason.Label)
        : Labels.Activity(Workflow, reason.ActivityId, reason.Label);

    public string Person(Guid person) => person == Me ? Words["path.you"] : NameOf(person);

    private string Signer(PathSigner signer)
    {
        var who = signer.ActedBy is { } proxy ? Words["path.for", this.Person(proxy), this.Person(signer.Person)]
            : signer.BroughtInBy is { } adder ? Words["path.addedBy", this.Person(signer.Person), this.Person(adder)]
            : this.Person(signer.Person);
        return signer switch
        {
            { State: PathSignerState.Open, DueAt: { } due } when this.DueOf(due) is { State: not DueState.None } said => who + Words["list.comma"] + said.Sentence.ToLower(CultureInfo.CurrentCulture),
            { State: PathSignerState.Open, AskedAt: { } asked } => Words["path.waiting", who, Moments.Rough(Moments.Since(asked))],
            { State: PathSignerState.Held } => Words["path.held", who],
            { State: PathSignerState.NotNeeded } => Words["path.notNeeded", who],
            { Took: { } took } => who + Words["list.comma"] + Moments.Rough(took),
            _ => who,
        };
    }

    private string Names(PathStep step) => string.Join(Words["list.comma"], step.Signers.Select(signer => this.Person(signer.Person)));
}
