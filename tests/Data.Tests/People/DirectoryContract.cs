using Backoffice.Data.Directory;
using Data.Tests.Databases;
using Forms.Definitions;
using Forms.Problems;

namespace Data.Tests.People;

/// <summary>People from packs and from imports, on every database.</summary>
public abstract class DirectoryContract(TestDatabase database)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DirectoryStore Store => database.Host.Directory;

    [Fact]
    public async Task People_are_inserted_in_any_order_and_updated_by_key()
    {
        await this.Store.UpsertPeopleAsync([Person("new.b", "B", "new.a"), Person("new.a", "A", "gao.min")], Ct);
        await this.Store.UpsertPeopleAsync([Person("NEW.B", "B again", null)], Ct);

        var directory = await this.Store.GetAsync(Ct);
        var (a, b) = (directory.PersonByKey("new.a")!, directory.PersonByKey("new.b")!);
        Assert.Equal(("B again", null), (b.Name, b.Manager));
        Assert.Equal("Lin Yue", directory.ManagerOf(a.Id, 2)!.Name);
        Assert.Equal(["Gao Min", "Wu Tao"], directory.InRole("seller").Select(person => person.Name));
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_a_problem_and_nobody_is_changed()
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Store.UpsertPeopleAsync([Person("lost.a", "A", null), Person("lost.b", "B", "nobody")], Ct));

        Assert.Equal(["people[1].manager"], refusal.Problems.Select(problem => problem.Path));
        Assert.Null((await this.Store.GetAsync(Ct)).PersonByKey("lost.a"));
    }

    [Fact]
    public async Task Another_node_sees_a_change_after_a_short_while()
    {
        await using var other = new TestHost(database.Host.Options);
        await other.Published.LoadAsync(Ct);
        await other.Directory.GetAsync(Ct);

        await this.Store.UpsertPeopleAsync([Person("late", "Late", null)], Ct);
        other.Time.Advance(DirectoryStore.Staleness);

        Assert.NotNull((await other.Directory.GetAsync(Ct)).PersonByKey("late"));
    }

    private static PersonDefinition Person(string key, string name, string? manager) => new() { Key = key, Name = name, Unit = "west", Manager = manager };
}

public sealed class SqliteDirectoryTests(SqliteDatabase database) : DirectoryContract(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresDirectoryTests(PostgresDatabase database) : DirectoryContract(database), IClassFixture<PostgresDatabase>;

public sealed class SqlServerDirectoryTests(SqlServerDatabase database) : DirectoryContract(database), IClassFixture<SqlServerDatabase>;
