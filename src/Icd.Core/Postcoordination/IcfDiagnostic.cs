using Icd.Core.Codes;

namespace Icd.Core.Postcoordination;

/// <summary>What is wrong with an ICF code.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">What it does to the verdict.</param>
/// <param name="Position">Zero-based, in UTF-16 units of the text.</param>
/// <param name="Token">The text at fault.</param>
/// <param name="Allowed">What could stand there: qualifiers, or how many of them.</param>
/// <param name="Provenance">The release, or WHO's coding rules of the ICF.</param>
public sealed record IcfDiagnostic(IcfDiagnosticKind Kind, DiagnosticSeverity Severity, int Position, string Token, string Allowed, string Provenance)
{
    /// <summary>The diagnostic in a sentence.</summary>
    public string Describe(MessageLanguage language = MessageLanguage.English)
    {
        var nb = language == MessageLanguage.Bokmal;
        return Kind switch
        {
            IcfDiagnosticKind.NotIcf => nb
                ? $"'{Token}' har ikke form av en ICF-kode: b, s, d eller e, sifre, og kvalifikatorer etter punktum (for e også etter +), som b280.2."
                : $"'{Token}' has not the form of an ICF code: b, s, d or e, digits, and qualifiers after a point (for e also after +), such as b280.2.",
            IcfDiagnosticKind.UnknownCategory => nb ? $"{Token} finnes ikke i utgaven {Provenance}." : $"{Token} is not in release {Provenance}.",
            IcfDiagnosticKind.NotSelectable => nb ? $"{Token} er et kapittel eller en blokk og kodes ikke selv." : $"{Token} is a chapter or block and is not coded itself.",
            IcfDiagnosticKind.QualifierMissing => nb ? $"{Token} trenger en kvalifikator ({Allowed}); uten den sier koden ingenting om en person." : $"{Token} needs a qualifier ({Allowed}); without one the code says nothing of a person.",
            IcfDiagnosticKind.TooManyQualifiers => nb ? $"'{Token}' er for mange kvalifikatorer; plass er det til {Allowed}." : $"'{Token}' is too many qualifiers; there is room for {Allowed}.",
            IcfDiagnosticKind.QualifierOutOfRange => nb ? $"'{Token}' er ingen kvalifikator på denne plassen; tillatt er {Allowed}." : $"'{Token}' is no qualifier in this place; allowed are {Allowed}.",
            IcfDiagnosticKind.FacilitatorOutsideEnvironment => nb ? "+ står for noe som fremmer, og det har bare omgivelsesfaktorer (e); bruk punktum." : "+ stands for a facilitator, which only environmental factors (e) have; use a point.",
            IcfDiagnosticKind.QualifiersAreCodes => nb ? $"Utgaven {Provenance} skriver kvalifikatorer som egne koder; de kan ikke vurderes her." : $"Release {Provenance} writes qualifiers as codes of their own, which cannot be judged here.",
            _ => throw new InvalidOperationException($"Not a kind of diagnostic: {Kind}."),
        };
    }
}
