using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Embedded;
using Icd.Mapping.Dual;
using Icd.Mapping.Sqlite;
using Microsoft.Data.Sqlite;

namespace Icd.Mapping.Tests.Store;

/// <summary>A store in a temporary folder, gone when disposed.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("icd-store-").FullName;
    private DualRegistrationStore? _store;

    public TemporaryStore(params IEnumerable<Release> releases) => _store = DualRegistrationStore.Open(Path, releases);

    private TemporaryStore()
    {
    }

    /// <summary>The starter release: there on every machine.</summary>
    public static Release Starter { get; } = new ReleaseCatalog(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "no such directory"), EmbeddedReleases.All).Newest(Classification.Mms)!;

    public string Path => System.IO.Path.Combine(_folder, "dual.db");

    public DualRegistrationStore Store => _store!;

    /// <summary>A folder with no store in it yet.</summary>
    public static TemporaryStore Empty() => new();

    public void Reopen(params IEnumerable<Release> releases)
    {
        _store?.Dispose();
        _store = DualRegistrationStore.Open(Path, releases);
    }

    public static DualRegistration Registration(string icd10, string icd11, ReleaseId release) => new()
    {
        Icd10 = [.. icd10.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => Icd10Code.Parse(code))],
        Icd11 = icd11.Length == 0 ? default : ClusterExpression.Parse(icd11),
        Entered = icd10.Length > 0 ? CodingSide.Icd10 : CodingSide.Icd11,
        Edition = ReleaseId.Create(2026, 0),
        Release = release,
        Time = new(2026, 11, 22, 4, 5, 6, TimeSpan.FromHours(1)),
        Relation = MapRelation.Equivalent,
        Provenance = "a test",
    };

    public long Add(string icd10, string icd11, Release release) => Store.Add(Registration(icd10, icd11, release.Key.ReleaseId)).Id;

    public IReadOnlyList<long> Find(DiagnosisQuery query) => [.. Store.Find(query).Registrations.Select(stored => stored.Id)];

    public SqliteConnection Raw()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static string Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
