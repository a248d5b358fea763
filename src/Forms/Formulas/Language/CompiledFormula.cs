using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

/// <summary>
/// A formula ready to run in the realm it was compiled for: its rewritten function, whose parameters are the names it
/// takes from outside.
/// </summary>
/// <param name="Source">For positions in errors.</param>
/// <param name="Function">The rewritten tree.</param>
/// <param name="Parameters">In the order of the function's parameters.</param>
/// <param name="Reserved">Built-ins and library functions it uses by name, with the place of the first use.</param>
/// <param name="HasReturn">Whether it can give a value at all.</param>
/// <param name="Locals">All names it declares, for suggestions.</param>
internal sealed record CompiledFormula(
    SourceText Source,
    FunctionExpression Function,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyDictionary<string, int?> Reserved,
    bool HasReturn,
    IReadOnlyCollection<string> Locals);
