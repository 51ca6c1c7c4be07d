using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;

namespace Icd.Api.Fhir.Operations;

/// <summary>Checks that a code exists, that its display is right, and that it may stand where it stands.</summary>
internal sealed class CodeChecker(FhirContext context, OperationInput input)
{
    private const string WrongDisplay = "Display_Name_for__should_be_one_of__instead_of";

    private readonly bool _isLenient = input.Boolean("lenient-display-validation") == true;

    /// <summary>Finds the code in its system; issues are added to the check.</summary>
    /// <param name="check">The check.</param>
    /// <param name="rules">Which version a request means.</param>
    /// <param name="stated">The version that the client or the value set states.</param>
    /// <returns><see langword="false"/> where there is no such code.</returns>
    public bool Locate(CodeCheck check, VersionRules rules, string? stated)
    {
        var coding = check.Coding;
        try
        {
            check.System = rules.Resolve(coding.System!, stated, coding.At("system"));
        }
        catch (FhirException problem) when (problem.Issues is [{ TxCode: "not-found" or "version-error" } issue])
        {
            check.Add(issue);
            if (issue.TxCode == "not-found") check.UnknownSystem = new Canonical(coding.System!, rules.Stated(coding.System!, stated)).ToString();
            return false;
        }

        var system = check.System;
        var language = DisplayLanguage.Of(input, system);
        var located = system.Locate(coding.Code);
        if (located.Concept is not { } concept)
        {
            check.Add(LocateIssues.Invalid(system, coding.Code, located.Failure!, coding.At("code")));
            return false;
        }

        check.Concept = concept;
        check.Display = concept.Display(language ?? system.Languages[0]);
        if (coding.Display is { } display && !IsRight(concept, display, language)) check.Add(WrongDisplayIssue(check, display, language));
        if (IsOtherForm(concept) && check.NormalizedCode is { } normalized)
            check.Add(new("information", "business-rule", "code-rule", $"The code '{coding.Code}' is a valid form, but not the normal one, which is '{normalized}'", coding.At("code"), "CODE_NOT_IN_NORMAL_FORM"));
        return true;
    }

    /// <summary>What a code system's own validation demands beyond existence: a code that stands alone must be able to.</summary>
    public void CheckStanding(CodeCheck check)
    {
        var at = check.Coding.At("code");
        if (input.Boolean("abstract") == false && check.Concept is { IsExpression: false } heading && heading.System.IsAbstract(heading.Entity))
            check.Add(TxIssue.Error("business-rule", "code-rule", $"The code '{check.Coding.Code}' is abstract: a heading, which is no diagnosis", at));
        if (check.Concept is not { System: MmsSystem mms } concept) return;
        if (concept is { IsExpression: false, Entity.IsExtension: true } && concept.ShortCode is { } extension)
        {
            // The heading of chapter X and its blocks are concepts like other headings; what is a code there only extends a stem.
            if (concept.Entity.IsSelectable) check.Add(TxIssue.Error("code-invalid", "invalid-code", $"The code '{check.Coding.Code}' ({extension}) is an extension code: it cannot stand alone, only after a stem code and &", at));
            return;
        }

        if (input.Boolean("abstract") != true && context.Options.RequiredAxes != RuleWeight.Ignore)
        {
            foreach (var missing in mms.MissingAxes(concept))
                check.Add(new(Severity(context.Options.RequiredAxes), context.Options.RequiredAxes == RuleWeight.Error ? "code-invalid" : "business-rule", context.Options.RequiredAxes == RuleWeight.Error ? "invalid-code" : "code-rule", $"The code '{check.Coding.Code}' is not complete: {missing}", at));
        }

        CheckReplication(check, mms, at);
    }

    /// <summary>A cluster must not rebuild what a precoordinated stem says (Reference Guide); scales often admit it all the same.</summary>
    private void CheckReplication(CodeCheck check, MmsSystem mms, string at)
    {
        if (context.Options.Replication == RuleWeight.Ignore || check.Concept is not { IsExpression: true } concept) return;
        var expression = MmsSystem.ExpressionOf(concept);
        if (mms.Engines.Canonicaliser.Canonicalise(in expression).Replacement is not { } replacement) return;
        check.Add(new(Severity(context.Options.Replication), "business-rule", "code-rule", $"The expression '{check.Coding.Code}' rebuilds what '{replacement}' says; use that", at));
    }

    private static string Severity(RuleWeight weight) => weight == RuleWeight.Error ? "error" : "warning";

    /// <summary>Whether the code was written as an entity URI, or as WHO's number.</summary>
    private static bool IsOtherForm(Concept concept) =>
        concept.System is LinearizationSystem && (concept.Asked.Contains("http://", StringComparison.Ordinal) || (!concept.IsExpression && concept.Asked != concept.ShortCode));

    private static bool IsRight(Concept concept, string display, string? language)
    {
        if (Same(display, concept.Display(language ?? concept.System.Languages[0]))) return true;
        // Where no language was asked for, the title in any of them is right.
        return language is null && concept.System.Languages.Any(other => Same(display, concept.Display(other)));
    }

    private TxIssue WrongDisplayIssue(CodeCheck check, string display, string? language)
    {
        var (concept, system) = (check.Concept!, check.System!);
        var shown = language ?? system.Languages[0];
        var other = system.Languages.FirstOrDefault(other => other != shown && Same(display, concept.Display(other)));
        var text = $"Wrong Display Name '{display}' for {system.Url}#{check.Coding.Code}. {(other is null ? "" : $"It is the display in '{other}', not in '{shown}'. ")}Valid display is '{check.Display}' (for the language '{shown}')";
        return new(_isLenient ? "warning" : "error", "invalid", "invalid-display", text, check.Coding.At("display"), WrongDisplay);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
