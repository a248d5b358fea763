namespace Backoffice.Web.Components;

/// <summary>Addresses of the pages, in one place.</summary>
public static class Address
{
    public const string Home = "/";

    public const string Inbox = "/inbox";

    public const string SignIn = "/sign-in";

    public const string SignOut = "/sign-out";

    /// <summary>The inbox with an item selected.</summary>
    public static string InboxItem(Guid workItem) => $"/inbox?item={workItem}";

    public static string WorkItem(Guid id) => $"/work-items/{id}";

    public const string Delegations = "/delegations";

    public const string Instances = "/admin/instances";

    /// <summary>The administrator's page of a workflow instance.</summary>
    public static string Instance(Guid id) => $"/admin/instances/{id}";

    /// <summary>The dry run that moves running instances to the version in force.</summary>
    public static string Migration(string workflow) => $"/admin/workflows/{workflow}/migrate";

    /// <summary>The list of the records of a form.</summary>
    public static string List(string form) => $"/records/{form}";

    public static string Record(string form, Guid id) => $"/records/{form}/{id}";

    public static string NewRecord(string form) => $"/records/{form}/new";

    /// <summary>An attached file, to open or save.</summary>
    public static string File(Guid attachment) => $"/files/{attachment}";

    /// <summary>The workflows that administrators design.</summary>
    public const string Workflows = "/design/workflows";

    public static string Workflow(string key) => $"{Workflows}/{key}";

    public static string WorkflowVersions(string key) => $"{Workflows}/{key}/versions";

    /// <summary>A published version as the file of a pack.</summary>
    public static string WorkflowFile(string key, int version) => $"{Workflows}/{key}/versions/{version}/workflow.zip";
}
