using Backoffice.Data;
using Backoffice.Data.Schema;
using Data.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Data.Tests.Schema;

/// <summary>SQL Server without a server: its scripts are generated and looked at.</summary>
public sealed class SqlServerScriptTests
{
    private static readonly BackofficeDbFactory Factory = new(new DatabaseOptions(DatabaseKind.SqlServer, "Server=nowhere"), []);

    [Fact]
    public void Static_tables_have_a_script_and_no_pending_change()
    {
        using var db = Factory.Create(PublishedSchema.Empty);

        Assert.Contains("CREATE TABLE [WorkItems]", db.GetService<IMigrator>().GenerateScript(), StringComparison.Ordinal);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Record_tables_have_columns_keys_and_filtered_indexes()
    {
        var set = SampleDefinitions.Set();
        using var db = Factory.Create(new PublishedSchema(1, set, RecordModelPlan.For(set, RecordModel.Empty)));

        var script = string.Join('\n', SchemaChange.Commands(Factory, PublishedSchema.Empty, db).Select(command => command.CommandText));

        Assert.Contains("[f_total] decimal(18,2) NULL", script, StringComparison.Ordinal);
        Assert.Contains("FOREIGN KEY ([ParentId]) REFERENCES [r_contract] ([Id]) ON DELETE CASCADE", script, StringComparison.Ordinal);
        Assert.Contains("FOREIGN KEY ([f_customer]) REFERENCES [r_customer] ([Id]) ON DELETE NO ACTION", script, StringComparison.Ordinal);
        Assert.Contains("CREATE UNIQUE INDEX [IX_r_customer_f_name] ON [r_customer] ([f_name]) WHERE [f_name] IS NOT NULL AND [DeletedAt] IS NULL", script, StringComparison.Ordinal);
    }
}
