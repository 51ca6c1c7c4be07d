using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>What the words around a text say about whether it is a diagnosis code: our vocabulary, Norwegian and English, with weights.</summary>
internal static class ContextWords
{
    /// <summary>Beginnings and whole words (with a trailing <c>.</c>) of parts of names, with their weight in log-odds.</summary>
    private static readonly (string Words, double Weight)[] Vocabulary =
    [
        // Says that it is about diagnosis codes.
        ("icd tilstandskod hovedtilstand bitilstand hoveddiag bidiag diagnose diagnosis diagnoses diagnos diag. diagn. diagkod diagcod hdiag bdiag hdia. bdia. hovdiag dx. dxs. dxcode ddx. pdx. dodsarsak dodsaarsak  deathcause causeofdeath underlyingcause underliggendearsak ucod. ucause. komorbid comorbid charlson elixhauser sykdomskod nosolog mkb.", 3.2),
        // About health, where codes of other systems are used as well.
        ("sykdom sjukdom sykdm disease disorder lidels illness condition tilstand kreft cancer tumor svulst neoplas maligni benign diabet infark infarct stroke hjerneslag hjerneinf hjerte cardi heart coronar koronar ihd. ami. stemi nstemi copd kols. astma asthma pneumon lungeb infeks infect sepsis fracture fraktur brudd injur skade mortal morbid morbus epidem registr. npr. kpr. hdr. dar. episod opphold innlegg avdeling. utskriv discharge admission innskriv pasient patient helse health klinisk clinical klinik medisin medical sykehus hospital lege. journal epj. ehr. emr. kodeverk psyk depress angst anxiety schizo skizo demen alzheim epileps migren migraine parkins selvmord suicid overdos abort svangers fodsel graviditet pregnan obstet kronisk chronic hypertens atrie atrial flimmer fibrill hjertesvikt nyre renal kidney lever. liver. hepat tuberk hiv. aids. forgift poison rus. rusmid alkohol alcohol opioid behandl treat sympto traume trauma case. cases. kohort cohort ekskluder inklus exclus inclus outcome utfall exposure kategori. kapittel chapter ytrearsak icdkap dagger asterisk ischem ischaem iskem cerebro blodt. anemi malign sarkom melanom lymfom leukem brystk prostat colorect kolorekt morsmal sykmeld sykepeng uforhet", 1.0),
        ("kode. koder. kodene. code. codes. koding coding coded kodet codelist kodeliste kodelist verdiset valueset", 0.5),
        // Other systems with codes of the same shape.
        ("icpc atc. atckod ncsp ncmp ncrp prosedyre procedure prosedyrekod drg. drgkod takst takster opsforsk loinc snomed nlk. nace. sic. isco. hcpcs cpt. opcs ops. ctcae icf. icfkod nomesko", -3.4),
        // Things with a letter and two digits that are no diagnoses.
        ("color colour farge fargekod rgb. rgba. hsl. palette ral. pantone cell. cells. celle celler getrange usedrange sheet worksheet workbook regneark excel xls xlsx openpyxl xlsxwriter spreadsheet namedrange rad. rader. kolonne partno partnumber partid delenummer delenr sku. skus. article artikkel artikkelnr varenr vare. varer. produkt produktkod productcode itemcode itemno modell modelno serienr serienummer port. ports. pin. pins. gpio pinmode digitalwrite analogread regs. opcode instruction asm. room. rooms. rom. romnr romkod seat seats sete seter flight flights flynr airline aircraft boeing airbus vei. veg. road roads rute route routes highway motorway europavei riksvei fylkesvei bus. busline linje. tog. platform. perrong keycode keydown keypress hotkey shortcut fkey paper. papir papersize font. fonts. grid. gridref slot slots shelf hylle hylleplass locker lager lagerplass warehouse bin. postnr postnummer postcode postalcode zipcode zip. chess sjakk fen. pgn. vitamin chord chords gcode gcod cnc. toolpath versjon ver. rev. sha. uuid. guid. checksum nonce base64 utf. unicode codepoint glyph latin. charset bilnr regnr skilt zone. sone. takstsone hull. resistor capacitor transistor connector diode ic. pcb. schematic footprint netlist karakter course emne emnekod fag. exam eksamen nivå. dpi. px. coordinate coord lat. lon. parkering parking bay. berth dock. errorcode feilkod errno exitcode statuscode allel hla. plass. blodtype audio codec codecs video frekvens camera kamera lens. bolt. screw skrue gjenge engine vehicle kjoretoy bil. car. cars. ventil relay plc. profinet modbus alarm. alarmkod warning. battalion brigade regiment tank. grenade missile plane. vitaminb b12vit mutation mutasjon codon allele haplogroup locus gene. aminosyre antigen antistoff serotype strain", -2.6),
        // Words of every program, which only lean that way.
        ("key. keys. item. items. parts. row. rows. column. columns. format. size. sizes. level. model. models. version. range. ranges. register. registers. status. channel. product route. rute. marker. terminal. gate. gates. pump. valve grade serial hex. logger. loginformation logwarning logerror logdebug printf. frequency revision. variant. residue", -1.1),
        ("test. tests. dummy. sample. samples. example. eksempel foo. bar. lorem", -0.3),
    ];

    private static readonly (string Stem, bool IsWhole, double Weight)[] Stems =
        [.. Vocabulary.SelectMany(row => row.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word.TrimEnd('.'), word.EndsWith('.'), row.Weight)))];

    private static readonly ILookup<string, (string Stem, bool IsWhole, double Weight)> ByStart = Stems.ToLookup(stem => stem.Stem[..Math.Min(2, stem.Stem.Length)], StringComparer.Ordinal);

    private const int LongestName = 60;

    /// <summary>From here on a weight decides what a file is about.</summary>
    private const double Strong = 3;

    /// <summary>One of these is in every name with a strong weight, unless a national letter of it was folded.</summary>
    private static readonly StemFilter StrongStems = new(Stems.Where(stem => Math.Abs(stem.Weight) >= Strong).Select(stem => stem.Stem));

    /// <summary>Enough for the names of a large program; what comes after them is weighed each time.</summary>
    private const int MostKept = 200_000;

    private static readonly ConcurrentDictionary<string, double> Weights = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> WeightsBySpan = Weights.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int _kept;

    /// <summary>The weight of a name: the strongest of its parts, where one for and one against stand side by side the last of them.</summary>
    public static double Of(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > 80) return 0;
        if (WeightsBySpan.TryGetValue(name, out var known)) return known;
        var text = name.ToString();
        var weight = Weigh(text);
        if (_kept < MostKept && Weights.TryAdd(text, weight)) Interlocked.Increment(ref _kept);
        return weight;
    }

    /// <summary>The tokens of a source, symbols apart, whose names have a strong weight.</summary>
    public static List<(int Token, double Weight)> StrongIn(Source source)
    {
        var found = new List<(int, double)>();
        var text = source.Text.AsSpan();
        var tokens = CollectionsMarshal.AsSpan(source.Tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Symbol || token.ContentEnd - token.Content is < 2 or > LongestName || !StrongStems.MayHave(text, token.Content, token.ContentEnd)) continue;
            var weight = Of(text[token.Content..token.ContentEnd]);
            if (Math.Abs(weight) >= Strong) found.Add((i, weight));
        }

        return found;
    }

    private static double Weigh(string name)
    {
        var weight = 0.0;
        foreach (var part in Parts(name))
        {
            var own = OfPart(part);
            if (Math.Abs(own) > Math.Abs(weight) || (Math.Abs(own) >= 1.5 && weight * own < 0 && Math.Abs(own) >= Math.Abs(weight) - 1)) weight = own;
        }

        // Compounds: "hovedtilstandskode", "MainDiagnosisCode" run together in lower case.
        var folded = Fold(name);
        if (weight < 3 && SaysDiagnosis(folded)) return 3.2;
        return weight;
    }

    /// <summary>Whether a name in lower case is one of a diagnosis code by what it contains.</summary>
    public static bool SaysDiagnosis(string folded) =>
        folded.Contains("icd10", StringComparison.Ordinal) || folded.Contains("icd_10", StringComparison.Ordinal) || folded.Contains("icd-10", StringComparison.Ordinal) || folded.Contains("tilstandskode", StringComparison.Ordinal)
        || (folded.IndexOf("diagnos", StringComparison.Ordinal) is >= 0 and var at && !folded.AsSpan(at).StartsWith("diagnosti") && !folded.AsSpan(at).StartsWith("diagnosab"));

    private static double OfPart(string part)
    {
        if (part.Length < 2 || part.StartsWith("diagnosti", StringComparison.Ordinal)) return 0;
        var best = 0.0;
        var length = 0;
        foreach (var (stem, isWhole, weight) in ByStart[part[..2]])
        {
            if ((isWhole ? part == stem : part.StartsWith(stem, StringComparison.Ordinal)) && stem.Length > length) (best, length) = (weight, stem.Length);
        }

        return best;
    }

    /// <summary>The parts of a name: <c>MainDiagnosisCode2</c> is main, diagnosis, code; the whole name comes first.</summary>
    public static IEnumerable<string> Parts(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetter(name[i]) || !char.IsLetter(name[i - 1])
                || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
            if (!isEnd) continue;
            if (char.IsLetter(name[start]))
            {
                // Digits belong to the name before them: "icd10", "icpc2", "dx1" is dx.
                yield return Fold(name[start..i]);
            }

            start = i;
        }
    }

    public static string Fold(string text) => text.ToLowerInvariant().Replace('ø', 'o').Replace("å", "a", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);
}
