using System.Text.Json.Nodes;
using Workflows.Elsa.Running;
using static Workflows.Tests.Elsa.Sketch;

namespace Workflows.Tests.Elsa;

/// <summary>Fault, incidents, and what a fault does to the rest.</summary>
public class FaultTests
{
    [Theory]
    [InlineData(JoinBehaviour.Counter)]
    [InlineData(JoinBehaviour.Token)]
    public void A_fault_is_an_incident_and_ends_the_workflow(JoinBehaviour joins)
    {
        var play = ElsaPlay.Of(Flow("a>f f>b", Line("a"), Activity("Fault", "f", ("message", Literal("No stock"))), Line("b")), joins);

        Assert.Equal(("a", ElsaPlay.Faulted), (play.Lines, play.Status));
        Assert.Equal(new ElsaIncident("f", "Elsa.Fault", "No stock", play.Now), Assert.Single(play.Main.Incidents));
    }

    // Elsa: the fault changes the status; work that is scheduled already still runs.
    [Fact]
    public void Branches_that_are_on_their_way_still_run()
    {
        var play = ElsaPlay.Of(Activity("Parallel", "p", ("activities", new JsonArray(Activity("Fault", "f", ("message", Literal("x"))), Line("b")))));

        Assert.Equal(("b", ElsaPlay.Faulted), (play.Lines, play.Status));
    }

    // Elsa: ContinueWithIncidentsStrategy leaves the workflow running; the faulted activity keeps it open.
    [Fact]
    public void A_workflow_may_go_on_with_incidents()
    {
        var workflow = Workflow(Flow("start>f start>a", Start(), Activity("Fault", "f", ("message", Literal("x"))), Line("a")));
        workflow["options"]!["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";
        var play = new ElsaPlay(workflow).Start();

        Assert.Equal(("a", ElsaPlay.Suspended, 1), (play.Lines, play.Status, play.Main.Incidents.Length));
    }
}
