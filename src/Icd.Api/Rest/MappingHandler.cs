using System.Text.Json;
using Icd.Api.Problems;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping;
using Icd.Mapping.Dual;
using Icd.Toolkit;
using Icd.Toolkit.Answers;

namespace Icd.Api.Rest;

/// <summary>Between ICD-10 and ICD-11.</summary>
internal static class MappingHandler
{
    public static void Map(RestRequest request, Utf8JsonWriter writer)
    {
        var engines = request.Engines;
        var crosswalk = engines.Crosswalk ?? throw NoIcd10();
        MappedJson.Write(writer, new CodeMapper(request.Catalog, crosswalk, request.Messages, new(() => engines.BackCrosswalk!)).Map(request.Text("code")));
    }

    public static void Check(RestRequest request, Utf8JsonWriter writer)
    {
        var (icd10, icd11) = (request.Text("icd10"), request.Text("icd11"));
        var expression = ExpressionOf(icd11);
        DualCheckJson.Write(writer, icd10, icd11, DualOf(request.Engines).Check(CodesOf(icd10), in expression), request.Messages);
    }

    public static void Derive(RestRequest request, Utf8JsonWriter writer)
    {
        var (icd10, icd11) = (request.Find("icd10"), request.Find("icd11"));
        if (icd10 is null == icd11 is null)
            throw new ProblemException(icd10 is null ? ProblemKind.MissingParameter : ProblemKind.InvalidParameter, "Gi enten icd10 eller icd11.", "Give either icd10 or icd11.", "icd10");
        var dual = DualOf(request.Engines);
        DualRegistrationJson.Write(writer, icd10 is not null ? dual.FromIcd10(CodesOf(icd10)) : dual.FromIcd11(ExpressionOf(icd11!)));
    }

    private static DualCoding DualOf(MmsEngines engines) => engines.Dual ?? throw NoIcd10();

    private static ProblemException NoIcd10() => new(ProblemKind.DataMissing, "Denne installasjonen har ikke norsk ICD-10.", "This installation lacks the Norwegian ICD-10.");

    private static ClusterExpression ExpressionOf(string text) =>
        ClusterExpression.TryParse(text, out var expression, out var error) ? expression : throw Malformed(error, text, "icd11");

    private static Icd10Code[] CodesOf(string text)
    {
        if (Icd10Code.TryParse(text.Trim(), out var one, out var error)) return [one];
        return DaggerPair.TryParse(text, out var dagger, out var asterisk) ? [dagger, asterisk] : throw Malformed(error, text, "icd10");
    }

    private static ProblemException Malformed(SyntaxError error, string text, string parameter) =>
        new(ProblemKind.MalformedCode, error.Describe(text, MessageLanguage.Bokmal), error.Describe(text, MessageLanguage.English), parameter);
}
