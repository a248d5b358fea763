using System.Text.Json.Nodes;
using Workflows.Elsa.Definitions;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>DispatchWorkflow, ExecuteWorkflow, and workflows used as activities.</summary>
public class ChildWorkflowTests
{
    // Elsa: the child runs within the activity, until it has ended or waits.
    [Fact]
    public void Execute_runs_the_other_workflow_before_it_goes_on()
    {
        var run = Starting("ExecuteWorkflow", wait: true).With("input", Input("Object", """{"Name":"Li"}""", "Object")).With("result", Result("var-R"));
        var play = Parent(Sequence("s", Line("before"), run, Line("after", Script("getR().Status + ' ' + getR().SubStatus + ' ' + getR().Output.Greeting"))), Child());

        Assert.Equal(("before hello Li after Finished Finished Hello Li".Replace("after ", "", StringComparison.Ordinal), ElsaPlay.Finished), (play.Lines, play.Status));
    }

    [Fact]
    public void Execute_waits_for_a_child_that_waits_and_gets_its_output()
    {
        var run = Starting("ExecuteWorkflow", wait: true).With("result", Result("var-R"));
        var play = Parent(Sequence("s", run, Line("after", Script("toJson(getR())"))), Child(Event("later")));
        Assert.Equal(("hello", "run", ElsaPlay.Suspended), (play.Lines.Trim(), play.Waiting, play.Status));

        play.Resume("later");
        Assert.Equal(("{\"Greeting\":\"Hello null\"}", ElsaPlay.Finished), (play.Lines.Split(' ', 3)[^1].Trim(), play.Status));
    }

    [Fact]
    public void Execute_that_does_not_wait_goes_on_when_the_child_waits()
    {
        var run = Starting("ExecuteWorkflow", wait: false).With("result", Result("var-R"));
        var play = Parent(Sequence("s", run, Line("after", Script("getR().SubStatus"))), Child(Event("later")));

        Assert.EndsWith("Suspended", play.Lines, StringComparison.Ordinal);
        Assert.Equal((ElsaPlay.Finished, ElsaStatus.Running), (play.Status, play.State!.Instances[1].Status));
    }

    // Elsa: a dispatched workflow runs in the background, after the one that dispatches it has stopped.
    [Fact]
    public void Dispatch_goes_on_and_the_other_workflow_runs_afterwards()
    {
        var play = Parent(Sequence("s", Starting("DispatchWorkflow", wait: false), Line("after")), Child());

        Assert.StartsWith("after hello", play.Lines, StringComparison.Ordinal);
        Assert.All(play.State!.Instances, instance => Assert.Equal(ElsaSubStatus.Finished, instance.SubStatus));
    }

    [Fact]
    public void Dispatch_may_wait_for_the_end_of_the_other_workflow()
    {
        var run = Starting("DispatchWorkflow", wait: true).With("result", Result("var-R"));
        var play = Parent(Sequence("s", run, Line("after", Script("getR().Greeting"))), Child(Event("later")));
        Assert.Equal("run", play.Waiting);

        Assert.EndsWith("Hello null", play.Resume("later").Lines, StringComparison.Ordinal);
        Assert.Equal(ElsaPlay.Finished, play.Status);
    }

    [Theory]
    [InlineData("DispatchWorkflow")]
    [InlineData("ExecuteWorkflow")]
    public void A_workflow_that_is_not_registered_faults_the_activity(string kind)
    {
        var play = Parent(Starting(kind, wait: false), Workflow(Line("x"), "unrelated"));

        Assert.Equal("No published version of workflow definition with ID child found.", Assert.Single(play.Main.Incidents).Message);
    }

    [Fact]
    public void A_workflow_that_executes_itself_again_and_again_is_refused()
    {
        var play = new ElsaPlay(Workflow(Starting("ExecuteWorkflow", wait: true), "child"));

        Assert.Equal("elsa.too-many", play.Refuse(new StartElsa("i", JoinBehaviour.Counter, new Dictionary<string, System.Text.Json.JsonElement>())).Code);
    }

    // Elsa: inputs are converted and seen by the workflow inside; its outputs go to variables outside.
    [Fact]
    public void A_workflow_used_as_an_activity_takes_inputs_and_gives_outputs()
    {
        var sum = Workflow(
            Flow("", Activity("RunJavaScript", "add", ("script", Literal("getA() + getInput('B')")), ("result", Result("Result")))), "sum", inputs: [Argument("A", "Int32"), Argument("B", "Int32")], outputs: [Argument("Result", "Int32")]);
        var use = Used("use", "sum", ("a", Literal("2", "Int32")), ("b", Script("20 + 1", "Int32")), ("result", Result("var-R")));
        var play = Parent(Flow("use>show", use, Line("show", Variable("R"))), sum);

        Assert.Equal(("23", ElsaPlay.Finished), (play.Lines, play.Status));
        Assert.Single(play.State!.Instances);
    }

    [Fact]
    public void A_workflow_used_as_an_activity_goes_on_by_the_outcome_it_completes_with()
    {
        var inside = Workflow(Flow("c>never", Activity("Complete", "c", ("outcomes", Literal("Good", "Object"))), Line("never")), "check");

        Assert.Equal("good", Parent(Flow("use:Good>good use:Bad>bad use>done", Used("use", "check"), Line("good"), Line("bad"), Line("done")), inside).Lines);
    }

    [Fact]
    public void A_workflow_used_as_an_activity_is_done_when_it_has_no_outcome_and_may_wait_inside()
    {
        var inside = Workflow(Sequence("s", Event("wait"), Line("in")), "check");
        var play = Parent(Flow("use>done", Used("use", "check"), Line("done")), inside);
        Assert.Equal("wait", play.Waiting);

        Assert.Equal("in done", play.Resume("wait").Lines);
    }

    [Fact]
    public void A_set_output_inside_gives_the_output_of_the_activity()
    {
        var inside = Workflow(Activity("SetOutput", "o", ("outputName", Literal("Text")), ("outputValue", Literal("t"))), "check", outputs: [Argument("Text", "String")]);

        Assert.Equal("t", Parent(Flow("use>show", Used("use", "check", ("text", Result("var-R"))), Line("show", Variable("R"))), inside).Lines);
    }

    [Fact]
    public void An_event_starts_a_registered_workflow_that_begins_with_it()
    {
        var other = Workflow(Flow("paid>show", Event("paid").Custom("canStartWorkflow", true), Line("show", Script("getLastResult()"))), "other");
        var play = Parent(Activity("PublishEvent", "p", ("eventName", Literal("paid")), ("payload", Literal(5, "Object"))), other);

        Assert.Equal(("5", 2), (play.Lines, play.State!.Instances.Length));
    }

    [Fact]
    public void Workflows_used_as_activities_have_to_be_registered_fit_and_not_contain_themselves()
    {
        Assert.Equal("elsa.unknown-workflow", Problem(Workflow(Used("use", "nowhere"))));
        Assert.Equal("elsa.unknown-property", Problem(Workflow(Used("use", "child", ("nothing", Literal("x")))), Child()));
        Assert.Equal("elsa.literal", Problem(Workflow(Used("use", "sum", ("a", Literal("x")))), Workflow(Line("x"), "sum", inputs: [Argument("A", "Int32")])));
        Assert.Equal("elsa.contains-itself", Problem(Workflow(Used("use", "main"))));

        static string Problem(JsonObject workflow, params JsonObject[] registered)
        {
            var (program, problems) = ElsaProgram.Link(ElsaPlay.Read(workflow), [.. registered.Select(ElsaPlay.Read)]);
            Assert.Null(program);
            return problems[0].Code;
        }
    }

    [Fact]
    public void Workflows_inside_each_other_have_a_limit()
    {
        var chain = Enumerable.Range(0, 30).Select(i => ElsaPlay.Read(Workflow(i == 29 ? Line("end") : Used("use", "w" + (i + 1)), "w" + i))).ToList();

        Assert.Contains(ElsaProgram.Link(chain[0], chain[1..]).Problems, problem => problem.Code == "elsa.too-deep");
        Assert.NotNull(ElsaProgram.Link(chain[10], chain[11..]).Program);
    }

    private static ElsaPlay Parent(JsonObject root, JsonObject other) => new ElsaPlay(Workflow(root, variables: [Declare("R")]), other).Start();

    private static JsonObject Starting(string kind, bool wait) =>
        Activity(kind, "run", ("workflowDefinitionId", Literal("child")), ("waitForCompletion", Literal(wait, "Boolean")));

    private static JsonObject Child(params JsonObject[] between) => Workflow(
        Sequence("c", [Line("h", Script("'hello ' + (getInput('Name') || '')")), .. between, Activity("SetOutput", "o", ("outputName", Literal("Greeting")), ("outputValue", Script("'Hello ' + getInput('Name')")))]),
        "child",
        inputs: [Argument("Name", "String")],
        outputs: [Argument("Greeting", "String")]);
}
