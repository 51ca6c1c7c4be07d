using System.Collections.Concurrent;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;
using Icd.Mapping;
using Icd.Transition.Scan.Codes;
using Icd.Transition.Scan.Detection;

namespace Icd.Transition.Scan.Meaning;

/// <summary>Says what becomes of a sighting in ICD-11, and how risky it is to leave it. Safe for concurrent use.</summary>
internal sealed class Advisor(CodeBook book, Crosswalk crosswalk, Func<Entity, string, DisplayTitle> titleOf)
{
    /// <summary>Longer lists of counterparts are counted, and given as subtrees.</summary>
    private const int MostCounterparts = 60;

    private const int MostNamed = 8;

    private readonly Icd11Cover _cover = new(book, crosswalk, titleOf);
    private readonly ConcurrentDictionary<CodeSet, (IReadOnlyList<Counterpart> Counterparts, CounterpartCounts Counts, IReadOnlyList<Subtree> Cover)> _known = new();
    private readonly Lazy<string[]> _stems = new(() => [.. crosswalk.Release.Entities.Where(entity => entity.IsSelectable && !entity.IsExtension).Select(entity => entity.Code)]);

    public Consequence Of(Sighting sighting)
    {
        var consequence = sighting.Kind switch
        {
            FindingKind.Length => OfLength(sighting.Length!.Value),
            FindingKind.Substring => OfSubstring(sighting.Length!.Value),
            FindingKind.CodeSystem => OfCodeSystem(sighting.Name!),
            FindingKind.Name => OfName(),
            FindingKind.Validation => OfValidation(sighting.Pattern!),
            _ => OfCodes(sighting),
        };
        // What stands in a comment or a document runs nowhere.
        return sighting.Place is FindingPlace.Comment or FindingPlace.Text ? consequence with { Risk = Risk.Info } : consequence;
    }

    private static Consequence OfLength(int length) => length < Icd11Code.MaxLength
        ? new(Risk.High, new(
            $"{length} tegn er for kort: en ICD-11-kode har inntil {Icd11Code.MaxLength} tegn (BA41.Z har 6), et sammensatt uttrykk inntil {ClusterExpression.MaxLength}. Bruk varchar({Icd11Code.MaxLength}) for koder og varchar({ClusterExpression.MaxLength}) med binær sortering for uttrykk, og lagre utgaven ved siden av (docs/storage.md).",
            $"{length} characters are too few: an ICD-11 code has up to {Icd11Code.MaxLength} (BA41.Z has 6), a postcoordinated expression up to {ClusterExpression.MaxLength}. Use varchar({Icd11Code.MaxLength}) for codes and varchar({ClusterExpression.MaxLength}) with binary collation for expressions, and store the release beside it (docs/storage.md)."))
        : new(Risk.Medium, new(
            $"{length} tegn rommer en ICD-11-kode ({Icd11Code.MaxLength}), men ikke ethvert sammensatt uttrykk ({ClusterExpression.MaxLength}): varchar({ClusterExpression.MaxLength}) med binær sortering (docs/storage.md).",
            $"{length} characters hold an ICD-11 code ({Icd11Code.MaxLength}), but not every postcoordinated expression ({ClusterExpression.MaxLength}): varchar({ClusterExpression.MaxLength}) with binary collation (docs/storage.md)."));

    private static Consequence OfSubstring(int length) => new(Risk.High, new(
        $"De første {length} tegnene sier kapittel eller kategori i ICD-10. I ICD-11 har kodene ingen slik fast del: slå opp hva som ligger over koden i utgavens tre.",
        $"The first {length} characters tell chapter or category in ICD-10. Codes of ICD-11 have no such fixed part: look up what is above the code in the release's tree."));

    private static Consequence OfCodeSystem(string identifier) => identifier.EndsWith("7170", StringComparison.Ordinal)
        ? new(Risk.Info, new("ICPC-2 endres ikke, men det som går fra ICPC-2 til ICD-10 må få ICD-11 som mål.", "ICPC-2 does not change, but what leads from ICPC-2 to ICD-10 needs ICD-11 as its target."))
        : new(Risk.Low, new($"ICD-11 har en annen identifikator: {CodeSystems.Icd11Mms}, med utgaven ved siden av. Meldinger må kunne bære begge.", $"ICD-11 has another identifier: {CodeSystems.Icd11Mms}, with the release beside it. Messages must be able to carry both."));

    private static Consequence OfName() => new(Risk.Low, new(
        "Et felt for ICD-10-koder. ICD-11 trenger et felt av sin egen, med utgaven ved siden av, så lenge begge er i bruk.",
        "A field for ICD-10 codes. ICD-11 needs a field of its own, with the release beside it, as long as both are in use."));

    private Consequence OfValidation(PatternMeaning pattern)
    {
        var refused = _stems.Value.Count(code => !Takes(pattern, code));
        var takesExpressions = Takes(pattern, "NC32.2&XK8G") && Takes(pattern, "8C0Z/5A14");
        var percent = 100.0 * refused / Math.Max(1, _stems.Value.Length);
        return new(refused > 0 || !takesExpressions ? Risk.High : Risk.Low, new(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Avviser {percent:0} % av stamkodene i ICD-11 ({refused} av {_stems.Value.Length}){(takesExpressions ? "" : " og sammensatte uttrykk som NC32.2&XK8G")}. La utgaven avgjøre om en kode finnes, ikke et mønster."),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Refuses {percent:0} % of the stem codes of ICD-11 ({refused} of {_stems.Value.Length}){(takesExpressions ? "" : " and postcoordinated expressions such as NC32.2&XK8G")}. Let the release decide whether a code exists, not a pattern.")));
    }

    // A search for part of a code would find one inside an expression; what is asked is whether all of it is taken.
    private static bool Takes(PatternMeaning pattern, string code) => pattern.LengthTaken(code) == code.Length;

    private Consequence OfCodes(Sighting sighting)
    {
        if (sighting.Codes.IsEmpty) return new(Risk.Medium, new(
            "Ingen kode i den norske utgaven. Er det en annen utgave (ICD-10-CM, en eldre), må den oversettes først.",
            "No code of the Norwegian edition. Where it is of another one (ICD-10-CM, an earlier one), translate that first."));
        var (counterparts, counts, cover) = _known.GetOrAdd(sighting.Codes, Work);
        var isStructural = sighting.Kind is FindingKind.Range or FindingKind.Prefix or FindingKind.Pattern;
        var change = isStructural ? Structural(sighting, counts, cover) : Single(counterparts, counts);
        var risk = counts.Unmapped > 0 || (isStructural && (cover.Count > 1 || cover.Any(part => part.Extra > 0))) ? Risk.High
            : isStructural || counts.OneToOne < counts.Codes ? Risk.Medium
            : Risk.Low;
        // One code without an answer among very many is seen when the list is translated.
        if (!isStructural && risk == Risk.High && counts.Unmapped * 20 < counts.Codes) risk = Risk.Medium;
        return new(risk, change) { Counterparts = counterparts, Counts = counts, Cover = cover };
    }

    private (IReadOnlyList<Counterpart>, CounterpartCounts, IReadOnlyList<Subtree>) Work(CodeSet codes)
    {
        var counterparts = new List<Counterpart>();
        var (oneToOne, postcoordinated, lossy, unmapped, review) = (0, 0, 0, 0, 0);
        foreach (var index in codes.Indexes)
        {
            var code = book.EntityAt(index).Icd10Code;
            var answer = crosswalk.Map(code);
            if (!answer.HasTarget) unmapped++;
            else if (answer.Relation != MapRelation.Equivalent) lossy++;
            else if (answer.Expression.IsPostcoordinated) postcoordinated++;
            else oneToOne++;
            if (answer.NeedsReview) review++;
            if (counterparts.Count < MostCounterparts) counterparts.Add(new(code.ToString("D", null), answer.HasTarget ? answer.Expression.ToString() : null, answer.Relation, answer.NeedsReview, answer.Provenance.ToString()));
        }

        return (counterparts, new(codes.Count, oneToOne, postcoordinated, lossy, unmapped, review), _cover.Of(codes));
    }

    private static MapText Single(IReadOnlyList<Counterpart> counterparts, CounterpartCounts counts)
    {
        var named = string.Join(", ", counterparts.Take(MostNamed).Select(counterpart => $"{counterpart.Icd10} → {counterpart.Icd11 ?? "?"}"));
        var more = counts.Codes > MostNamed ? " …" : "";
        if (counts.Codes == 1)
        {
            return (counterparts[0], counts) switch
            {
                ({ Icd11: null }, _) => new($"{counterparts[0].Icd10} har ikke noe svar i ICD-11 her; se `icd map`.", $"{counterparts[0].Icd10} has no answer in ICD-11 here; see `icd map`."),
                (_, { OneToOne: 1 }) => new($"{named}, samme innhold.", $"{named}, the same meaning."),
                (_, { Postcoordinated: 1 }) => new($"{named}: et sammensatt uttrykk, ikke én kode; sammenlign stamme og tilleggskoder hver for seg.", $"{named}: a postcoordinated expression, not one code; compare stem and extension codes separately."),
                _ => new($"{named}, men ikke samme innhold: koden sier mer eller mindre enn målet.", $"{named}, but not the same meaning: the code says more or less than the target."),
            };
        }

        return new(
            $"{counts.Codes} koder: {counts.OneToOne} med samme innhold i én kode, {counts.Postcoordinated} som sammensatt uttrykk, {counts.Lossy} som ikke dekkes helt, {counts.Unmapped} uten svar. {named}{more}",
            $"{counts.Codes} codes: {counts.OneToOne} with the same meaning in one code, {counts.Postcoordinated} as an expression, {counts.Lossy} not covered exactly, {counts.Unmapped} without an answer. {named}{more}");
    }

    private static MapText Structural(Sighting sighting, CounterpartCounts counts, IReadOnlyList<Subtree> cover)
    {
        var parts = string.Join(", ", cover.Take(MostNamed).Select(part => part.IsAlone ? $"={part.Code}" : part.Code)) + (cover.Count > MostNamed ? " …" : "");
        var extra = cover.Sum(part => part.Extra);
        var (extraNb, extraEn) = extra == 0 ? ("", "") : ($" De tar med {extra} stamkoder som i dag er andre ICD-10-koder.", $" They take in {extra} stem codes that are other ICD-10 codes today.");
        var (textNb, textEn) = sighting.AsText is { } asText && asText.Count != counts.Codes
            ? ($" Merk: som tekst tar sammenligningen {asText.Count} av de {counts.Codes} kodene som er ment.", $" Note: as text the comparison takes {asText.Count} of the {counts.Codes} codes that are meant.")
            : ("", "");
        if (cover.Count == 0) return new($"{counts.Codes} koder, ingen av dem med svar i ICD-11 her.{textNb}", $"{counts.Codes} codes, none of them with an answer in ICD-11 here.{textEn}");
        if (cover.Count == 1)
            return new($"{counts.Codes} koder, i ICD-11 ett undertre: {parts}. Slå opp i treet; begynnelsen på en ICD-11-kode sier ikke hvor den hører hjemme.{extraNb}{textNb}", $"{counts.Codes} codes, in ICD-11 one subtree: {parts}. Ask the tree; the beginning of an ICD-11 code does not tell where it belongs.{extraEn}{textEn}");
        var (whatNb, whatEn) = sighting.Kind == FindingKind.Range ? ("Ikke lenger et sammenhengende intervall", "No longer a contiguous range") : ("Kan ikke sies som begynnelse eller mønster", "Cannot be said as a beginning or pattern");
        return new($"{whatNb}: {counts.Codes} koder blir {cover.Count} undertrær i ICD-11: {parts}.{extraNb}{textNb}", $"{whatEn}: {counts.Codes} codes become {cover.Count} subtrees of ICD-11: {parts}.{extraEn}{textEn}");
    }
}
