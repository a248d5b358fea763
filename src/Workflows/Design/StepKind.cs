namespace Workflows.Design;

/// <summary>The kinds of steps, as the designer offers and names them.</summary>
public enum StepKind
{
    Start,
    Approval,
    FillIn,
    Notify,
    Mail,
    Decision,
    Switch,
    Fork,
    Join,
    SetField,
    Compute,
    CreateRecord,
    UpdateRecord,
    Wait,
    SubWorkflow,
    HttpCall,
    End,
}
