using Forms.Formulas.Language;
using Forms.Formulas.Protocol;
using Forms.Formulas.Realm;
using Jint.Native;
using Jint.Native.Function;

namespace Forms.Formulas.Evaluation;

/// <summary>Evaluates formulas one after the other on one thread, in one realm, with compiled formulas kept.</summary>
internal sealed class Evaluator(WorkerLimits limits)
{
    private const int MaxKept = 2000;
    private const int MaxKeptCharacters = 4_000_000;
    private readonly Dictionary<string, CompiledFormula> _compiled = new(StringComparer.Ordinal);
    private FormulaRealm _realm = new(limits.SoftMemoryBytes);
    private int _keptCharacters;

    public void Abandon() => _realm.Limits.Abandon();

    public FormulaResult Evaluate(FormulaCall call, TimeSpan deadline)
    {
        SourceText? text = null;
        CompiledFormula? formula = null;
        _realm.Start(call.Rounding, call.WorkingDates, deadline);
        try
        {
            CheckCall(call);
            formula = Compile(call.Source, out text);
            var value = Run(formula, call);
            return new FormulaResult(new ResultReader(_realm, limits.MaxResultBytes).Read(value, call.Scale, call.Rounding), null);
        }
        catch (FormulaException error)
        {
            return new FormulaResult(null, Place(error, text, formula));
        }
        catch (Exception error) when (error is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            var (code, message, offset) = new EngineErrors(_realm, formula, text).Translate(error);
            if (error is not Jint.Runtime.JavaScriptException)
            {
                // The engine may be left in the middle of something.
                Reset();
            }

            return new FormulaResult(null, text?.Error(code, message, offset) ?? new FormulaError(code, message, null, null));
        }
    }

    public FormulaAnalysis Analyze(string source)
    {
        SourceText? text = null;
        _realm.Start(RoundingMode.HalfUp, null, TimeSpan.FromSeconds(1));
        try
        {
            CheckLength(source);
            return BigStack.Run(() => AnalyzeParsed(source, out text));
        }
        catch (FormulaException error)
        {
            return new FormulaAnalysis([], [Place(error, text, null)]);
        }
    }

    private FormulaAnalysis AnalyzeParsed(string source, out SourceText? text)
    {
        // Straight into the parameter: the caller places errors by it when the parser throws.
        var function = FormulaParser.Parse(source, out text);
        var parsed = text;
        SyntaxTree.CheckDepth(function);
        var finder = new ReadsFinder(_realm);
        var reads = finder.Find(function);
        var places = finder.Offsets.ToDictionary(pair => pair.Key, pair => parsed.Place(pair.Value), StringComparer.Ordinal);
        var formula = new Compiler(_realm).Compile(source, out text);
        FormulaError[] errors = formula.HasReturn ? [] : [NoReturn(formula)];
        return new FormulaAnalysis(reads, errors) { Places = places };
    }

    private JsValue Run(CompiledFormula formula, FormulaCall call)
    {
        var arguments = new Arguments(_realm, formula).From(call.Inputs);
        if (!formula.HasReturn)
        {
            var error = NoReturn(formula);
            throw new FormulaException(error.Code, error.Message);
        }

        var engine = _realm.Engine;
        engine.ResetCallStack();
        using var strict = new Jint.StrictModeScope(true, true);
        return new ScriptFunctionInstance(engine, formula.Function, engine.GlobalEnvironment, true)
            .Call(JsValue.Undefined, arguments);
    }

    private static void CheckScale(FormulaCall call)
    {
        if (call.Scale is < 0 or > Numbers.Rounding.MaxScale)
        {
            throw new FormulaException(FormulaErrorCodes.Input, $"The scale of a result is 0 to {Numbers.Rounding.MaxScale}.");
        }
    }

    private void CheckCall(FormulaCall call)
    {
        CheckLength(call.Source);
        CheckScale(call);
    }

    private void CheckLength(string source)
    {
        if (source.Length > limits.MaxSourceLength)
        {
            throw new FormulaException(FormulaErrorCodes.TooLong,
                $"The formula has {source.Length:N0} characters; at most {limits.MaxSourceLength:N0} are allowed.");
        }
    }

    private CompiledFormula Compile(string source, out SourceText text)
    {
        if (_compiled.TryGetValue(source, out var kept))
        {
            text = kept.Source;
            return kept;
        }

        if (_compiled.Count >= MaxKept || _keptCharacters > MaxKeptCharacters)
        {
            _compiled.Clear();
            _keptCharacters = 0;
        }

        SourceText? parsed = null;
        try
        {
            var formula = BigStack.Run(() => new Compiler(_realm).Compile(source, out parsed));
            return Keep(source, formula);
        }
        finally
        {
            text = parsed!;
        }
    }

    private CompiledFormula Keep(string source, CompiledFormula formula)
    {
        _compiled.Add(source, formula);
        _keptCharacters += source.Length;
        return formula;
    }

    private FormulaError Place(FormulaException error, SourceText? text, CompiledFormula? formula)
    {
        var offset = error.Offset ?? (formula is null ? null : new EngineErrors(_realm, formula, text).LastPlace());
        return text?.Error(error.Code, error.Message, offset) ?? new FormulaError(error.Code, error.Message, null, null);
    }

    private static FormulaError NoReturn(CompiledFormula formula) =>
        formula.Source.Error(FormulaErrorCodes.Result, "The formula gives nothing back. End it with return value;", formula.Source.PrefixLength);

    private void Reset()
    {
        _realm = new FormulaRealm(limits.SoftMemoryBytes);
        _compiled.Clear();
        _keptCharacters = 0;
    }
}
