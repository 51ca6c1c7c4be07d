using System.Globalization;
using System.Text;
using Icd.Core.Codes;

namespace Icd.Mapping.Conversion.Report;

/// <summary>Writes what a conversion did as one HTML page: for those who must defend it, and for those who decide what to do with the rest.</summary>
/// <remarks>
/// The page fetches nothing and runs no script. It has bokmål and English, light, dark and printed style, and every number of a chart stands in a table.
/// Contents of rows are not in it; of codes, those that occur <see cref="ReportOptions.Smallest"/> times or more.
/// </remarks>
public sealed class ConversionReport
{
    private readonly TextWriter _writer;
    private readonly ConversionManifest _manifest;
    private readonly ConversionSummary _summary;
    private readonly ReportOptions _options;

    private ConversionReport(TextWriter writer, ConversionManifest manifest, ReportOptions options) =>
        (_writer, _manifest, _summary, _options) = (writer, manifest, manifest.Summary, options);

    private bool IsBack => _summary.Direction == "11to10";

    private MapText From => IsBack ? new("ICD-11", "ICD-11") : new("norsk ICD-10", "Norwegian ICD-10");

    private string To => IsBack ? "ICD-10" : "ICD-11";

    /// <summary>Writes the page.</summary>
    /// <param name="writer">Takes it, in UTF-8.</param>
    /// <param name="manifest">The run.</param>
    /// <param name="options">How; <see langword="null"/> for bokmål first and small numbers hidden.</param>
    public static void Write(TextWriter writer, ConversionManifest manifest, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(manifest);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Smallest, 1);
        new ConversionReport(writer, manifest, options).Write();
    }

    /// <summary>Writes the page to a file, which is there when it is whole.</summary>
    /// <inheritdoc cref="Write(TextWriter, ConversionManifest, ReportOptions?)"/>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="manifest">The run.</param>
    /// <param name="options">How.</param>
    public static void WriteFile(string path, ConversionManifest manifest, ReportOptions? options = null)
    {
        using var writer = new StringWriter();
        Write(writer, manifest, options);
        DurableFile.Write(path, Encoding.UTF8.GetBytes(writer.ToString()));
    }

    private void Write()
    {
        var isNorwegian = _options.Language == MessageLanguage.Bokmal;
        Line($"<!DOCTYPE html>\n<html lang=\"{(isNorwegian ? "nb" : "en")}\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        Line("<meta name=\"robots\" content=\"noindex\"/>");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>");
        var name = Path.GetFileName(_manifest.Input.Name);
        Line($"<title>{HtmlText.Escape((isNorwegian ? "Konvertering til " : "Conversion to ") + To + (name is "" or "-" ? "" : ": " + name))}</title>\n<style>");
        _writer.Write(Style());
        Line("</style>\n</head>\n<body>");
        Line("<fieldset class=\"languages\"><legend hidden=\"\">Språk / Language</legend>"
            + $"<label lang=\"nb-NO\"><input type=\"radio\" name=\"language\" id=\"show-nb\"{(isNorwegian ? Checked : "")}/> Norsk</label>"
            + $"<label lang=\"en-GB\"><input type=\"radio\" name=\"language\" id=\"show-en\"{(isNorwegian ? "" : Checked)}/> English</label></fieldset>");
        Line("<main>");
        WriteLead();
        WriteFacts();
        WriteRelations();
        WriteChapters();
        WriteProvenance();
        WriteCodes();
        WriteRejects();
        WriteSpeed();
        Line("</main>");
        WriteFooter();
        Line("</body>\n</html>");
    }

    private void WriteLead()
    {
        Line($"<header><h1>{Both("Konvertering fra " + From.Bokmal + " til " + To, "Conversion from " + From.English + " to " + To)}</h1>");
        var (converted, equal, look) = (Share(_summary.Converted, _summary.Codes), Share(_summary.Relations.GetValueOrDefault("equivalent"), _summary.Codes), Share(_summary.NeedReview, _summary.Codes));
        Line($"<p class=\"lead\">{Both(
            $"Av {HtmlText.Number(_summary.Codes)} koder i {HtmlText.Number(_summary.Rows)} rader har {converted.Bokmal} fått et mål i {To}; {equal.Bokmal} sier det samme som før. {look.Bokmal} bør et menneske se på.",
            $"Of {HtmlText.Number(_summary.Codes)} codes in {HtmlText.Number(_summary.Rows)} rows, {converted.English} have a target in {To}; {equal.English} say the same as before. A human should look at {look.English}.")}</p>");
        Line($"<p class=\"soft\">{Both(
            "Hver rad er i resultatet, i samme rekkefølge og med sine egne tegn uendret; de nye kolonnene står bakerst.",
            "Every row is in the output, in the same order and with its own bytes untouched; the new columns stand behind them.")}</p></header>");
        Line("<dl class=\"figures\">");
        Figure("Rader", "Rows", HtmlText.Number(_summary.Rows), null);
        Figure("Koder", "Codes", HtmlText.Number(_summary.Codes), new($"{HtmlText.Number(_summary.DistinctCodes)} ulike", $"{HtmlText.Number(_summary.DistinctCodes)} different"));
        Part("Med mål", "With a target", _summary.Converted, _summary.Codes);
        Part("Bør ses på", "To be looked at", _summary.NeedReview, _summary.Codes);
        Part("Avgjort av mennesker", "Decided by people", _summary.Decided, _summary.Codes);
        Part("Rader på avvikslisten", "Rows in the rejects", _summary.RejectedRows, _summary.Rows);
        Line("</dl>");
    }

    private void WriteFacts()
    {
        Heading("Hva som ble konvertert", "What was converted");
        Line("<dl class=\"facts\">");
        File("Inndata", "Input", _manifest.Input);
        File("Resultat", "Output", _manifest.Output);
        if (_manifest.Rejects is { } rejects) File("Avviksliste", "Rejects", rejects);
        if (_manifest.Shard is { } shard) Fact("Del", "Shard", Both($"{shard.Index} av {shard.Count}", $"{shard.Index} of {shard.Count}"));
        var dialect = _manifest.Dialect;
        var delimiter = dialect.Delimiter switch { "\t" => new MapText("tabulator", "tab"), ";" => new("semikolon", "semicolon"), "," => new("komma", "comma"), var other => new(other, other) };
        Fact("Skrivemåte", "Written as", Both(
            $"{dialect.Encoding}{(dialect.Bom ? " med BOM" : "")}, {delimiter.Bokmal} mellom {dialect.Columns} kolonner, {(dialect.Header ? "med" : "uten")} overskrift",
            $"{dialect.Encoding}{(dialect.Bom ? " with BOM" : "")}, {delimiter.English} between {dialect.Columns} columns, {(dialect.Header ? "with" : "without")} header"));
        Fact("Diagnosekolonner", "Diagnosis columns", Codes(_manifest.Columns.Select(column => column.Name)));
        Fact("Nye kolonner", "Added columns", Codes(_manifest.Added));
        Fact("Fra", "From", IsBack ? Mms() : Icd10());
        Fact("Til", "To", IsBack ? Icd10() : Mms());
        Fact("WHOs overgangstabeller", "WHO's mapping tables", _manifest.Data.Who is { } who ? HtmlText.Escape(who) : Both("ikke importert", "not imported"));
        Fact("Våre regler", "Our rules", $"<code>{HtmlText.Escape(_manifest.Data.Rules)}</code>");
        Fact("Avgjørelser", "Decisions", _manifest.Data.Decisions is { } decisions ? $"<code>{HtmlText.Escape(decisions)}</code>" : Both("ingen", "none"));
        if (_manifest.Options.Count > 0) Fact("Valg", "Options", Codes(_manifest.Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => option.Value.Length > 0 ? $"{option.Key} {option.Value}" : option.Key)));
        Fact("Program", "Program", HtmlText.Escape(_manifest.Tool));
        Fact("Tid", "Time", $"{Time(_manifest.Started)} – {Time(_manifest.Ended)}{(_manifest.Resumed > 0 ? Both($"; gjenopptatt: {_manifest.Resumed}", $"; resumed: {_manifest.Resumed}") : "")}");
        Line("</dl>");
    }

    private void WriteRelations()
    {
        Heading("Hvordan kodene ble konvertert", "How the codes were converted");
        var known = ReportWords.Relations;
        var counts = known.Select(relation => _summary.Relations.GetValueOrDefault(relation.Name)).ToArray();
        var hidden = SmallNumbers.Hidden(counts, _options.Smallest);
        Line(ReportCharts.Whole([.. known.Select((relation, i) => (relation.Style, hidden[i] ? 0 : counts[i]))]));
        Line("<div class=\"scroll\"><table><thead><tr>" + Column("Svar", "Answer") + NumberColumn("Koder", "Codes") + NumberColumn("Andel", "Share") + "</tr></thead><tbody>");
        for (var i = 0; i < known.Length; i++)
        {
            Line($"<tr><th scope=\"row\"><span class=\"key {known[i].Style}\"></span>{HtmlText.Both(known[i].Heading)}<span class=\"explain\">{HtmlText.Both(known[i].Explanation)}</span></th>"
                + Numbers(counts[i], _summary.Codes, hidden[i]) + "</tr>");
        }

        Line($"</tbody><tfoot><tr><th scope=\"row\">{Both("Alle", "All")}</th><td class=\"number\">{HtmlText.Number(_summary.Codes)}</td><td></td></tr></tfoot></table></div>");
        if (_summary.NotInEdition > 0)
        {
            var count = Shown(_summary.NotInEdition);
            Line($"<p>{Both($"{count} av kodene er ikke i utgaven som er lastet (utgåtte koder, for eksempel) og er besvart etter sin internasjonale betydning.", $"{count} of the codes are not in the edition that is loaded (retired ones, for example) and are answered by their international meaning.")}</p>");
        }
    }

    private void WriteChapters()
    {
        if (_summary.Chapters.Count == 0) return;
        Heading("Kapittel for kapittel", "Chapter by chapter");
        var chapters = _summary.Chapters;
        var codes = SmallNumbers.Hidden([.. chapters.Select(chapter => chapter.Codes)], _options.Smallest);
        var review = SmallNumbers.Hidden([.. chapters.Select(chapter => chapter.NeedReview)], _options.Smallest);
        var table = chapters.Select(chapter => (IReadOnlyList<long>)[chapter.Equivalent, chapter.Broader, chapter.Narrower, chapter.Related, chapter.Without]).ToList();
        // The parts of a chapter would tell its sum.
        var hidden = SmallNumbers.Hidden(table, _options.Smallest, codes);
        var most = chapters.Max(chapter => chapter.Codes);
        string[] styles = ["same", "more", "less", "other", "none"];
        Line($"<ul class=\"legend\" aria-hidden=\"true\">{string.Concat(styles.Select(style => $"<li><span class=\"key {style}\"></span>{HtmlText.Both(Without(style))}</li>"))}</ul>");
        Line("<div class=\"scroll\"><table class=\"chapters\"><thead><tr>" + Column("Kapittel", "Chapter") + NumberColumn("Koder", "Codes")
            + string.Concat(styles.Select(style => NumberColumn(Without(style).Bokmal, Without(style).English))) + NumberColumn("Bør ses på", "To be looked at") + "</tr></thead><tbody>");
        for (var row = 0; row < table.Count; row++)
        {
            var chapter = chapters[row];
            var parts = styles.Select((style, i) => (style, hidden[row][i] ? 0 : table[row][i])).ToList();
            Line($"<tr><th scope=\"row\" class=\"bar\">{(chapter.Chapter.Length > 0 ? HtmlText.Escape($"{chapter.Chapter} {chapter.Title}") : Both("Ikke i noe kapittel", "In no chapter"))}{ReportCharts.Bar(parts, most)}</th>"
                + Cell(chapter.Codes, codes[row]) + string.Concat(table[row].Select((number, i) => Cell(number, hidden[row][i]))) + Cell(chapter.NeedReview, review[row]) + "</tr>");
        }

        Line("</tbody></table></div>");
    }

    private void WriteProvenance()
    {
        Heading("Hvem som sier det", "Who says so");
        Bars(_summary.Provenance, _summary.Codes, ReportWords.Provenance, "more", new("Kilde", "Source"), new("Koder", "Codes"));
    }

    private void WriteRejects()
    {
        Heading("Avvik", "Rejects");
        if (_summary.Reasons.Count == 0)
        {
            Line($"<p>{Both("Ingen.", "None.")}</p>");
            return;
        }

        Line($"<p>{Both("Radene er beholdt i resultatet. Avvikslisten har rad, kolonne og innhold for hvert avvik.", "The rows are kept in the output. The rejects file has row, column and content of each.")}</p>");
        Bars(_summary.Reasons, _summary.Reasons.Values.Sum(), Reason, "none", new("Grunn", "Reason"), new("Avvik", "Rejects"));
    }

    private void WriteCodes()
    {
        Heading("Vanligste koder som mister noe", "Most frequent codes that lose something");
        CodeTable(Listed(_summary.MostFrequentLosing), "less");
        Heading("Det et menneske må se på", "What a human must look at");
        var reviewed = Listed(_summary.MostFrequentForReview);
        Line(ReportCharts.Cumulative([.. reviewed.Select(code => code.Count)], _summary.NeedReview));
        CodeTable(reviewed, "more");
        Heading("Vanligste innhold uten mål", "Most frequent content without a target");
        CodeTable(Listed(_summary.MostFrequentWithout), "none");
    }

    private List<CodeCount> Listed(IEnumerable<CodeCount> codes) => [.. codes.Where(code => code.Count >= _options.Smallest)];

    private void CodeTable(List<CodeCount> codes, string style)
    {
        if (codes.Count == 0)
        {
            Line($"<p>{Both("Ingen.", "None.")}</p>");
            return;
        }

        var most = codes.Max(code => code.Count);
        Line("<div class=\"scroll\"><table><thead><tr>" + Column("Kode", "Code") + Column("Mål", "Target") + "<td class=\"bar\"></td>" + NumberColumn("Antall", "Count") + NumberColumn("Andel", "Share") + "</tr></thead><tbody>");
        foreach (var code in codes.Take(_options.CodesListed))
        {
            Line($"<tr><th scope=\"row\"><span class=\"code\">{HtmlText.Escape(Cut(code.Code))}</span>{(code.Title is { } title ? $"<span class=\"explain\">{HtmlText.Escape(title)}</span>" : "")}</th>"
                + $"<td>{(code.Target is { } target ? $"<span class=\"code\">{HtmlText.Escape(target)}</span> " : "")}<span class=\"explain\">{HtmlText.Both(code.Reason is { } reason ? Reason(reason).Heading : ReportWords.Relation(code.Relation))}"
                + $"{(code.Lost is { } lost ? $": {HtmlText.Escape(lost)}" : "")}{(code.Provenance.Length > 0 ? " · " + HtmlText.Escape(code.Provenance) : "")}</span></td>"
                + $"<td class=\"bar\">{ReportCharts.Bar([(style, code.Count)], most)}</td>" + Numbers(code.Count, _summary.Codes, false) + "</tr>");
        }

        Line("</tbody></table></div>");
        if (codes.Count > _options.CodesListed) Line($"<p class=\"soft\">{Both($"{_options.CodesListed} av {codes.Count} er vist.", $"{_options.CodesListed} of {codes.Count} are shown.")}</p>");
    }

    private void WriteSpeed()
    {
        Heading("Fart", "Speed");
        if (!(_manifest.Seconds > 0)) return;
        var (rows, megabytes) = (HtmlText.Number(_summary.Rows / _manifest.Seconds, 0), HtmlText.Number(_manifest.Input.Bytes / 1e6 / _manifest.Seconds, 1));
        var seconds = HtmlText.Number(_manifest.Seconds, 1);
        Line($"<p>{Both($"{rows.Bokmal} rader og {megabytes.Bokmal} MB i sekundet; {seconds.Bokmal} s med {_manifest.Threads} tråder.", $"{rows.English} rows and {megabytes.English} MB a second; {seconds.English} s with {_manifest.Threads} threads.")}</p>");
    }

    private void WriteFooter()
    {
        Line("<footer>");
        if (_options.Smallest > 1)
        {
            Line($"<p>{Both(
                $"{Hidden}: skjult, fordi tallet er under {_options.Smallest} eller gjør at et slikt kan regnes ut. Koder som forekommer færre enn {_options.Smallest} ganger, er ikke listet.",
                $"{Hidden}: hidden, because the number is below {_options.Smallest} or lets such a one be worked out. Codes that occur fewer than {_options.Smallest} times are not listed.")}</p>");
        }

        Line($"<p>{Both(
            "ICD-10 og ICD-11: Verdens helseorganisasjon (WHO). Konverteringen er ikke offisiell; reglene våre er ikke fra WHO eller Helsedirektoratet. Andelene er av koder når ikke annet står.",
            "ICD-10 and ICD-11: World Health Organization (WHO). The conversion is not official; our rules do not originate from WHO or Helsedirektoratet. Shares are of codes unless said otherwise.")}</p></footer>");
    }

    private void Bars(IReadOnlyDictionary<string, long> counts, long whole, Func<string, (MapText Heading, MapText Explanation)> words, string style, MapText first, MapText second)
    {
        var lines = counts.OrderByDescending(line => line.Value).ThenBy(line => line.Key, StringComparer.Ordinal).ToList();
        if (lines.Count == 0) return;
        var hidden = SmallNumbers.Hidden([.. lines.Select(line => line.Value)], _options.Smallest);
        Line("<div class=\"scroll\"><table><thead><tr>" + Column(first.Bokmal, first.English) + "<td class=\"bar\"></td>" + NumberColumn(second.Bokmal, second.English) + NumberColumn("Andel", "Share") + "</tr></thead><tbody>");
        for (var i = 0; i < lines.Count; i++)
        {
            var (heading, explanation) = words(lines[i].Key);
            Line($"<tr><th scope=\"row\">{HtmlText.Both(heading)}<span class=\"explain\">{HtmlText.Both(explanation)}</span></th><td class=\"bar\">{ReportCharts.Bar([(style, hidden[i] ? 0 : lines[i].Value)], lines[0].Value)}</td>"
                + Numbers(lines[i].Value, whole, hidden[i]) + "</tr>");
        }

        Line("</tbody></table></div>");
    }

    private static (MapText Heading, MapText Explanation) Reason(string name) =>
        Enum.TryParse<RejectReason>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var reason) && reason != RejectReason.None ? (new(name, name), reason.Remedy()) : (new(name, name), new("", ""));

    private static MapText Without(string style) => style == "none" ? new("Uten mål", "No target") : Array.Find(ReportWords.Relations, relation => relation.Style == style).Heading;

    private const string Hidden = "·";
    private const string Checked = " checked=\"\"";

    /// <summary>A number that stands beside no others.</summary>
    private string Shown(long number) => SmallNumbers.IsSmall(number, _options.Smallest) ? $"< {_options.Smallest}" : HtmlText.Number(number);

    /// <summary>Whether a part of a whole that is shown would tell a small number: itself, or what is left of the whole.</summary>
    private bool IsTelling(long part, long whole) => SmallNumbers.IsSmall(part, _options.Smallest) || SmallNumbers.IsSmall(whole - part, _options.Smallest);

    private MapText Share(long part, long whole) =>
        !IsTelling(part, whole) ? HtmlText.Percent(part, whole)
        : part < whole - part ? new($"færre enn {_options.Smallest}", $"fewer than {_options.Smallest}")
        : new($"alle unntatt færre enn {_options.Smallest}", $"all but fewer than {_options.Smallest}");

    private void Part(string bokmal, string english, long part, long whole) =>
        Figure(bokmal, english, IsTelling(part, whole) ? Hidden : HtmlText.Number(part), Share(part, whole));

    private static string Cell(long number, bool isHidden) => $"<td class=\"number\">{(isHidden ? Hidden : HtmlText.Number(number))}</td>";

    private static string Numbers(long number, long whole, bool isHidden) =>
        $"{Cell(number, isHidden)}<td class=\"number\">{(isHidden ? Hidden : HtmlText.Both(HtmlText.Percent(number, whole)))}</td>";

    private void Figure(string bokmal, string english, string number, MapText? small) =>
        Line($"<div><dt>{Both(bokmal, english)}</dt><dd>{HtmlText.Escape(number)}{(small is null ? "" : $"<small>{HtmlText.Both(small)}</small>")}</dd></div>");

    private void File(string bokmal, string english, ManifestFile file) =>
        Fact(bokmal, english, $"{HtmlText.Escape(file.Name)}<span class=\"explain\">{Both($"{HtmlText.Number(file.Bytes)} byte{(file.Compressed ? " (komprimert)" : "")}", $"{HtmlText.Number(file.Bytes)} bytes{(file.Compressed ? " (compressed)" : "")}")} · <code>{HtmlText.Escape(file.Checksum)}</code></span>");

    private void Fact(string bokmal, string english, string html) => Line($"<dt>{Both(bokmal, english)}</dt><dd>{html}</dd>");

    private string Icd10() => Release(_manifest.Data.Icd10, _manifest.Data.Icd10Hash);

    private string Mms() => Release(_manifest.Data.Mms, _manifest.Data.MmsHash);

    private static string Release(string name, string hash) => $"{HtmlText.Escape(name)} <code class=\"soft\">{HtmlText.Escape(hash)}</code>";

    private static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"<code>{HtmlText.Escape(text)}</code>"));

    private static string Time(DateTimeOffset time) => HtmlText.Escape(time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));

    private static string Cut(string text) => text.Length > 60 ? string.Concat(text.AsSpan(0, 60), "…") : text;

    private static string Column(string bokmal, string english) => $"<th scope=\"col\">{Both(bokmal, english)}</th>";

    private static string NumberColumn(string bokmal, string english) => $"<th scope=\"col\" class=\"number\">{Both(bokmal, english)}</th>";

    private static string Both(string bokmal, string english) => HtmlText.Both(bokmal, english);

    private void Heading(string bokmal, string english) => Line($"<h2>{Both(bokmal, english)}</h2>");

    private void Line(string html)
    {
        _writer.Write(html);
        _writer.Write('\n');
    }

    private static string Style()
    {
        using var stream = typeof(ConversionReport).Assembly.GetManifestResourceStream("conversion/report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
