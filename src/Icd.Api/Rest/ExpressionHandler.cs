using System.Text.Json;
using Icd.Core.Postcoordination;
using Icd.Toolkit.Answers;

namespace Icd.Api.Rest;

/// <summary>Form, verdict, canonical form and reading of expressions.</summary>
internal static class ExpressionHandler
{
    public static void Parse(RestRequest request, Utf8JsonWriter writer) => ParsedJson.Write(writer, ParsedInput.Read(request.Text("expression"), request.Text("system")), request.Messages);

    public static void Validate(RestRequest request, Utf8JsonWriter writer) => Judge(request, writer, request.Flag("lenient") ? ValidationMode.Lenient : ValidationMode.Strict);

    public static void Canonicalise(RestRequest request, Utf8JsonWriter writer) => Judge(request, writer, ValidationMode.Strict);

    public static void Describe(RestRequest request, Utf8JsonWriter writer) =>
        DescribedJson.Write(writer, request.Text("expression"), request.Engines, request.Catalog, request.Loaded.Icd10, request.Messages);

    private static void Judge(RestRequest request, Utf8JsonWriter writer, ValidationMode mode) =>
        JudgedJson.Write(writer, new ExpressionJudge(request.Engines, request.Catalog, request.Loaded.IcfValidator, mode, request.Messages).Judge(request.Text("expression")));
}
