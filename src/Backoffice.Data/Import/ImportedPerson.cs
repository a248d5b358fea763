using Forms.Definitions;
using Forms.Definitions.Importing;
using Forms.Directory;

namespace Backoffice.Data.Import;

/// <summary>What a row says about a person, by names of <see cref="ImportDefinition.PersonFields"/>; fields not imported are not in it.</summary>
internal sealed record ImportedPerson(CsvRow Row, Dictionary<string, string?> Values)
{
    internal string Key => this.Values["key"]!;

    internal string? Manager => this.Values.GetValueOrDefault("manager");

    /// <summary>The person as the directory shall know them: the old one with what the row says, or a new one.</summary>
    internal PersonDefinition Over(Person? old, CompanyDirectory directory) => new()
    {
        Key = old?.Key ?? this.Key,
        Name = this.Or("name", old?.Name)!,
        Mail = this.Or("mail", old?.Mail),
        Title = this.Or("title", old?.Title),
        Unit = this.Or("unit", old is null ? null : directory.Unit(old.Unit)?.Key)!,
        Positions = this.List("positions") ?? old?.Positions ?? [],
        Roles = this.List("roles") ?? old?.Roles ?? [],
        Manager = this.Or("manager", old?.Manager is { } manager ? directory.Person(manager)?.Key : null),
        Language = this.Or("language", old?.Language),
    };

    internal IReadOnlyList<string>? List(string field) =>
        this.Values.TryGetValue(field, out var text)
            ? (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : null;

    private string? Or(string field, string? old) => this.Values.TryGetValue(field, out var text) ? text : old;
}
