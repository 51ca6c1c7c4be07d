using Microsoft.Data.Sqlite;

namespace Icd.Mapping.Sqlite;

/// <summary>The tables of a store and how an older file gets them: forward only, one transaction a step.</summary>
internal static class StoreSchema
{
    /// <summary>Says in the file's header whose it is: "ICDd".</summary>
    private const int ApplicationId = 0x49434464;

    /// <summary>Script n brings a file from version n to n + 1. A script that was published is never changed.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
    [
        """
        create table diagnosis (
            id         integer primary key autoincrement,
            version    integer not null,
            indexed    integer not null default 0 check (indexed in (0, 1, 2))
        ) strict;
        create index diagnosis_unindexed on diagnosis (indexed, id) where indexed <> 1;

        create table diagnosis_version (
            diagnosis     integer not null references diagnosis on delete cascade,
            version       integer not null,
            icd10         text    not null,
            icd11         text,
            entered       text    not null check (entered in ('icd10', 'icd11')),
            edition       text    not null,
            icd11_release text    not null,
            time          text    not null,
            relation      text,
            provenance    text    not null,
            review        integer not null check (review in (0, 1)),
            recorded      text    not null,
            primary key (diagnosis, version)
        ) strict, without rowid;
        create trigger diagnosis_version_is_final before update on diagnosis_version
            begin select raise(abort, 'a version of a diagnosis is never changed'); end;

        create table diagnosis_icd10 (
            diagnosis  integer not null references diagnosis on delete cascade,
            position   integer not null,
            code       text    not null,
            mark       text    check (mark in ('+', '*')),
            primary key (diagnosis, position)
        ) strict, without rowid;
        create index diagnosis_icd10_code on diagnosis_icd10 (code, diagnosis);

        create table icd_release (
            release     text    primary key,
            is_starter  integer not null,
            fingerprint text    not null
        ) strict, without rowid;

        create table icd_entity (
            release    text    not null references icd_release on delete cascade,
            node       integer not null,
            last       integer not null check (last >= node),
            id         integer not null,
            residual   integer not null,
            primary key (release, node)
        ) strict, without rowid;
        create unique index icd_entity_id on icd_entity (id, residual, release, node, last);

        create table diagnosis_member (
            diagnosis  integer not null references diagnosis on delete cascade,
            stem       integer not null,
            position   integer not null,
            is_value   integer not null check (is_value in (0, 1)),
            release    text    not null,
            node       integer not null,
            axis       text,
            is_written integer not null check (is_written in (0, 1)),
            primary key (diagnosis, stem, position)
        ) strict, without rowid;
        create index diagnosis_member_node on diagnosis_member (release, node, is_value, diagnosis, stem);
        """,
    ];

    /// <summary>Brings a file to the version of the scripts.</summary>
    /// <exception cref="StoreException">The file is another program's, or a later version's.</exception>
    public static void Migrate(SqliteConnection connection, IReadOnlyList<string> scripts)
    {
        while (true)
        {
            using (var look = connection.BeginTransaction(deferred: true))
            {
                if (Inspect(connection, look, scripts.Count) == scripts.Count) return;
            }

            using var transaction = connection.BeginTransaction(deferred: false);
            // Another process may have done this step between the look and the lock.
            var version = Inspect(connection, transaction, scripts.Count);
            if (version < scripts.Count)
            {
                using var command = connection.CreateCommand();
                command.Transaction = transaction;
                // Pragmas take no parameters; both numbers are ours.
                command.CommandText = $"{scripts[version]}\npragma user_version = {version + 1};\npragma application_id = {ApplicationId};";
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>The version of a file; one transaction, so that another process' step is seen as a whole or not at all.</summary>
    private static int Inspect(SqliteConnection connection, SqliteTransaction transaction, int known)
    {
        // The first read takes the snapshot, which a pragma alone would not.
        var tables = Scalar(connection, transaction, "select count(*) from sqlite_schema");
        var (application, version) = (Scalar(connection, transaction, "pragma application_id"), Scalar(connection, transaction, "pragma user_version"));
        if (application != ApplicationId && (application != 0 || version != 0 || tables > 0))
            throw new StoreException(StoreProblem.NotAStore, $"{connection.DataSource} is another program's database. Name a file that does not exist yet, or a store.");
        return version <= known ? (int)version : throw new StoreException(
            StoreProblem.TooNew, $"{connection.DataSource} has version {version} of the store's tables; this toolkit knows {known}. Update the toolkit; nothing was changed.");
    }

    private static long Scalar(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
