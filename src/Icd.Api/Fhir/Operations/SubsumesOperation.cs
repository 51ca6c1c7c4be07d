using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;
using Icd.Api.Fhir.ValueSets;
using Icd.Core.Sanctioning;

namespace Icd.Api.Fhir.Operations;

/// <summary><c>CodeSystem/$subsumes</c>: by the tree, and for expressions by what they say.</summary>
internal static class SubsumesOperation
{
    public static FhirResult Run(FhirContext context, OperationInput input, CodeSystemVersion? instance)
    {
        var (codingA, codingB) = (input.Coding("codingA", "codingA."), input.Coding("codingB", "codingB."));
        var codeA = codingA?.Code ?? input.Text("codeA") ?? throw FhirException.Required("Name the first code by codeA or codingA.");
        var codeB = codingB?.Code ?? input.Text("codeB") ?? throw FhirException.Required("Name the second code by codeB or codingB.");
        var url = FhirContext.SystemOf(input, instance, codingA ?? codingB, "system") ?? throw FhirException.Required("Name the code system by system, or in the codings.");
        foreach (var coding in new[] { codingA, codingB })
        {
            if (coding?.System is { } other && Terminology.Normal(other) != Terminology.Normal(url)) throw FhirException.Invalid($"Both codes must be of one system; {coding.Code} is of {other}.", coding.At("system"));
            if (coding?.Version is { } version && codingA?.Version is { } first && version != first) throw FhirException.Invalid("Both codes must be of one version.", coding.At("version"));
        }

        var system = new VersionRules(context.Terminology, input).Resolve(url, FhirContext.VersionOf(input, instance, codingA ?? codingB, "system") ?? codingB?.Version);
        var outcome = Outcome(system, Find(system, codeA), Find(system, codeB));
        return FhirResult.Ok(writer =>
        {
            writer.BeginParameters();
            writer.Parameter("outcome", "valueCode", outcome);
            writer.EndParameters();
        });
    }

    private static Concept Find(CodeSystemVersion system, string code)
    {
        var located = system.Locate(code);
        return located.Concept ?? throw LocateIssues.Exception(system, code, located.Failure!);
    }

    private static string Outcome(CodeSystemVersion system, Concept a, Concept b)
    {
        if (a.Is(b)) return "equivalent";
        if (!a.IsExpression && !b.IsExpression)
        {
            if (a.Entity.Contains(b.Entity)) return "subsumes";
            if (b.Entity.Contains(a.Entity)) return "subsumed-by";
            return system is FoundationSystem ? throw Unknown(a, b, "the Foundation has parents that WHO's tabulations do not show") : "not-subsumed";
        }

        if (system is not MmsSystem mms) return ByParts(a, b);
        var (left, right) = (MmsSystem.ExpressionOf(a), MmsSystem.ExpressionOf(b));
        if (left.Count == 0 || right.Count == 0) return OfHeading(a, b);
        return (mms.Engines.Subsumption.Subsumes(in left, in right), mms.Engines.Subsumption.Subsumes(in right, in left)) switch
        {
            (Subsumption.Yes, Subsumption.Yes) => "equivalent",
            (Subsumption.Yes, Subsumption.No) => "subsumes",
            (Subsumption.No, Subsumption.Yes) => "subsumed-by",
            (Subsumption.No, Subsumption.No) => "not-subsumed",
            _ => throw Unknown(a, b, "what one of the stems is made of is not known"),
        };
    }

    /// <summary>A heading or an extension code beside an expression: a heading holds what one of the stems is below, an extension code holds nothing.</summary>
    private static string OfHeading(Concept a, Concept b)
    {
        var (heading, expression) = a.IsExpression ? (b, a) : (a, b);
        var holds = !heading.Entity.IsExtension && expression.Parts.Any(part => part.IsStem && heading.Entity.Contains(part.Entity));
        return !holds ? "not-subsumed" : heading == a ? "subsumes" : "subsumed-by";
    }

    /// <summary>ICF: a category with a qualifier is below the category, and below the categories above it with the same qualifier.</summary>
    private static string ByParts(Concept a, Concept b)
    {
        var (down, up) = (Holds(a, b), Holds(b, a));
        return down && up ? "equivalent" : down ? "subsumes" : up ? "subsumed-by" : "not-subsumed";

        static bool Holds(Concept general, Concept specific)
        {
            var (ownStem, otherStem) = (general.IsExpression ? general.Parts[0].Entity : general.Entity, specific.IsExpression ? specific.Parts[0].Entity : specific.Entity);
            return ownStem.Contains(otherStem) && general.Parts.Skip(1).All(part => specific.Parts.Skip(1).Any(other => part.Entity.Contains(other.Entity)));
        }
    }

    private static FhirException Unknown(Concept a, Concept b, string why) =>
        FhirException.NotSupported($"Whether '{a.Asked}' subsumes '{b.Asked}' cannot be judged: {why}.");
}
