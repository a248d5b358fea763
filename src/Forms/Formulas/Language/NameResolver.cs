using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Parser.Ast;

namespace Forms.Formulas.Language;

/// <summary>
/// Decides for every name of a formula what it is: its own variable, a built-in, a library function, or an input. So
/// nothing is looked up in a global object, and a formula cannot make a global either.
/// </summary>
internal sealed class NameResolver(FormulaRealm realm)
{
    private readonly Dictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?> _reserved = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Parameter> Parameters => _parameters.Values;

    public IReadOnlyDictionary<string, int?> Reserved => _reserved;

    /// <summary>A variable of the formula itself may have the name of an input; then it starts with its value.</summary>
    public void Variable(string name) => Parameter(name).Default = JsValue.Undefined;

    public Expression Read(Identifier n, Scope scope)
    {
        if (scope.Declares(n.Name))
        {
            return n;
        }

        if (n.Name == "Date")
        {
            throw new FormulaException(FormulaErrorCodes.NotAllowed,
                "Date is only available as new Date(year, month, day) and Date.UTC(...). Pass today's date as an input.", SyntaxTree.Start(n));
        }

        if (realm.Globals.TryGetValue(n.Name, out var builtIn))
        {
            _reserved.TryAdd(n.Name, SyntaxTree.Start(n));
            return Nodes.Constant(n, builtIn);
        }

        var parameter = Parameter(n.Name);
        parameter.ReadAt ??= SyntaxTree.Start(n);
        parameter.Default ??= realm.Library.TryGetValue(n.Name, out var function) ? realm.LibraryValue(n.Name, function) : null;
        return n;
    }

    /// <summary>For <c>typeof name</c>, which does not mind an unknown name.</summary>
    public Expression ReadIfAny(Identifier n, Scope scope)
    {
        if (scope.Declares(n.Name) || realm.Globals.ContainsKey(n.Name) || realm.Library.ContainsKey(n.Name))
        {
            return Read(n, scope);
        }

        Parameter(n.Name).Default ??= JsValue.Undefined;
        return n;
    }

    public Expression Assign(Identifier n, Scope scope)
    {
        if (scope.Declares(n.Name))
        {
            return n;
        }

        if (realm.Globals.ContainsKey(n.Name))
        {
            throw new FormulaException(FormulaErrorCodes.NotAllowed, $"'{n.Name}' is built in and cannot be changed.", SyntaxTree.Start(n));
        }

        Parameter(n.Name).AssignedAt ??= SyntaxTree.Start(n);
        return n;
    }

    public Expression Callee(CallExpression call, Identifier n, Scope scope)
    {
        if (scope.Declares(n.Name) || !realm.Library.TryGetValue(n.Name, out var function))
        {
            return Read(n, scope);
        }

        _reserved.TryAdd(n.Name, SyntaxTree.Start(n));
        return Nodes.Constant(n, realm.Located(call, function));
    }

    /// <summary><c>new Date(...)</c> with its parts is the one use of Date as a name.</summary>
    public Expression? Constructor(NewExpression n, Scope scope) =>
        n.Callee is Identifier { Name: "Date" } date && n.Arguments.Any() && !scope.Declares("Date")
            ? Nodes.Constant(date, realm.Engine.Date)
            : null;

    /// <summary><c>Date.UTC(...)</c> and <c>Date.parse(...)</c>.</summary>
    public Expression? DateMember(MemberExpression n, Scope scope) =>
        n is { Computed: false, Object: Identifier { Name: "Date" } date, Property: Identifier { Name: "UTC" or "parse" } } && !scope.Declares("Date")
            ? Nodes.Constant(date, realm.Engine.Date)
            : null;

    private Parameter Parameter(string name)
    {
        if (!_parameters.TryGetValue(name, out var parameter))
        {
            parameter = new Parameter(name);
            _parameters.Add(name, parameter);
        }

        return parameter;
    }
}
