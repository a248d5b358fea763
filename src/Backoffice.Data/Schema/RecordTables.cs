using Backoffice.Data.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Backoffice.Data.Schema;

/// <summary>Puts the record tables into EF's model, as property bags.</summary>
internal static class RecordTables
{
    internal static void Build(ModelBuilder model, RecordModel records, DatabaseKind kind)
    {
        foreach (var table in records.Tables)
        {
            model.SharedTypeEntity<Dictionary<string, object>>(table.Name, entity =>
            {
                entity.ToTable(table.Name);
                entity.IndexerProperty<Guid>(SystemColumns.Id).ValueGeneratedNever();
                entity.HasKey(SystemColumns.Id);
                foreach (var column in table.Columns)
                {
                    Add(entity, column, kind);
                }

                if (table.Parent is null)
                {
                    AddRecordColumns(entity);
                }
                else
                {
                    entity.IndexerProperty<Guid>(SystemColumns.ParentId);
                    entity.IndexerProperty<int>(SystemColumns.Position);
                }
            });
        }

        foreach (var table in records.Tables)
        {
            model.SharedTypeEntity<Dictionary<string, object>>(table.Name, entity => Relate(entity, table, kind));
        }
    }

    private static void AddRecordColumns(EntityTypeBuilder<Dictionary<string, object>> entity)
    {
        entity.IndexerProperty<long>(SystemColumns.Version).IsConcurrencyToken();
        entity.IndexerProperty<DateTimeOffset>(SystemColumns.CreatedAt);
        entity.IndexerProperty<Guid?>(SystemColumns.CreatedBy);
        entity.IndexerProperty<DateTimeOffset>(SystemColumns.ModifiedAt);
        entity.IndexerProperty<Guid?>(SystemColumns.ModifiedBy);
        entity.IndexerProperty<Guid?>(SystemColumns.Unit);
        entity.IndexerProperty<Guid?>(SystemColumns.LockedBy);
        entity.IndexerProperty<DateTimeOffset?>(SystemColumns.DeletedAt);
    }

    /// <summary>Every field may be empty in the database: what is required is said when a record is saved, and may change.</summary>
    private static void Add(EntityTypeBuilder<Dictionary<string, object>> entity, RecordColumn column, DatabaseKind kind)
    {
        switch (column.Kind)
        {
            case ColumnKind.Text:
                var text = entity.IndexerProperty<string?>(column.Name).IsRequired(false);
                if (kind == DatabaseKind.SqlServer && column.MaxLength is { } length)
                {
                    // Only SQL Server needs a limit, to index it; on the others a changed limit would rebuild the table.
                    text.HasMaxLength(length);
                }

                break;
            case ColumnKind.Number when kind == DatabaseKind.Sqlite:
                // SQLite has no decimals: as text they sort and index badly, so they are whole numbers there (ColumnValue).
                entity.IndexerProperty<long?>(column.Name);
                break;
            case ColumnKind.Number:
                entity.IndexerProperty<decimal?>(column.Name).HasPrecision(18, column.Scale);
                break;
            case ColumnKind.Date:
                entity.IndexerProperty<DateOnly?>(column.Name);
                break;
            case ColumnKind.YesNo:
                entity.IndexerProperty<bool?>(column.Name);
                break;
            default:
                entity.IndexerProperty<Guid?>(column.Name);
                break;
        }
    }

    private static void Relate(EntityTypeBuilder<Dictionary<string, object>> entity, RecordTable table, DatabaseKind kind)
    {
        if (table.Parent is { } parent)
        {
            entity.HasOne(parent, navigationName: null).WithMany().HasForeignKey(SystemColumns.ParentId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(SystemColumns.ParentId, SystemColumns.Position);
        }
        else
        {
            entity.HasIndex(SystemColumns.CreatedBy);
            entity.HasIndex(SystemColumns.Unit);
        }

        foreach (var column in table.Columns)
        {
            if (column.Target is { } target)
            {
                entity.HasOne(target, navigationName: null).WithMany().HasForeignKey(column.Name).OnDelete(DeleteBehavior.Restrict);
            }
            else if (column.Kind == ColumnKind.Person)
            {
                entity.HasOne<PersonRow>(navigationName: null).WithMany().HasForeignKey(column.Name).OnDelete(DeleteBehavior.Restrict);
            }

            if (table.Parent is null)
            {
                Index(entity, column, kind);
            }
        }
    }

    /// <summary>Deleted records do not count: neither as a double nor in a list.</summary>
    private static void Index(EntityTypeBuilder<Dictionary<string, object>> entity, RecordColumn column, DatabaseKind kind)
    {
        var alive = $"{Quote(SystemColumns.DeletedAt, kind)} IS NULL";
        if (column.Unique)
        {
            entity.HasIndex(column.Name).IsUnique().HasFilter($"{Quote(column.Name, kind)} IS NOT NULL AND {alive}");
        }
        else if (column.Sorted)
        {
            // With the id, which breaks ties: then a page is read from the index alone, in either direction.
            entity.HasIndex(column.Name, SystemColumns.Id).HasFilter(alive);
        }
    }

    private static string Quote(string name, DatabaseKind kind) => kind == DatabaseKind.SqlServer ? $"[{name}]" : $"\"{name}\"";
}
