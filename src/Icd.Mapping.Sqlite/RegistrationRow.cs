using System.Globalization;
using System.Text;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping.Dual;
using Microsoft.Data.Sqlite;

namespace Icd.Mapping.Sqlite;

/// <summary>A version of a registration as a row of <c>diagnosis_version</c>, and back.</summary>
internal static class RegistrationRow
{
    public const string Columns = "v.diagnosis, v.version, v.icd10, v.icd11, v.entered, v.edition, v.icd11_release, v.time, v.relation, v.provenance, v.review, v.recorded";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Refuses what could not be read back as it was; messages name the property, never its value.</summary>
    public static void Check(DualRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (registration.Icd10 is null || registration.Icd10.Contains(default)) throw Wrong(nameof(registration.Icd10), "is null or has a code that is none");
        if (!Enum.IsDefined(registration.Entered)) throw Wrong(nameof(registration.Entered), "is neither side");
        if (registration.Entered == CodingSide.Icd10 ? registration.Icd10.Count == 0 : registration.Icd11.Count == 0) throw Wrong(nameof(registration.Entered), "names a side that is empty");
        if (registration.Edition.IsNone) throw Wrong(nameof(registration.Edition), "is not given");
        if (registration.Release.IsNone) throw Wrong(nameof(registration.Release), "is not given");
        if (!Enum.IsDefined(registration.Relation)) throw Wrong(nameof(registration.Relation), "is none of the defined ones");
        if (registration.Provenance is null) throw Wrong(nameof(registration.Provenance), "is null");
        try
        {
            StrictUtf8.GetByteCount(registration.Provenance);
        }
        catch (EncoderFallbackException)
        {
            throw Wrong(nameof(registration.Provenance), "has half of a surrogate pair, which is no text");
        }

        static ArgumentException Wrong(string property, string what) => new($"{property} {what}.", nameof(registration));
    }

    public static void Write(SqliteCommand command, StoredRegistration stored)
    {
        var registration = stored.Registration;
        command.CommandText = """
            insert into diagnosis_version (diagnosis, version, icd10, icd11, entered, edition, icd11_release, time, relation, provenance, review, recorded)
            values (@diagnosis, @version, @icd10, @icd11, @entered, @edition, @release, @time, @relation, @provenance, @review, @recorded)
            """;
        command.Parameters.AddWithValue("@diagnosis", stored.Id);
        command.Parameters.AddWithValue("@version", stored.Version);
        command.Parameters.AddWithValue("@icd10", string.Join(' ', registration.Icd10));
        command.Parameters.AddWithValue("@icd11", registration.Icd11.Count == 0 ? DBNull.Value : registration.Icd11.ToString());
        command.Parameters.AddWithValue("@entered", registration.Entered == CodingSide.Icd10 ? "icd10" : "icd11");
        command.Parameters.AddWithValue("@edition", registration.Edition.ToString());
        command.Parameters.AddWithValue("@release", registration.Release.ToString());
        command.Parameters.AddWithValue("@time", Text(registration.Time));
        command.Parameters.AddWithValue("@relation", registration.Relation == MapRelation.Unknown ? DBNull.Value : registration.Relation.Code());
        command.Parameters.AddWithValue("@provenance", registration.Provenance);
        command.Parameters.AddWithValue("@review", registration.NeedsReview ? 1 : 0);
        command.Parameters.AddWithValue("@recorded", Text(stored.Recorded));
        command.ExecuteNonQuery();
    }

    public static StoredRegistration Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt32(1), Time(row.GetString(11)), new()
    {
        Icd10 = [.. row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => Icd10Code.Parse(code))],
        Icd11 = row.IsDBNull(3) ? default : ClusterExpression.Parse(row.GetString(3)),
        Entered = row.GetString(4) == "icd10" ? CodingSide.Icd10 : CodingSide.Icd11,
        Edition = Release(row.GetString(5)),
        Release = Release(row.GetString(6)),
        Time = Time(row.GetString(7)),
        Relation = row.IsDBNull(8) ? MapRelation.Unknown : Enum.GetValues<MapRelation>().First(relation => relation != MapRelation.Unknown && relation.Code() == row.GetString(8)),
        Provenance = row.GetString(9),
        NeedsReview = row.GetInt64(10) != 0,
    });

    public static ReleaseId Release(string text) => ReleaseId.TryParse(text, out var release) ? release : throw new FormatException($"'{text}' is not a release.");

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
