using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>Renders a diagnostic for a coder.</summary>
internal sealed class DiagnosticText(MessageLanguage language, ReleaseCatalog? titles)
{
    /// <summary>More than this is not read; pickers list the rest.</summary>
    private const int MostNamed = 6;

    private string Tag => language == MessageLanguage.Bokmal ? "nb" : "en";

    public string Render(Diagnostic diagnostic)
    {
        var nb = language == MessageLanguage.Bokmal;
        var (token, stem) = (diagnostic.Token, diagnostic.Stem.IsNone ? "" : diagnostic.Stem.Code);
        var axis = diagnostic.Axis is { } found ? AxisNames.Label(found.Name, language) : "";
        var allowed = Named(diagnostic.Allowed);
        return (diagnostic.Kind, nb) switch
        {
            (DiagnosticKind.UnknownCode, false) => $"{token} is not in release {diagnostic.Provenance}.",
            (DiagnosticKind.UnknownCode, true) => $"{token} finnes ikke i utgaven {diagnostic.Provenance}.",
            (DiagnosticKind.CodeNotInStarter, false) => $"{token} is not in the built-in starter release, which is only a selection; import the full release to judge it.",
            (DiagnosticKind.CodeNotInStarter, true) => $"{token} finnes ikke i den innebygde startutgaven, som bare er et utvalg; importer hele utgaven for å vurdere den.",
            (DiagnosticKind.OtherRelease, false) => $"{token} is of another release than {diagnostic.Provenance}, which judges here.",
            (DiagnosticKind.OtherRelease, true) => $"{token} hører til en annen utgave enn {diagnostic.Provenance}, som det vurderes etter her.",
            (DiagnosticKind.NotSelectable, false) => $"{token} is a chapter or block; it groups codes and classifies nothing itself.",
            (DiagnosticKind.NotSelectable, true) => $"{token} er et kapittel eller en blokk; det grupperer koder og klassifiserer ingenting selv.",
            (DiagnosticKind.ExtensionAsStem, false) => $"{token} is an extension code and cannot stand as a stem.",
            (DiagnosticKind.ExtensionAsStem, true) => $"{token} er en tilleggskode og kan ikke stå som stamkode.",
            (DiagnosticKind.StemAsExtension, false) => $"{token} is a stem code; after & only extension codes may stand. Join stems by /.",
            (DiagnosticKind.StemAsExtension, true) => $"{token} er en stamkode; etter & kan bare tilleggskoder stå. Stamkoder skilles med /.",
            (DiagnosticKind.ValueOnNoAxis, false) => $"{token} is on no axis of {stem}.{(allowed.Length > 0 ? $" {stem} takes: {ByAxis(diagnostic.AllowedAxes)}." : $" {stem} takes no extension codes but diagnosis descriptors.")}",
            (DiagnosticKind.ValueOnNoAxis, true) => $"{token} passer ikke på noen akse for {stem}.{(allowed.Length > 0 ? $" {stem} tar: {ByAxis(diagnostic.AllowedAxes)}." : $" {stem} tar ingen tilleggskoder utenom diagnosebeskrivelser.")}",
            (DiagnosticKind.TooManyValues, false) => $"The axis {axis} of {stem} takes one value; {token} is one too many.",
            (DiagnosticKind.TooManyValues, true) => $"Aksen {axis} for {stem} tar én verdi; {token} er én for mye.",
            (DiagnosticKind.ValuesOfSameBlock, false) => $"The axis {axis} of {stem} takes several values only from different groups; {token} is from the same group as another.",
            (DiagnosticKind.ValuesOfSameBlock, true) => $"Aksen {axis} for {stem} tar flere verdier bare fra ulike grupper; {token} er fra samme gruppe som en annen.",
            (DiagnosticKind.RequiredAxisMissing, false) => $"{stem} needs a value on the axis {axis}: {allowed}.",
            (DiagnosticKind.RequiredAxisMissing, true) => $"{stem} må ha en verdi på aksen {axis}: {allowed}.",
            (DiagnosticKind.AxesUnknown, false) => $"Nothing is known of the axes of {stem}, so {token} cannot be judged.",
            (DiagnosticKind.AxesUnknown, true) => $"Aksene til {stem} er ikke kjent, så {token} kan ikke vurderes.",
            (DiagnosticKind.RepeatedValue, false) => $"{token} stands twice on the axis {axis}; the second says nothing more.",
            (DiagnosticKind.RepeatedValue, true) => $"{token} står to ganger på aksen {axis}; den andre sier ikke noe mer.",
            _ => throw new ArgumentOutOfRangeException(nameof(diagnostic), diagnostic.Kind, "Not a kind of diagnostic."),
        };
    }

    /// <summary>"Side (XK8G Left; XK9K Right); Anatomy (…)": for every axis what it is about, so that the reader sees what was meant.</summary>
    private string ByAxis(IReadOnlyList<Axis> axes) =>
        string.Join("; ", axes.Select(axis => $"{AxisNames.Label(axis.Name, language)} ({Named(axis.Roots, axes.Count > 2 ? 2 : MostNamed)})"));

    private string Named(IReadOnlyList<Entity> entities, int most = MostNamed)
    {
        var named = string.Join("; ", entities.Take(most).Select(entity => $"{entity.Code} {DisplayTitle.Of(entity, Tag, titles).Within(Tag)}".Trim()));
        return entities.Count > most ? named + " …" : named;
    }
}
