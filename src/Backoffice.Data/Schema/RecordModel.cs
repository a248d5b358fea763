using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Backoffice.Data.Schema;

/// <summary>
/// The record tables as they stand in the database: what the published forms need, and what earlier ones left behind.
/// Kept with each publication, so that the next one knows what to change. Immutable.
/// </summary>
/// <param name="Tables">A form's table stands before its sub-tables.</param>
public sealed record RecordModel(IReadOnlyList<RecordTable> Tables)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private string? fingerprint;

    public static RecordModel Empty { get; } = new([]);

    /// <summary>The same for the same tables: EF's models are kept by it.</summary>
    [JsonIgnore]
    public string Fingerprint => this.fingerprint ??= Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json)));

    public static RecordModel Parse(string json) => JsonSerializer.Deserialize<RecordModel>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    public RecordTable? Find(string name) => this.Tables.FirstOrDefault(table => table.Name == name);
}

/// <summary>A table of a form, or of a sub-table of it.</summary>
/// <param name="Name">In the database; also the name of the EF entity.</param>
/// <param name="Form">Key of the form.</param>
/// <param name="Columns">Of the fields; the columns that every table has are not listed.</param>
public sealed record RecordTable(string Name, string Form, IReadOnlyList<RecordColumn> Columns)
{
    /// <summary>The table that its rows belong to; null for the table of a form.</summary>
    public string? Parent { get; init; }

    /// <summary>Id of the sub-table's field; null for the table of a form.</summary>
    public string? Field { get; init; }

    /// <summary>Whether no published form has it any more. It keeps its data until it is dropped on purpose.</summary>
    public bool Retired { get; init; }

    public RecordColumn? Column(string name) => this.Columns.FirstOrDefault(column => column.Name == name);
}

/// <summary>A column of a field.</summary>
/// <param name="Name">In the database; made from the field's id, so that renaming the field changes nothing here.</param>
public sealed record RecordColumn(string Name, ColumnKind Kind)
{
    /// <summary>Digits after the point of a number.</summary>
    public int Scale { get; init; }

    /// <summary>Of a text in UTF-16 units; null is unlimited.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Table that a link points to.</summary>
    public string? Target { get; init; }

    /// <summary>Whether no two records that are not deleted hold the same value.</summary>
    public bool Unique { get; init; }

    /// <summary>Whether lists sort or filter by it, so that it has an index.</summary>
    public bool Sorted { get; init; }

    /// <summary>Whether no published form has the field any more. It keeps its data until it is dropped on purpose.</summary>
    public bool Retired { get; init; }
}

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    Text,
    Number,
    Date,
    YesNo,
    Link,
    Person,
}
