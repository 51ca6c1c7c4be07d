using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping;

namespace Icd.Api.Fhir.Operations;

/// <summary><c>ConceptMap/$translate</c> between Norwegian ICD-10 and ICD-11 MMS.</summary>
internal static class TranslateOperation
{
    public static FhirResult Run(FhirContext context, OperationInput input, MapDirection? instance)
    {
        if (input.Has("conceptMap")) throw FhirException.NotSupported("A map of the client's own is not taken; this server has its own, by url.");
        var codings = Codings(input);
        var direction = MapDirection.Of(input, codings[0].System, instance);
        var mms = Mms(context, input, direction, codings[0]);
        var icd10 = (NorwegianIcd10System)new VersionRules(context.Terminology, input).Resolve(NorwegianIcd10System.SystemUrl, direction == MapDirection.Forward ? codings[0].Version : null);
        if (mms.Engines.Crosswalk is not { } crosswalk) throw FhirException.NotSupported("There is no crosswalk for this release.");
        var translation = direction == MapDirection.Forward
            ? Forward(crosswalk, mms, codings, DisplayLanguage.Of(input, mms) ?? mms.Languages[0])
            : Back(mms, icd10, codings[0], DisplayLanguage.Of(input, icd10) ?? icd10.Languages[0]);
        return FhirResult.Ok(writer => new TranslationWriter(context.Version, direction, translation).Write(writer));
    }

    private static List<FhirCoding> Codings(OperationInput input)
    {
        var system = input.Text("system");
        var version = input.Text("version");
        if (input.Text("sourceCode", "code", "targetCode") is { } code) return [new(system, version, code, null)];
        foreach (var name in (string[])["sourceCoding", "coding", "targetCoding"])
        {
            if (input.Coding(name) is { } coding) return [coding with { System = coding.System ?? system }];
        }

        foreach (var name in (string[])["sourceCodeableConcept", "codeableConcept", "targetCodeableConcept"])
        {
            if (input.Element(name) is not { } concept) continue;
            if (concept.TryGetProperty("coding", out var codings) && codings.ValueKind == JsonValueKind.Array && codings.GetArrayLength() > 0)
            {
                var read = codings.EnumerateArray().Select((element, i) => FhirCoding.Read(element, $"CodeableConcept.coding[{i}].")).ToList();
                // One concept in several systems: those that a map begins with.
                var mapped = read.FindAll(coding => coding.System is { } known && MapDirection.All.Any(map => map.Source == Terminology.Normal(known)));
                var wanted = input.Text("targetSystem", "targetsystem", "targetScope");
                var first = mapped.Find(coding => wanted is null || !wanted.StartsWith(Terminology.Normal(coding.System!), StringComparison.Ordinal)) ?? read[0];
                return [first, .. mapped.Where(coding => coding != first && coding.System == first.System)];
            }

            throw FhirException.Required($"The {name} has no coding.");
        }

        throw FhirException.Required("Name the code by sourceCode (R4: code), a coding or a codeableConcept.");
    }

    private static MmsSystem Mms(FhirContext context, OperationInput input, MapDirection direction, FhirCoding coding)
    {
        var stated = direction == MapDirection.Back
            ? coding.Version
            : input.Text("targetSystem", "targetsystem", "targetScope", "target") is { } target ? Canonical.Parse(target).Version : null;
        return (MmsSystem)new VersionRules(context.Terminology, input).Resolve(MmsSystem.SystemUrl, stated);
    }

    private static Translation Forward(Crosswalk crosswalk, MmsSystem mms, List<FhirCoding> codings, string language)
    {
        if (!TryRead(codings[0].Code, out var code)) return Translation.Nothing($"'{codings[0].Code}' is not a code of ICD-10.");
        MapAnswer? answer = null;
        // Dagger and asterisk side by side are one diagnosis.
        if (codings.Count == 2 && TryRead(codings[1].Code, out var second)) answer = crosswalk.MapPair(code, second);
        answer ??= crosswalk.Map(code);
        var remarks = Remarks.Of(answer.Provenance, answer.Lost, answer.Added, answer.NeedsReview);
        var matches = new List<TranslationMatch>();
        if (answer.HasTarget) matches.Add(Match(mms, answer.Expression.ToString(), answer.Relation, remarks, language));
        foreach (var alternative in answer.Alternatives)
        {
            // An alternative that is no expression by itself, such as an extension code, can be no target.
            if (ClusterExpression.TryParse(alternative.Target, out _)) matches.Add(Match(mms, alternative.Target, MapRelation.RelatedTo, remarks with { Condition = alternative.Condition, Lost = [], Added = [] }, language));
        }

        return new(answer.HasTarget, matches, Reason(answer.HasTarget, answer.Reason, answer.Relation, codings[0].Code, answer.Provenance));
    }

    /// <summary>A code as it is written, with or without point and mark: the case of its letters counts, as everywhere.</summary>
    private static bool TryRead(string text, out Icd10Code code)
    {
        var plain = text.TrimEnd('*', '+', '†');
        return Icd10Code.TryParse(text, out code) && (code.WithoutMark.ToString("N", null) == plain || code.WithoutMark.ToString("D", null) == plain);
    }

    private static TranslationMatch Match(MmsSystem mms, string target, MapRelation relation, Remarks remarks, string language)
    {
        var display = mms.Locate(target).Concept?.Display(language);
        return new(relation, [new(mms.Url, mms.Version, target, display)], remarks);
    }

    private static Translation Back(MmsSystem mms, NorwegianIcd10System icd10, FhirCoding coding, string language)
    {
        var located = mms.Locate(coding.Code);
        if (located.Concept is not { } concept) return Translation.Nothing($"'{coding.Code}' is no code of {mms.Url} {mms.Version}. {located.Failure!.Reason}".TrimEnd());
        var expression = MmsSystem.ExpressionOf(concept);
        if (expression.Count == 0) return Translation.Nothing($"'{coding.Code}' classifies nothing by itself: it is a heading or an extension code.");
        if (mms.Engines.BackCrosswalk is not { } back) throw FhirException.NotSupported("There is no crosswalk for this release.");
        var answer = back.Map(in expression);
        var remarks = Remarks.Of(answer.Provenance, answer.Lost, [], answer.NeedsReview);
        var matches = new List<TranslationMatch>();
        if (answer.Codes.Count > 0) matches.Add(new(answer.Relation, [.. answer.Codes.Select(code => Target(icd10, code.WithoutMark.ToString("N", null), language))], remarks));
        foreach (var alternative in answer.Alternatives)
        {
            if (Icd10Code.TryParse(alternative.Target, out var code))
                matches.Add(new(MapRelation.RelatedTo, [Target(icd10, code.WithoutMark.ToString("N", null), language)], remarks with { Condition = alternative.Condition, Lost = [] }));
        }

        return new(answer.Codes.Count > 0, matches, Reason(answer.Codes.Count > 0, answer.Reason, answer.Relation, coding.Code, answer.Provenance));
    }

    private static TranslationTarget Target(NorwegianIcd10System icd10, string code, string language) => new(icd10.Url, icd10.Version, code, icd10.Locate(code).Concept?.Display(language));

    private static string? Reason(bool hasTarget, MapText? reason, MapRelation relation, string code, Provenance provenance)
    {
        if (reason is not null) return reason.ToString();
        if (hasTarget) return null;
        return relation == MapRelation.Unknown ? $"The data that are loaded do not tell what '{code}' is in the other system." : $"There is no target for '{code}' ({provenance}).";
    }
}

/// <summary>What a translation came to.</summary>
/// <param name="IsFound">Whether there is a target.</param>
/// <param name="Matches">The target first, then alternatives with their conditions.</param>
/// <param name="Message">Why the answer is as it is; <see langword="null"/> where there is nothing to explain.</param>
internal sealed record Translation(bool IsFound, IReadOnlyList<TranslationMatch> Matches, string? Message)
{
    public static Translation Nothing(string why) => new(false, [], why);
}

/// <param name="Relation">How the source stands to the targets.</param>
/// <param name="Targets">The target; where several codes say it together, the main one first.</param>
/// <param name="Remarks">What the reader must know of it.</param>
internal sealed record TranslationMatch(MapRelation Relation, IReadOnlyList<TranslationTarget> Targets, Remarks Remarks);

/// <summary>A code of the other system.</summary>
internal sealed record TranslationTarget(string System, string Version, string Code, string? Display);

/// <summary>Who says so, what is lost and added, and whether a human must choose.</summary>
internal sealed record Remarks(Provenance Provenance, IReadOnlyList<MapText> Lost, IReadOnlyList<MapText> Added, bool NeedsReview, MapText? Condition = null)
{
    public static Remarks Of(Provenance provenance, IReadOnlyList<MapText> lost, IReadOnlyList<MapText> added, bool needsReview) => new(provenance, lost, added, needsReview);
}
