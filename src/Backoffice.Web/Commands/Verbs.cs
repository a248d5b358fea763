namespace Backoffice.Web.Commands;

/// <summary>All verbs. Each touches its own code only when it runs, so that a formula worker starts without the web.</summary>
internal static class Verbs
{
    internal static Verb Serve { get; } = new(
        "serve", "[--urls URL] [--no-demo]", "Serves the back office (also without any verb).", ServeVerb.RunAsync)
    {
        Options = ["urls"],
        Flags = ["no-demo"],
        Details = """
              --urls URL   address to listen on; http://127.0.0.1:5080 where not given
              --no-demo    leave the demo records out when the database is made
            """,
    };

    internal static IReadOnlyList<Verb> All { get; } =
    [
        new("formula worker", string.Empty, "Evaluates formulas for the server, over standard input and output.", FormulaWorkerVerb.RunAsync)
        {
            Hidden = true,
        },
        Serve,
        new("import", "PACK FOLDER [--accounts FILE]", "Imports CSV files from a folder, as the imports of a pack say.", ImportVerb.RunAsync)
        {
            MostWords = 2,
            Options = ["accounts"],
            Details = """
                  PACK             key of the pack, or of one of its imports
                  FOLDER           where the CSV files are
                  --accounts FILE  give each imported person an account and write names and passwords to FILE

                A second import of the same files changes nothing. Rows with errors are named and left out (exit code 1).
                """,
        },
        new("definitions check", "[FOLDER]", "Checks a folder of definitions; names every problem with file and line.", DefinitionsCheckVerb.RunAsync)
        {
            MostWords = 1,
            Details = "Exit code 1 when there are errors.",
        },
        new("definitions schemas", "[FOLDER]", "Writes the JSON schemas of all kinds of definitions.", DefinitionsSchemasVerb.RunAsync)
        {
            MostWords = 1,
            Details = "They go into schemas/ of FOLDER; definitions/ of the product where not given.",
        },
        new("workflow run-elsa", "FILE [--register FILE]… [--input NAME=VALUE]… [--mode counter|token] [--resume none|all]",
            "Runs an Elsa 3 workflow file in memory and prints what became of it as JSON.", RunElsaVerb.RunAsync)
        {
            MostWords = 1,
            Options = ["register", "input", "mode", "resume"],
            Details = """
                  --register FILE      another workflow, to be dispatched, executed or used as an activity
                  --input NAME=VALUE   an input; VALUE as JSON where the workflow declares no text
                  --mode MODE          how flowcharts join: counter (as Elsa does where nothing is set) or token
                  --resume WHICH       none leaves waits as they are; all ends each wait in turn until none is left

                Prints status, subStatus, lines, outputs, bookmarks (ids of activities that wait) and incidents. Exit code 1 when
                a file cannot be run, each reason on a line with its place, or when the workflow never ends.
                """,
        },
        new("formula eval", string.Empty, "Evaluates formulas: JSON lines in, JSON lines out.", FormulaEvalVerb.RunAsync)
        {
            Details = """
                In:  {"id": 1, "source": "price * quantity", "inputs": {"price": "12.50", "quantity": 3}, "scale": 2}
                Out: {"id": 1, "value": 37.50}  or  {"id": 1, "error": {"code", "message", "line", "column"}}
                """,
        },
    ];
}
