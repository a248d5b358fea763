namespace Forms.Formulas;

/// <summary>The stable codes of <see cref="FormulaError.Code"/>.</summary>
public static class FormulaErrorCodes
{
    /// <summary>The text is not a formula: syntax, unbalanced brackets, <c>with</c>, octal literals, <c>&lt;!--</c>, nesting.</summary>
    public const string Syntax = "formula.syntax";

    /// <summary>Syntax newer than ES5.1; the message says what to write instead.</summary>
    public const string ModernSyntax = "formula.modern-syntax";

    /// <summary>A name that is neither input, variable nor library function.</summary>
    public const string UnknownName = "formula.unknown-name";

    /// <summary>Assignment to a name that was not declared with <c>var</c>.</summary>
    public const string Undeclared = "formula.undeclared";

    /// <summary>Something a formula may not do: read the clock, be random, change a built-in.</summary>
    public const string NotAllowed = "formula.not-allowed";

    /// <summary>The source is longer than the limit.</summary>
    public const string TooLong = "formula.too-long";

    /// <summary>An input cannot be passed: a name clash, a type that formulas do not know, too large, too deep.</summary>
    public const string Input = "formula.input";

    /// <summary>A value of the wrong kind: member of an empty value, not a function, text in arithmetic.</summary>
    public const string Type = "formula.type";

    /// <summary>Division or remainder by zero.</summary>
    public const string DivideByZero = "formula.divide-by-zero";

    /// <summary>A number beyond 28 digits before the point, or infinity in arithmetic.</summary>
    public const string Overflow = "formula.overflow";

    /// <summary>The formula ended with something that is no result: NaN, infinity, a function, no <c>return</c>, too large.</summary>
    public const string Result = "formula.result";

    /// <summary>The formula itself said <c>throw</c>; the message is its own.</summary>
    public const string Thrown = "formula.thrown";

    /// <summary>Business days are asked for, but no calendar is given, or it has no more of them.</summary>
    public const string Calendar = "formula.calendar";

    /// <summary>Stopped at the deadline, or refused because it was stopped there again and again.</summary>
    public const string Timeout = "formula.timeout";

    /// <summary>Used more memory, text or list items than allowed.</summary>
    public const string Memory = "formula.memory";

    /// <summary>Its functions called each other too deeply.</summary>
    public const string TooDeep = "formula.too-deep";

    /// <summary>The worker process died while evaluating it.</summary>
    public const string Crashed = "formula.crashed";

    /// <summary>Too many evaluations were waiting; the formula was not run.</summary>
    public const string Busy = "formula.busy";
}
