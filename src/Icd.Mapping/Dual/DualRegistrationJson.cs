using System.Globalization;
using System.Text.Json;
using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Mapping.Dual;

/// <summary>Dual registrations as JSON of our own, and as FHIR <c>Condition.code</c>; both are read back without loss.</summary>
/// <remarks><c>docs/dual-registration.md</c> documents both.</remarks>
public static class DualRegistrationJson
{
    /// <summary>The FHIR extension that holds what a CodeableConcept has no place for.</summary>
    public const string ExtensionUrl = "urn:icd11-transition-toolkit:dual-registration";

    /// <summary>Writes a registration as an object of our own.</summary>
    public static void Write(Utf8JsonWriter writer, DualRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(registration);
        writer.WriteStartObject();
        writer.WriteStartArray("icd10");
        foreach (var code in registration.Icd10) writer.WriteStringValue(code.ToString());
        writer.WriteEndArray();
        writer.WriteString("icd11", registration.Icd11.Count == 0 ? null : registration.Icd11.ToString());
        writer.WriteString("entered", Side(registration.Entered));
        writer.WriteString("edition", registration.Edition.ToString());
        writer.WriteString("release", registration.Release.ToString());
        writer.WriteString("time", registration.Time.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("relation", registration.Relation == MapRelation.Unknown ? null : registration.Relation.Code());
        writer.WriteString("provenance", registration.Provenance);
        writer.WriteBoolean("review", registration.NeedsReview);
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">A value is missing or malformed; the message names it.</exception>
    public static DualRegistration Read(JsonElement json) => new()
    {
        Icd10 = [.. Property(json, "icd10").EnumerateArray().Select(code => Icd10(code.GetString()))],
        Icd11 = Icd11(Property(json, "icd11").GetString()),
        Entered = Side(Property(json, "entered").GetString()),
        Edition = Release(Property(json, "edition").GetString()),
        Release = Release(Property(json, "release").GetString()),
        Time = Time(Property(json, "time").GetString()),
        Relation = Relation(Property(json, "relation").GetString()),
        Provenance = Property(json, "provenance").GetString() ?? "",
        NeedsReview = Property(json, "review").GetBoolean(),
    };

    /// <summary>Writes a registration as a FHIR CodeableConcept for <c>Condition.code</c>: a coding for each code, the entered ones <c>userSelected</c>.</summary>
    public static void WriteFhir(Utf8JsonWriter writer, DualRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(registration);
        writer.WriteStartObject();
        writer.WriteStartArray("extension");
        writer.WriteStartObject();
        writer.WriteString("url", ExtensionUrl);
        writer.WriteStartArray("extension");
        Extension(writer, "entered", "valueCode", Side(registration.Entered));
        Extension(writer, "edition", "valueString", registration.Edition.ToString());
        Extension(writer, "release", "valueString", registration.Release.ToString());
        Extension(writer, "time", "valueDateTime", registration.Time.ToString("O", CultureInfo.InvariantCulture));
        if (registration.Relation != MapRelation.Unknown) Extension(writer, "relation", "valueCode", registration.Relation.Code());
        Extension(writer, "provenance", "valueString", registration.Provenance);
        writer.WriteStartObject();
        writer.WriteString("url", "review");
        writer.WriteBoolean("valueBoolean", registration.NeedsReview);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("coding");
        foreach (var code in registration.Icd10) Coding(writer, CodeSystems.NorwegianIcd10, registration.Edition, code.ToString(), registration.Entered == CodingSide.Icd10);
        if (registration.Icd11.Count > 0) Coding(writer, CodeSystems.Icd11Mms, registration.Release, registration.Icd11.ToString(), registration.Entered == CodingSide.Icd11);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteFhir"/> wrote; codings of other systems are passed over.</summary>
    /// <exception cref="FormatException">A value is missing or malformed; the message names it.</exception>
    public static DualRegistration ReadFhir(JsonElement codeableConcept)
    {
        var extension = Array(codeableConcept, "extension").FirstOrDefault(candidate => Property(candidate, "url").GetString() == ExtensionUrl);
        if (extension.ValueKind != JsonValueKind.Object) throw new FormatException($"The extension {ExtensionUrl} is missing.");
        var values = Array(extension, "extension").ToDictionary(part => Property(part, "url").GetString()!, part => part.EnumerateObject().First(value => value.Name != "url").Value);
        var codings = Array(codeableConcept, "coding").ToList();
        return new()
        {
            Icd10 = [.. codings.Where(coding => Property(coding, "system").GetString() == CodeSystems.NorwegianIcd10).Select(coding => Icd10(Property(coding, "code").GetString()))],
            Icd11 = codings.Where(coding => Property(coding, "system").GetString() == CodeSystems.Icd11Mms).Select(coding => Icd11(Property(coding, "code").GetString())).FirstOrDefault(),
            Entered = Side(Value("entered").GetString()),
            Edition = Release(Value("edition").GetString()),
            Release = Release(Value("release").GetString()),
            Time = Time(Value("time").GetString()),
            Relation = values.TryGetValue("relation", out var relation) ? Relation(relation.GetString()) : MapRelation.Unknown,
            Provenance = Value("provenance").GetString() ?? "",
            NeedsReview = Value("review").GetBoolean(),
        };

        JsonElement Value(string name) => values.TryGetValue(name, out var value) ? value : throw new FormatException($"The extension has no '{name}'.");
    }

    private static void Extension(Utf8JsonWriter writer, string url, string type, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("url", url);
        writer.WriteString(type, value);
        writer.WriteEndObject();
    }

    private static void Coding(Utf8JsonWriter writer, string system, ReleaseId version, string code, bool isEntered)
    {
        writer.WriteStartObject();
        writer.WriteString("system", system);
        writer.WriteString("version", version.ToString());
        writer.WriteString("code", code);
        writer.WriteBoolean("userSelected", isEntered);
        writer.WriteEndObject();
    }

    private static JsonElement Property(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : throw new FormatException($"There is no '{name}'.");

    private static JsonElement.ArrayEnumerator Array(JsonElement json, string name) => Property(json, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : throw new FormatException($"'{name}' is no array.");

    private static Icd10Code Icd10(string? text) => Icd10Code.TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an ICD-10 code.");

    private static ClusterExpression Icd11(string? text) =>
        text is null ? default : ClusterExpression.TryParse(text, out var expression) ? expression : throw new FormatException($"'{text}' is not an ICD-11 expression.");

    private static ReleaseId Release(string? text) => ReleaseId.TryParse(text, out var release) ? release : throw new FormatException($"'{text}' is not a release.");

    private static DateTimeOffset Time(string? text) =>
        DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : throw new FormatException($"'{text}' is not a time (ISO 8601).");

    private static string Side(CodingSide side) => side == CodingSide.Icd10 ? "icd10" : "icd11";

    private static CodingSide Side(string? text) => text switch
    {
        "icd10" => CodingSide.Icd10,
        "icd11" => CodingSide.Icd11,
        _ => throw new FormatException($"'{text}' is neither icd10 nor icd11."),
    };

    private static MapRelation Relation(string? text) =>
        text is null ? MapRelation.Unknown
        : Enum.GetValues<MapRelation>().FirstOrDefault(relation => relation != MapRelation.Unknown && relation.Code() == text) is var found && found != MapRelation.Unknown ? found
        : throw new FormatException($"'{text}' is not a relation.");
}
