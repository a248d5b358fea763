using Forms.BusinessTime;
using Forms.Formulas.Library;
using Forms.Formulas.Numbers;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Parser.Ast;
using Jint.Runtime.Interop;

namespace Forms.Formulas.Realm;

/// <summary>
/// One engine whose built-ins are exact and frozen, used for all evaluations of a worker. What could carry something from
/// one evaluation to the next is not there: no global object in reach (names are resolved when a formula is compiled),
/// no <c>eval</c> or <c>Function</c>, no clock, no chance, nothing writable outside the evaluation's own values.
/// </summary>
internal sealed class FormulaRealm
{
    private readonly Dictionary<string, JsValue> _libraryValues = new(StringComparer.Ordinal);
    private readonly Dictionary<decimal, JsValue> _identities = [];

    public FormulaRealm(long memoryLimit)
    {
        Engine = new Engine(options => options.Strict().LocalTimeZone(TimeZoneInfo.Utc));
        Limits = new Limits(memoryLimit);
        Operators = new Operators(this);
        Members = new Members(Engine);
        Library = LibraryFunctions.All(this);
        GuardFunction = Function((_, _) =>
        {
            Limits.Check();
            return JsValue.Undefined;
        });
        Globals = BuiltIns.Install(this);
        Freezer.Freeze([.. Globals.Values, Engine.Function.PrototypeObject, GuardFunction]);
    }

    public Engine Engine { get; }

    public Limits Limits { get; }

    public Operators Operators { get; }

    public Members Members { get; }

    /// <summary>Built-in objects and functions by name.</summary>
    public IReadOnlyDictionary<string, JsValue> Globals { get; }

    /// <summary>Our functions by name; see <see cref="LibraryFunctions"/>.</summary>
    public IReadOnlyDictionary<string, Func<JsValue[], JsValue>> Library { get; }

    public JsValue GuardFunction { get; }

    /// <summary>The tie rule that the running evaluation declared.</summary>
    public RoundingMode Rounding { get; private set; }

    /// <summary>The last value given to <c>throw</c>, with its place.</summary>
    public JsValue? Thrown { get; private set; }

    public int? ThrownAt { get; private set; }

    /// <summary>The calendar of the running evaluation; null when it was given none.</summary>
    public WorkingDates? WorkingDates { get; private set; }

    public void Start(RoundingMode rounding, WorkingDates? workingDates, TimeSpan deadline)
    {
        Rounding = rounding;
        WorkingDates = workingDates;
        Thrown = null;
        _identities.Clear();
        Limits.Start(deadline);
    }

    /// <summary>A number in its one form: a double when that is exact, else a decimal object.</summary>
    public JsValue Number(decimal value)
    {
        if (Math.Abs(value) <= Operand.MaxExactDecimal && decimal.Truncate(value) == value)
        {
            return new JsValue((double)(long)value);
        }

        return new JsValue(new DecimalObject(Engine, Numbers.Rounding.Normal(value)));
    }

    public JsValue Function(Func<JsValue, JsValue[], JsValue> function, int length = 0) =>
        new(new ClrFunctionInstance(Engine, function, length) { Extensible = false });

    /// <summary>A function for one place in a formula, so that its errors know the place.</summary>
    public JsValue Located(SyntaxNode at, Func<JsValue[], JsValue> function)
    {
        var offset = Language.SyntaxTree.Start(at);
        return Function((_, arguments) =>
        {
            try
            {
                return function(arguments);
            }
            catch (FormulaException error) when (error.Offset is null)
            {
                error.Offset = offset;
                throw;
            }
        });
    }

    /// <summary>A library function as a value: <c>list.map(round)</c>.</summary>
    public JsValue LibraryValue(string name, Func<JsValue[], JsValue> function)
    {
        if (!_libraryValues.TryGetValue(name, out var value))
        {
            value = Function((_, arguments) => function(arguments));
            Freezer.Freeze([value]);
            _libraryValues.Add(name, value);
        }

        return value;
    }

    /// <summary>A text or an error; the engine fails on other objects when they leave a function.</summary>
    public JsValue RememberThrown(JsValue value, int? place)
    {
        if (value.IsObject() && !value.AsObject().Get("message").IsString())
        {
            throw new FormulaException(FormulaErrorCodes.Type, "Only texts and errors can be thrown: throw new Error('why');", place);
        }

        ThrownAt = place;
        return Thrown = value;
    }

    /// <summary>Equal decimals as one object, for comparison by identity in <c>switch</c>.</summary>
    public JsValue Identity(JsValue[] arguments)
    {
        if (Operand.Decimal(arguments[0]) is not { } number)
        {
            return arguments[0];
        }

        if (!_identities.TryGetValue(number.Value, out var identity))
        {
            identity = arguments[0];
            _identities.Add(number.Value, identity);
        }

        return identity;
    }

    /// <summary>Calls a function that a formula passed to the library.</summary>
    public static JsValue Invoke(JsValue function, params JsValue[] arguments) =>
        function.TryCast<FunctionInstance>() is { } callable
            ? callable.Call(JsValue.Undefined, arguments)
            : throw new FormulaException(FormulaErrorCodes.Type, $"{Operand.Describe(function)} was given where a function is needed.");

}
