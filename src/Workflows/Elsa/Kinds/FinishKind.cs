using Workflows.Elsa.Running;

namespace Workflows.Elsa.Kinds;

/// <summary>Ends the whole instance, whatever else is running or waiting in it.</summary>
internal sealed class FinishKind : ElsaKind
{
    public override string Type => "Elsa.Finish";

    public override bool IsTerminal => true;

    public override void Execute(Instance instance, Execution at) => instance.Stop(ElsaSubStatus.Finished);
}
