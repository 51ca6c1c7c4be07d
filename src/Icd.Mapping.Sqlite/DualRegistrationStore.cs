using System.Collections.Concurrent;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Mapping.Dual;
using Microsoft.Data.Sqlite;

namespace Icd.Mapping.Sqlite;

/// <summary>An embedded store of dual registrations: one SQLite file, searched by what a diagnosis means.</summary>
/// <remarks>
/// <para>Safe for concurrent use by threads and processes: each operation has a connection and a transaction of its own. A process that is killed leaves whole
/// registrations only, and each one that was acknowledged. The file has to lie on a local disk: SQLite's write-ahead log does not work over a network.</para>
/// <para>The store knows no patients: the caller keeps <see cref="StoredRegistration.Id"/>. It writes no log, and its errors name no diagnosis.
/// <c>docs/storage.md</c> has the tables.</para>
/// </remarks>
public sealed class DualRegistrationStore : IDisposable
{
    /// <summary>How long an operation waits for another writer, in seconds.</summary>
    private const int BusyTimeout = 30;

    private readonly string _path;
    private readonly string _connectionString;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<ReleaseId, MeaningIndex> _indexes = [];

    private DualRegistrationStore(string path, TimeProvider time)
    {
        (_path, _time) = (path, time);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = BusyTimeout, Pooling = true }.ToString();
    }

    /// <summary>Opens a store, or creates it, and brings an older one up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="releases">Releases of ICD-11 MMS to search by; see <see cref="Use"/>.</param>
    /// <exception cref="ArgumentException">The path is empty, or a release is not of MMS.</exception>
    /// <exception cref="StoreException">The file cannot be opened, is no store, or of a later version.</exception>
    public static DualRegistrationStore Open(string path, params IEnumerable<Release> releases) => Open(path, TimeProvider.System, releases);

    /// <summary>Opens a store with a clock of the caller's.</summary>
    /// <inheritdoc cref="Open(string, IEnumerable{Release})"/>
    public static DualRegistrationStore Open(string path, TimeProvider time, params IEnumerable<Release> releases)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(releases);
        var store = new DualRegistrationStore(Path.GetFullPath(path), time);
        try
        {
            store.Prepare();
            foreach (var release in releases) store.Use(release);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Makes a release searchable: keeps its tree in the file, and indexes what is stored of it and not yet indexed.</summary>
    /// <param name="release">A release of ICD-11 MMS. The starter release never takes the place of the official one.</param>
    /// <returns>How many registrations were indexed; all of the release where its tree or the rules of the core are other ones than before.</returns>
    /// <exception cref="ArgumentException">The release is not of MMS.</exception>
    /// <exception cref="StoreException">The store is busy.</exception>
    public int Use(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Classification != Classification.Mms) throw new ArgumentException($"{release.Key} is not a release of ICD-11 MMS.", nameof(release));
        var index = new MeaningIndex(release);
        return Write((connection, transaction) =>
        {
            var id = index.ReleaseId.ToString();
            using var known = Command(connection, transaction, "select fingerprint, is_starter from icd_release where release = @release", ("@release", id));
            var isKnown = false;
            using (var row = known.ExecuteReader())
            {
                if (row.Read())
                {
                    if (index.IsStarter && row.GetInt64(1) == 0) return 0;
                    isKnown = row.GetString(0) == index.Fingerprint;
                }
            }

            if (!isKnown)
            {
                index.WriteTree(connection, transaction);
                Execute(connection, transaction, """
                    update diagnosis set indexed = 0 where indexed <> 0 and (id, version) in (select diagnosis, version from diagnosis_version where icd11 is not null and icd11_release = @release)
                    """, ("@release", id));
            }

            _indexes[index.ReleaseId] = index;
            var open = new List<StoredRegistration>();
            using (var command = Command(connection, transaction, $"""
                select {RegistrationRow.Columns} from diagnosis d join diagnosis_version v on v.diagnosis = d.id and v.version = d.version where d.indexed = 0 and v.icd11_release = @release
                """, ("@release", id)))
            using (var rows = command.ExecuteReader())
            {
                while (rows.Read()) open.Add(RegistrationRow.Read(rows));
            }

            foreach (var stored in open) IndexMeaning(connection, transaction, stored);
            return open.Count;
        });
    }

    /// <summary>Adds a diagnosis.</summary>
    /// <returns>The registration with the number that the caller keeps.</returns>
    /// <exception cref="ArgumentException">A part of the registration is missing, or could not be read back as it is; the message names the part.</exception>
    /// <exception cref="StoreException">The store is busy.</exception>
    public StoredRegistration Add(DualRegistration registration)
    {
        RegistrationRow.Check(registration);
        return Write((connection, transaction) =>
        {
            using var command = Command(connection, transaction, "insert into diagnosis (version) values (1) returning id");
            return WriteVersion(connection, transaction, new((long)command.ExecuteScalar()!, 1, Now(), registration));
        });
    }

    /// <summary>Writes a new version of a diagnosis; the earlier ones stay.</summary>
    /// <param name="id">The number of the diagnosis.</param>
    /// <param name="version">The version that the caller has seen, so that nobody's update is lost.</param>
    /// <param name="registration">What holds from now on.</param>
    /// <exception cref="ArgumentException">A part of the registration is missing, or could not be read back as it is; the message names the part.</exception>
    /// <exception cref="StoreException">There is no such diagnosis; another version holds by now; or the store is busy.</exception>
    public StoredRegistration Update(long id, int version, DualRegistration registration)
    {
        RegistrationRow.Check(registration);
        return Write((connection, transaction) =>
        {
            using var command = Command(connection, transaction, "select version from diagnosis where id = @id", ("@id", id));
            var current = command.ExecuteScalar() is long found ? (int)found : throw new StoreException(StoreProblem.NotFound, $"There is no registration {id}.");
            if (current != version) throw new StoreException(StoreProblem.Conflict, $"Registration {id} has version {current} by now, not {version}. Read it again and decide anew.");
            Execute(connection, transaction, """
                update diagnosis set version = version + 1, indexed = 0 where id = @id;
                delete from diagnosis_icd10 where diagnosis = @id;
                """, ("@id", id));
            return WriteVersion(connection, transaction, new(id, version + 1, Now(), registration));
        });
    }

    /// <summary>A diagnosis as it holds now; <see langword="null"/> where there is none with that number.</summary>
    /// <exception cref="StoreException">The store is busy.</exception>
    public StoredRegistration? Get(long id) => Read((connection, transaction) => Rows(Command(connection, transaction,
        $"select {RegistrationRow.Columns} from diagnosis d join diagnosis_version v on v.diagnosis = d.id and v.version = d.version where d.id = @id", ("@id", id))).FirstOrDefault());

    /// <summary>All versions of a diagnosis, the first one first; empty where there is none with that number.</summary>
    /// <exception cref="StoreException">The store is busy.</exception>
    public IReadOnlyList<StoredRegistration> History(long id) => Read((connection, transaction) => Rows(Command(connection, transaction,
        $"select {RegistrationRow.Columns} from diagnosis_version v where v.diagnosis = @id order by v.version", ("@id", id))));

    /// <summary>Finds the diagnoses that meet a query as they hold now, whatever release they are of.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="after">Only numbers after this one: the last one of the page before.</param>
    /// <param name="limit">At most so many.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not positive.</exception>
    /// <exception cref="StoreException">The store is busy.</exception>
    public FindResult Find(DiagnosisQuery query, long after = 0, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return Read((connection, transaction) =>
        {
            using var command = Command(connection, transaction, "", ("@after", after), ("@limit", limit));
            command.CommandText = $"""
                select {RegistrationRow.Columns} from diagnosis d join diagnosis_version v on v.diagnosis = d.id and v.version = d.version
                where d.id > @after and d.id in ({QuerySql.Ids(query, command)})
                order by d.id limit @limit
                """;
            var found = Rows(command);
            if (query.Stems.Count == 0) return new(found, 0, []);
            using var unindexed = Command(connection, transaction, "select count(*) from diagnosis where indexed <> 1");
            return new FindResult(found, (int)(long)unindexed.ExecuteScalar()!, ReleasesWithout(connection, transaction, query));
        });
    }

    /// <summary>The numbers of the diagnoses that cannot be searched by meaning: their release is not in the store, or lacks a member of theirs.</summary>
    /// <exception cref="StoreException">The store is busy.</exception>
    public IReadOnlyList<long> Unindexed() => Read((connection, transaction) =>
    {
        using var command = Command(connection, transaction, "select id from diagnosis where indexed <> 1 order by id");
        using var rows = command.ExecuteReader();
        var ids = new List<long>();
        while (rows.Read()) ids.Add(rows.GetInt64(0));
        return ids;
    });

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void Prepare() => Guarded(connection =>
    {
        // First, so that a file that is not ours is left as it is.
        StoreSchema.Migrate(connection, StoreSchema.Scripts);
        using var command = Command(connection, null, "pragma journal_mode = wal");
        if (command.ExecuteScalar() is not "wal") throw new StoreException(StoreProblem.CannotOpen, $"{_path} lies where SQLite cannot keep a write-ahead log. Put it on a local disk.");
        return 0;
    });

    private StoredRegistration WriteVersion(SqliteConnection connection, SqliteTransaction transaction, StoredRegistration stored)
    {
        using (var command = Command(connection, transaction, "")) RegistrationRow.Write(command, stored);
        for (var i = 0; i < stored.Registration.Icd10.Count; i++)
        {
            var code = stored.Registration.Icd10[i];
            Execute(connection, transaction, "insert into diagnosis_icd10 (diagnosis, position, code, mark) values (@diagnosis, @position, @code, @mark)",
                ("@diagnosis", stored.Id), ("@position", i), ("@code", code.ToString("N", null)), ("@mark", code.Mark switch { Icd10Mark.Dagger => "+", Icd10Mark.Asterisk => "*", _ => DBNull.Value }));
        }

        IndexMeaning(connection, transaction, stored);
        return stored;
    }

    /// <summary>Writes the members anew: 1, indexed; 2, the release lacks a member; 0, waiting for the release.</summary>
    private void IndexMeaning(SqliteConnection connection, SqliteTransaction transaction, StoredRegistration stored)
    {
        Execute(connection, transaction, "delete from diagnosis_member where diagnosis = @id", ("@id", stored.Id));
        var registration = stored.Registration;
        var expression = registration.Icd11;
        var indexed = expression.Count == 0 ? 1
            : Index(connection, transaction, registration.Release) is not { } index ? 0
            : index.TryWrite(connection, transaction, stored.Id, in expression) ? 1 : 2;
        Execute(connection, transaction, "update diagnosis set indexed = @indexed where id = @id", ("@indexed", indexed), ("@id", stored.Id));
    }

    /// <summary>The index whose tree the file has: another process may have brought another one since.</summary>
    private MeaningIndex? Index(SqliteConnection connection, SqliteTransaction transaction, ReleaseId release)
    {
        if (!_indexes.TryGetValue(release, out var index)) return null;
        using var command = Command(connection, transaction, "select fingerprint from icd_release where release = @release", ("@release", release.ToString()));
        return command.ExecuteScalar() as string == index.Fingerprint ? index : null;
    }

    private static List<ReleaseId> ReleasesWithout(SqliteConnection connection, SqliteTransaction transaction, DiagnosisQuery query)
    {
        var releases = new SortedSet<ReleaseId>();
        foreach (var entity in QuerySql.Entities(query))
        {
            using var command = Command(connection, transaction, "");
            command.CommandText = QuerySql.ReleasesWithout(entity, command);
            using var rows = command.ExecuteReader();
            while (rows.Read()) releases.Add(RegistrationRow.Release(rows.GetString(0)));
        }

        return [.. releases];
    }

    private DateTimeOffset Now() => _time.GetUtcNow();

    /// <summary>A writing transaction takes its lock at once: two that read first could each wait for the other.</summary>
    private T Write<T>(Func<SqliteConnection, SqliteTransaction, T> work) => InTransaction(work, deferred: false);

    private T Read<T>(Func<SqliteConnection, SqliteTransaction, T> work) => InTransaction(work, deferred: true);

    private T InTransaction<T>(Func<SqliteConnection, SqliteTransaction, T> work, bool deferred) => Guarded(connection =>
    {
        using var transaction = connection.BeginTransaction(deferred);
        var result = work(connection, transaction);
        transaction.Commit();
        return result;
    });

    private T Guarded<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = new SqliteConnection(_connectionString);
            connection.Open();
            return work(connection);
        }
        catch (SqliteException error) when (Problem(error.SqliteErrorCode) is { } problem)
        {
            throw new StoreException(problem.Problem, $"{_path} {problem.Message}", error);
        }
    }

    private static (StoreProblem Problem, string Message)? Problem(int sqliteError) => sqliteError switch
    {
        5 or 6 => (StoreProblem.Busy, $"has been held by another writer for {BusyTimeout} seconds. Try again; nothing was written."),
        3 or 8 or 14 or 23 => (StoreProblem.CannotOpen, "cannot be opened or written. See that its folder exists and may be written to."),
        11 or 26 => (StoreProblem.NotAStore, "is no SQLite database, or damaged. Name another file, or restore it from a backup."),
        _ => null,
    };

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(connection, transaction, sql, parameters);
        command.ExecuteNonQuery();
    }

    private static List<StoredRegistration> Rows(SqliteCommand command)
    {
        using (command)
        {
            using var rows = command.ExecuteReader();
            var found = new List<StoredRegistration>();
            while (rows.Read()) found.Add(RegistrationRow.Read(rows));
            return found;
        }
    }
}
