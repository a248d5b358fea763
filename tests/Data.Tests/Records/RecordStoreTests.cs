using Data.Tests.Databases;

namespace Data.Tests.Records;

public sealed class SqliteRecordStoreTests(SqliteDatabase database) : RecordStoreContract(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresRecordStoreTests(PostgresDatabase database) : RecordStoreContract(database), IClassFixture<PostgresDatabase>;

public sealed class SqlServerRecordStoreTests(SqlServerDatabase database) : RecordStoreContract(database), IClassFixture<SqlServerDatabase>;
