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
        new("formula eval", string.Empty, "Evaluates formulas: JSON lines in, JSON lines out.", FormulaEvalVerb.RunAsync)
        {
            Details = """
                In:  {"id": 1, "source": "price * quantity", "inputs": {"price": "12.50", "quantity": 3}, "scale": 2}
                Out: {"id": 1, "value": 37.50}  or  {"id": 1, "error": {"code", "message", "line", "column"}}
                """,
        },
    ];
}
