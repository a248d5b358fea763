using Backoffice.Data.Records;
using Data.Tests.Databases;
using Forms.Conditions;
using Forms.Problems;
using Microsoft.EntityFrameworkCore;

namespace Data.Tests.Records;

/// <summary>Files of records on every database.</summary>
public abstract class AttachmentContract(TestDatabase database)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private TestHost Host => database.Host;

    [Fact]
    public async Task A_file_of_several_pieces_comes_back_as_it_was_and_stands_in_the_history()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var record = await this.RecordAsync(gao);
        var bytes = new byte[1_500_000];
        new Random(1).NextBytes(bytes);

        var added = await this.Host.Files.AddAsync(gao, "contract", record.Id, "files", "C:\\Users\\gao\\..\\合同.PDF", new MemoryStream(bytes), Ct);

        Assert.Equal(("合同.PDF", 1_500_000, "application/pdf"), (added.Name, added.Size, added.ContentType));
        var (file, content) = await this.Host.Files.OpenAsync(gao, added.Id, Ct);
        await using (content)
        {
            using var read = new MemoryStream();
            await content.CopyToAsync(read, Ct);
            Assert.Equal(bytes, read.ToArray());
        }

        Assert.Equal([file], (await this.Host.Records.GetAsync(gao, "contract", record.Id, Ct)).Files("files"));
        Assert.Equal([new FieldChange("files", null, "合同.PDF")], (await this.Host.Records.HistoryAsync(gao, "contract", record.Id, Ct))[0].Fields);
        await this.Host.Files.RemoveAsync(gao, added.Id, Ct);
        Assert.Empty((await this.Host.Records.GetAsync(gao, "contract", record.Id, Ct)).Files("files"));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_before_it_is_read_to_its_end()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var record = await this.RecordAsync(gao);
        using var endless = new EndlessStream();

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Host.Files.AddAsync(gao, "contract", record.Id, "files", "big.pdf", endless, Ct));

        Assert.Equal("\"big.pdf\" is too large: Files takes files of at most 2 MB.", refusal.Message);
        Assert.InRange(endless.Given, 2_000_000, 2_200_000);
    }

    [Theory]
    [InlineData("run.exe", "field.file-kind")]
    [InlineData("page.html", "field.file-kind")]
    [InlineData("empty.txt", "field.file-empty")]
    public async Task Other_kinds_and_empty_files_are_refused(string name, string code)
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var record = await this.RecordAsync(gao);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => this.Host.Files.AddAsync(gao, "contract", record.Id, "files", name, Stream.Null, Ct));

        Assert.Equal(code, refusal.Problems[0].Code);
    }

    [Fact]
    public async Task A_file_is_as_hidden_as_its_record()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var record = await this.RecordAsync(gao);
        var added = await this.Host.Files.AddAsync(gao, "contract", record.Id, "files", "a.txt", new MemoryStream([1]), Ct);
        var outsider = await this.Host.ActorAsync("outsider");

        Assert.Equal(RefusalReason.NotFound, (await Assert.ThrowsAsync<RefusalException>(() => this.Host.Files.OpenAsync(outsider, added.Id, Ct))).Reason);
        Assert.Equal(RefusalReason.NotFound, (await Assert.ThrowsAsync<RefusalException>(() => this.Host.Files.RemoveAsync(outsider, added.Id, Ct))).Reason);
    }

    [Fact]
    public async Task A_removed_file_opens_as_long_as_a_frozen_version_names_it_and_is_gone_when_none_does()
    {
        var gao = await this.Host.ActorAsync("gao.min");
        var record = await this.RecordAsync(gao);
        var frozen = await this.Host.Files.AddAsync(gao, "contract", record.Id, "files", "frozen.txt", new MemoryStream([1, 2]), Ct);
        var submitted = await this.Host.Records.GetAsync(gao, "contract", record.Id, Ct);
        await this.Host.Work.RunAsync((db, ct) => RecordSnapshots.FreezeAsync(db, submitted, this.Host.Time.GetUtcNow(), ct), Ct);
        var later = await this.Host.Files.AddAsync(gao, "contract", record.Id, "files", "later.txt", new MemoryStream([3]), Ct);

        await this.Host.Files.RemoveAsync(gao, frozen.Id, Ct);
        await this.Host.Files.RemoveAsync(gao, later.Id, Ct);

        Assert.Empty((await this.Host.Records.GetAsync(gao, "contract", record.Id, Ct)).Files("files"));
        var asFrozen = await this.Host.Work.ReadAsync((db, ct) => RecordSnapshots.FindAsync(db, record.Id, submitted.Version, ct), Ct);
        var (file, content) = await this.Host.Files.OpenAsync(gao, asFrozen!.Files("files").Single().Id, Ct);
        await using (content)
        {
            using var read = new MemoryStream();
            await content.CopyToAsync(read, Ct);
            Assert.Equal(frozen, file);
            Assert.Equal([1, 2], read.ToArray());
        }

        Assert.Equal(RefusalReason.NotFound, (await Assert.ThrowsAsync<RefusalException>(() => this.Host.Files.OpenAsync(gao, later.Id, Ct))).Reason);
        Assert.Equal(RefusalReason.NotFound, (await Assert.ThrowsAsync<RefusalException>(() => this.Host.Files.RemoveAsync(gao, frozen.Id, Ct))).Reason);
        Assert.Equal(0, await this.Host.Work.ReadAsync((db, ct) => db.AttachmentContents.CountAsync(piece => piece.Attachment == later.Id, ct), Ct));
        var withFiles = new RecordQuery("contract") { Filter = new Condition { Field = "files", Operator = ComparisonOperator.IsNotEmpty } };
        Assert.DoesNotContain((await this.Host.Records.ListAsync(gao, withFiles, Ct)).Records, found => found.Id == record.Id);
    }

    private async Task<Record> RecordAsync(Actor actor)
    {
        var record = await this.Host.Records.NewAsync(actor, "contract", Ct);
        record.Values["title"] = "Files";
        return await this.Host.Records.SaveAsync(actor, record, Ct);
    }

    /// <summary>Counts what was taken from it.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            this.Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}

public sealed class SqliteAttachmentTests(SqliteDatabase database) : AttachmentContract(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresAttachmentTests(PostgresDatabase database) : AttachmentContract(database), IClassFixture<PostgresDatabase>;

public sealed class SqlServerAttachmentTests(SqlServerDatabase database) : AttachmentContract(database), IClassFixture<SqlServerDatabase>;
