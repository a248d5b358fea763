using Forms.Formulas.Language;
using Forms.Formulas.Realm;
using Jint.Parser.Ast;

namespace Forms.Formulas.Evaluation;

/// <summary>Source to <see cref="CompiledFormula"/>, for one realm.</summary>
internal sealed class Compiler(FormulaRealm realm)
{
    /// <exception cref="FormulaException">Its offset counts in the wrapped text of <paramref name="text"/>.</exception>
    public CompiledFormula Compile(string source, out SourceText text)
    {
        var function = FormulaParser.Parse(source, out text);
        SyntaxTree.CheckDepth(function);
        var names = new NameResolver(realm);
        foreach (var variable in Scope.Variables(function))
        {
            names.Variable(variable);
        }

        var hasReturn = ReturnsItself(function.Body);
        var locals = new Scope(function, null).Names.ToHashSet(StringComparer.Ordinal);
        new Rewriter(realm, names).Rewrite(function);
        var parameters = names.Parameters.ToList();
        function.Parameters = parameters.ConvertAll(p => new Identifier { Type = SyntaxNodes.Identifier, Name = p.Name });
        return new CompiledFormula(text, function, parameters, names.Reserved, hasReturn, locals);
    }

    /// <summary>A <c>return</c> outside inner functions.</summary>
    private static bool ReturnsItself(SyntaxNode node) =>
        node is ReturnStatement or ThrowStatement
        || (node is not (FunctionExpression or FunctionDeclaration or Expression) && SyntaxTree.Children(node).Any(ReturnsItself));
}
