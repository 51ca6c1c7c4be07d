using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Toolkit;

namespace Icd.Api.Fhir.Systems;

/// <summary>ICD-11 MMS, with expressions of <c>&amp;</c> and <c>/</c>.</summary>
internal sealed class MmsSystem(ReleaseCatalog catalog, Release release, Func<MmsEngines> engines, StringComparison comparison) : LinearizationSystem(catalog, release, comparison)
{
    public const string SystemUrl = "http://id.who.int/icd/release/11/mms";

    private readonly Lazy<MmsEngines> _engines = new(engines);

    /// <summary>What judges and maps over the release; made when first asked for.</summary>
    public MmsEngines Engines => _engines.Value;

    public override string Url => SystemUrl;

    public override string Name => "ICD-11 for Mortality and Morbidity Statistics";

    public override string Id => "icd11-mms-" + Version;

    protected override Linearization Linearization => Linearization.Mms;

    public override IReadOnlyList<PropertyDefinition> Properties { get; } =
    [
        .. LinearizationProperties,
        new("postcoordinationScale", "code", "An axis of a stem, with valueSet, requiredPostcoordination, allowMultipleValues and who says so (authority, provenance)"),
        new("diagnosisCodeDescriptor", "code", "A value of an expression that is universal (type 2) and sits on no axis"),
    ];

    protected override bool IsJoined(string code) => code.AsSpan().ContainsAny('&', '/');

    protected override Located LocateExpression(string code)
    {
        Span<Range> ranges = stackalloc Range[ClusterExpression.MaxMembers];
        if (!ClusterExpression.TryParse(code, out var expression, ranges, out var error)) return new LocateFailure(false, error.Describe(code));
        // A code is the same text every time: no space round it, and each member spelled as its release spells it.
        if (char.IsWhiteSpace(code[0]) || char.IsWhiteSpace(code[^1])) return new LocateFailure(false, "A code neither begins nor ends with space.");
        for (var i = 0; i < expression.Count; i++)
        {
            var written = code[ranges[i]];
            if (expression[i].IsUri ? expression[i].ToString() != written : !Same(expression[i].ToString(), written)) return new LocateFailure(false, $"'{written}' is no code: codes are compared with their case.");
            if (expression[i].IsUri && expression[i].Uri.Linearization != Linearization.Mms) return new LocateFailure(false, $"{written} is an entity of the Foundation, which is another code system.");
        }

        return Judge(code, in expression);
    }

    private Located Judge(string code, in ClusterExpression expression)
    {
        var verdict = Engines.Validator.Validate(in expression);
        if (verdict.Kind is VerdictKind.Invalid or VerdictKind.NotEvaluated)
        {
            var decisive = verdict.Diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.NotEvaluated).ToList();
            var isRule = decisive.TrueForAll(diagnostic => diagnostic.Kind is DiagnosticKind.ValueOnNoAxis or DiagnosticKind.TooManyValues or DiagnosticKind.ValuesOfSameBlock or DiagnosticKind.AxesUnknown);
            var reason = string.Join(' ', decisive.Select(Sentence));
            return new LocateFailure(isRule, verdict.Kind == VerdictKind.NotEvaluated ? "It cannot be judged with the data that are loaded. " + reason : reason);
        }

        var parts = new ConceptPart[expression.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            Release.TryFind(expression[i], out var entity);
            parts[i] = new(entity, expression.IsStem(i));
        }

        var bindings = Engines.Validator.Bind(in expression).Select(binding => new ConceptBinding(binding.Stem, binding.Value, binding.Axis.Uri));
        return new Concept(this, code, parts, [.. bindings]) { Remarks = verdict.Diagnostics };
    }

    /// <summary>The diagnostic, with the short code beside a URI: the reader knows the code.</summary>
    private string Sentence(Diagnostic diagnostic)
    {
        var sentence = diagnostic.Describe();
        return EntityUri.TryParse(diagnostic.Token, out var uri) && Release.TryFind(uri, out var entity) && entity.Code.Length > 0
            ? sentence.Replace(diagnostic.Token, $"{diagnostic.Token} ({entity.Code})", StringComparison.Ordinal)
            : sentence;
    }

    /// <summary>The concept as an expression of the toolkit; <c>default</c> where it is a value or a heading.</summary>
    public static ClusterExpression ExpressionOf(Concept concept)
    {
        if (concept.IsExpression) return ClusterExpression.TryParse(concept.ShortCode, out var expression) ? expression : default;
        return concept.Entity is { IsSelectable: true, IsExtension: false } ? new(concept.Entity.Icd11Code) : default;
    }

    public override string? ShortFormOf(Concept expression) => string.Concat(expression.Parts.Select((part, i) => (i == 0 ? "" : part.IsStem ? "/" : "&") + part.Entity.Code));

    /// <summary>The required axes that a concept leaves without a value.</summary>
    public IEnumerable<string> MissingAxes(Concept concept)
    {
        var expression = ExpressionOf(concept);
        if (expression.Count == 0) return [];
        var diagnostics = concept.IsExpression ? concept.Remarks : Engines.Validator.Validate(in expression).Diagnostics;
        return diagnostics.Where(diagnostic => diagnostic.Kind == DiagnosticKind.RequiredAxisMissing).Select(diagnostic => diagnostic.Describe());
    }

    protected override void DescribeUnbound(ConceptPart part, string language, List<ConceptProperty> properties) =>
        properties.Add(ConceptProperty.OfCode("diagnosisCodeDescriptor", CodeOf(part.Entity)) with { Description = TitleOf(part.Entity, language) });

    protected override void DescribeScales(Entity stem, List<ConceptProperty> properties)
    {
        // Rules of our profile hold for all that is below a chapter or block; the heading itself is no stem.
        if (!stem.IsSelectable) return;
        foreach (var axis in Engines.Validator.Axes.Of(stem))
        {
            properties.Add(ConceptProperty.OfCode("postcoordinationScale", axis.Uri) with
            {
                Description = AxisNames.Label(axis.Name, MessageLanguage.English),
                Parts =
                [
                    new("valueSet", "valueUri", $"{UriOf(stem)}/postcoordinationScale/{axis.Name}"),
                    ConceptProperty.OfBoolean("requiredPostcoordination", axis.IsRequired),
                    ConceptProperty.OfCode("allowMultipleValues", axis.AllowMultipleValues.ToString()),
                    ConceptProperty.OfCode("authority", axis.Authority == AxisAuthority.WhoScale ? "who-scale" : "authored-rule"),
                    ConceptProperty.OfText("provenance", axis.Provenance),
                ],
            });
        }
    }
}
