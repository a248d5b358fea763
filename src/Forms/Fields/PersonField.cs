using System.Text.Json;

namespace Forms.Fields;

/// <summary>A person of the directory.</summary>
public sealed record PersonField : FieldDefinition
{
    public override FieldStorage Storage => new FieldStorage.Person();

    public override ParsedValue Parse(JsonElement json) => IdValue.Parse(this, json, this.Wrong);

    public override string Format(object? value, FieldFormat format) => value is Guid id ? format.TitleOf(id) ?? string.Empty : string.Empty;
}
