using Jint.Parser;
using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

/// <summary>The names declared in a function and in those around it.</summary>
internal sealed class Scope
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Scope? _outer;

    public Scope(IFunctionDeclaration function, Scope? outer)
    {
        _outer = outer;
        _names.UnionWith(function.Parameters.Select(p => p.Name));
        _names.UnionWith(Variables(function));
        _names.UnionWith(function.FunctionDeclarations.Select(f => f.Id.Name));
        if (outer is not null)
        {
            _names.Add("arguments");
            if (function is FunctionExpression { Id: { } id })
            {
                _names.Add(id.Name);
            }
        }
    }

    private Scope(string name, Scope outer)
    {
        _outer = outer;
        _names.Add(name);
    }

    public bool Declares(string name) => _names.Contains(name) || _outer?.Declares(name) == true;

    public IEnumerable<string> Names => _outer is null ? _names : _names.Concat(_outer.Names);

    public Scope WithCatch(string name) => new(name, this);

    public static IEnumerable<string> Variables(IFunctionDeclaration function) =>
        function.VariableDeclarations.SelectMany(d => d.Declarations).Select(d => d.Id.Name);
}
