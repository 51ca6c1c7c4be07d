using System.Text.Json;
using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;

namespace Icd.Api.Fhir.Operations;

/// <summary><c>CodeSystem/$validate-code</c> and <c>ValueSet/$validate-code</c>.</summary>
internal static class ValidateCodeOperation
{
    public static FhirResult RunOnCodeSystem(FhirContext context, OperationInput input, CodeSystemVersion? instance)
    {
        if (input.Has("codeSystem")) throw FhirException.NotSupported("A code system of the client's own is not taken; name one of this server's by url.");
        _ = new ValueSetSource(context.Terminology, input, context.Cache);
        var url = instance?.Url ?? (input.Text("url", "system") is { } given ? Canonical.Parse(given).Url : null);
        var version = FhirContext.VersionOf(input, instance, null, "url", "system");
        var codings = Codings(input, url, version);
        var rules = new VersionRules(context.Terminology, input);
        var checker = new CodeChecker(context, input);
        var checks = new List<CodeCheck>();
        foreach (var coding in codings)
        {
            if (coding.System is null) throw FhirException.Required("Name the code system by url, or in the coding.");
            if (url is not null && Terminology.Normal(coding.System) != Terminology.Normal(url))
            {
                // Of a concept with codings from several systems those of this one count.
                if (codings.Count > 1) continue;
                throw FhirException.Invalid($"The coding is of the system {coding.System}, not of {url}.", coding.At("system"));
            }

            var check = new CodeCheck(coding);
            if (checker.Locate(check, rules, version ?? coding.Version)) checker.CheckStanding(check);
            checks.Add(check);
        }

        if (checks.Count == 0) throw FhirException.Invalid($"No coding is of the system {url}.", "codeableConcept");
        return Answer(context, input, checks, null);
    }

    public static FhirResult RunOnValueSet(FhirContext context, OperationInput input, ValueSetDefinition? instance)
    {
        var source = new ValueSetSource(context.Terminology, input, context.Cache);
        var definition = instance ?? source.Named(input);
        var rules = new VersionRules(context.Terminology, input);
        var checker = new CodeChecker(context, input);
        var checks = new List<CodeCheck>();
        foreach (var coding in Codings(input, input.Text("system"), input.Text("systemVersion", "version")))
        {
            var evaluator = new ValueSetEvaluator(source, rules);
            var known = coding.System is null ? coding with { System = Infer(definition) ?? throw FhirException.Required("Name the code system by system: the value set has codes of several.") } : coding;
            var check = new CodeCheck(known);
            checks.Add(check);
            // What the coding leaves open is what the value set is made of.
            var stated = known.Version ?? definition.Includes.FirstOrDefault(include => include.System is { } system && Terminology.Normal(system) == Terminology.Normal(known.System!))?.Version;
            if (checker.Locate(check, rules, stated))
            {
                check.IsMember = Contains(evaluator, definition, check) && !(input.Boolean("abstract") == false && !check.Concept!.IsExpression && check.System!.IsAbstract(check.Concept.Entity));
                if (!check.IsMember && evaluator.Mismatch is { } mismatch) check.Add(TxIssue.Error("invalid", "vs-invalid", mismatch, known.At("version"), "VALUESET_VALUE_MISMATCH"));
            }
            else
            {
                check.IsMember = false;
            }

            if (!check.IsMember && check.UnknownSystem is null) check.AddFirst(NotInValueSet(check, definition));
        }

        return Answer(context, input, checks, definition);
    }

    /// <summary>A value set of a version that is not loaded can tell nothing, and that is the answer.</summary>
    private static bool Contains(ValueSetEvaluator evaluator, ValueSetDefinition definition, CodeCheck check)
    {
        try
        {
            return evaluator.Contains(definition, check.Concept!);
        }
        catch (FhirException problem) when (problem.Issues is [{ MessageId: "UNKNOWN_CODESYSTEM_VERSION" or "VALUESET_VERSION_CHECK" } issue])
        {
            check.Add(issue with { Expression = check.Coding.At("system") });
            if (issue.TxCode == "not-found") check.UnknownSystem = new Canonical(check.Coding.System!, definition.Includes.FirstOrDefault(include => include.System == check.Coding.System)?.Version).ToString();
            return false;
        }
    }

    private static TxIssue NotInValueSet(CodeCheck check, ValueSetDefinition definition) => TxIssue.Error(
        "code-invalid", "not-in-vs",
        $"The provided code '{check.Coding.System}#{check.Coding.Code}' was not found in the value set '{definition.Reference}'",
        check.Coding.At("code"), "None_of_the_provided_codes_are_in_the_value_set_one");

    private static string? Infer(ValueSetDefinition definition)
    {
        var systems = definition.Includes.Select(include => include.System).Distinct().ToList();
        return systems is [{ } only] ? only : null;
    }

    private static List<FhirCoding> Codings(OperationInput input, string? system, string? version)
    {
        var given = ((string[])["code", "coding", "codeableConcept"]).Count(input.Has);
        if (given == 0) throw FhirException.Required("Name what to validate by code, coding or codeableConcept.");
        if (given > 1) throw FhirException.Invalid("Give one of code, coding and codeableConcept.");
        if (input.Text("code") is { } code) return [new(system, version, code, input.Text("display"))];
        if (input.Has("code")) throw FhirException.Required("The code is empty.");
        if (input.Coding("coding") is { } coding) return [coding with { System = coding.System ?? system, Version = coding.Version ?? version }];
        if (!input.Element("codeableConcept")!.Value.TryGetProperty("coding", out var codings) || codings.ValueKind != JsonValueKind.Array || codings.GetArrayLength() == 0)
            throw FhirException.Required("The codeableConcept has no coding.");
        return [.. codings.EnumerateArray().Select((element, i) => FhirCoding.Read(element, $"CodeableConcept.coding[{i}].")).Select(read => read with { Version = read.Version ?? (read.System == system || system is null ? version : null) })];
    }

    private static FhirResult Answer(FhirContext context, OperationInput input, List<CodeCheck> checks, ValueSetDefinition? definition)
    {
        var best = checks.Find(check => check.IsValid) ?? checks.Find(check => check.IsMember && check.Concept is not null) ?? checks.Find(check => check.Concept is not null) ?? checks[0];
        var isValid = best.IsValid;
        // One right coding is enough; what is wrong with the others is told without failing.
        var issues = checks.SelectMany(check => check == best || !isValid ? check.Issues : check.Issues.Select(Weaker)).ToList();
        var problems = issues.Where(issue => issue.Severity != "information").Select(issue => issue.Text).Distinct().ToList();
        var concept = input.Element("codeableConcept");
        return FhirResult.Ok(writer =>
        {
            writer.BeginParameters();
            writer.Parameter("result", isValid);
            writer.Parameter("code", "valueCode", best.Coding.Code);
            writer.Parameter("system", "valueUri", best.System?.Url ?? best.Coding.System);
            writer.Parameter("version", "valueString", best.System?.Version);
            writer.Parameter("display", "valueString", best.Display);
            writer.Parameter("normalized-code", "valueCode", best.NormalizedCode);
            if (concept is { } given)
            {
                writer.WriteStartObject();
                writer.WriteString("name", "codeableConcept");
                writer.WritePropertyName("valueCodeableConcept");
                given.WriteTo(writer);
                writer.WriteEndObject();
            }

            foreach (var unknown in checks.Select(check => check.UnknownSystem).OfType<string>().Distinct()) writer.Parameter("x-caused-by-unknown-system", "valueCanonical", unknown);
            writer.Parameter("message", "valueString", string.Join("; ", problems));
            if (issues.Count > 0) writer.OutcomeParameter("issues", issues, context.Version);
            if (input.Boolean("diagnostics") == true) writer.Parameter("diagnostics", "valueString", $"{context.Terminology.Systems.Count()} code system versions are loaded{(definition is null ? "" : $"; value set {definition.Reference}")}");
            writer.EndParameters();
        });
    }

    private static TxIssue Weaker(TxIssue issue) => issue with
    {
        Severity = issue.TxCode == "not-in-vs" ? "information" : issue.IsError ? "warning" : issue.Severity,
        TxCode = issue.TxCode == "not-in-vs" ? "this-code-not-in-vs" : issue.TxCode,
    };
}
