namespace Reports.Print;

/// <summary>What a tag of a template does.</summary>
internal enum TagKind
{
    /// <summary><c>{{name}}</c></summary>
    Value,

    /// <summary><c>{{#each lines}}</c></summary>
    Open,

    /// <summary><c>{{else}}</c> or <c>{{^}}</c></summary>
    Else,

    /// <summary><c>{{/each}}</c></summary>
    Close,

    /// <summary><c>{{{name}}}</c> or <c>{{&amp;name}}</c>: would write a value as markup.</summary>
    Unescaped,

    /// <summary><c>{{&gt; name}}</c> or <c>{{*name}}</c>: would need other templates.</summary>
    Partial,
}

/// <summary>A tag of a template.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Words">Names, quoted texts, numbers and parentheses, without the sign of the kind.</param>
internal sealed record TemplateTag(int Line, TagKind Kind, IReadOnlyList<string> Words)
{
    /// <summary>The first word: the block or helper, or the value itself.</summary>
    internal string Name => this.Words.Count == 0 ? string.Empty : this.Words[0];
}
