using System.Globalization;
using Icd.Core.Codes;

namespace Icd.Transition.Comparison.Html;

/// <summary>Writes a comparison as one page that needs nothing else: no network, no script, no other file.</summary>
/// <remarks>Every figure has its numbers in a table beside it; headings, captions and scopes are there for screen readers; print shows all tables.</remarks>
public sealed class ComparisonPage
{
    private readonly ComparisonReport _report;
    private readonly Markup _markup;
    private readonly Page _page = new();

    private ComparisonPage(ComparisonReport report, MessageLanguage language) => (_report, _markup) = (report, new(language));

    /// <summary>Writes the page.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="name">What was compared, such as the file's name.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(ComparisonReport report, MessageLanguage language, string name, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(new ComparisonPage(report, language).Build(name));
    }

    private string Say(string bokmal, string english) => _markup.Say(bokmal, english);

    private string Build(string name)
    {
        var title = Say("Sammenlignbarhet mellom ICD-10 og ICD-11", "Comparability of ICD-10 and ICD-11");
        _page.Append($"<!doctype html>\n<html lang=\"{Say("nb", "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{title}</title><style>{PageStyle.Css}</style></head><body>");
        _page.Append($"<a class=\"skip\" href=\"#main\">{Say("Til innholdet", "To the content")}</a><header><h1>{title}</h1><p>{Markup.Text(name)} · {Markup.Text(_report.Edition)} → {Markup.Text(_report.Release)}</p></header><main id=\"main\">");
        Summary();
        Chapters();
        Groups();
        SeriesSection();
        Causes();
        AgreementSection();
        UnitTables();
        Method();
        _page.Append("</main></body></html>\n");
        return _page.ToString();
    }

    private void Summary()
    {
        var chapters = _report.Forward.Where(unit => unit.Level == UnitLevel.Chapter).ToList();
        var known = chapters.Where(unit => unit.Both.Value is not null && unit.Events.Value is not null && Units.SuccessorsOf(unit.Unit.Id).Count > 0).ToList();
        var (kept, all) = (known.Sum(unit => unit.Both.Value!.Value), known.Sum(unit => unit.Events.Value!.Value));
        _page.Append($"<section aria-labelledby=\"summary\"><h2 id=\"summary\">{Say("Kort fortalt", "In short")}</h2><dl class=\"tiles\">");
        Tile(_markup.Count(_report.Events), _report.IsRegistered ? Say("hendelser registrert i begge systemer", "events registered in both systems") : Say("hendelser kodet i ICD-10", "events coded in ICD-10"));
        if (all > 0) Tile(_markup.Percent((double)kept / all), Say("blir i kapitlet som overtok emnet", "stay in the chapter that took the subject over"));
        Tile(_markup.Number(_report.Forward.Count(unit => unit.Level == UnitLevel.Category && unit.Changes != 0)), Say("kategorier med noe å merke seg", "categories with something to note"));
        if (_report.Agreement?.Kappa.Kappa is { } kappa) Tile(_markup.Decimal(kappa.Value), Say("kappa mot konverteringstabellen, etter kapittel", "kappa against the crosswalk, by chapter"));
        _page.Append("</dl>");
        var basis = _report.IsRegistered
            ? Say("Tallene bygger på rader som er registrert i begge systemer.", "The numbers rest on rows that are registered in both systems.")
            : Say("Tallene bygger på konverteringstabellen: de viser hva tabellen gjør med radene, ikke hvordan kodere ville ha kodet.", "The numbers rest on the crosswalk: they show what the table does to the rows, not how coders would have coded.");
        _page.Append($"<p>{basis}</p>");
        if (_report.SuppressBelow > 0)
        {
            var limit = _markup.Number(_report.SuppressBelow);
            _page.Append($"<p>{Say($"Antall fra 1 til {_markup.Number(_report.SuppressBelow - 1)} er holdt tilbake ({Markup.KeptBack}), og så mange andre at de ikke lar seg regne ut. Grensen er {limit}.", $"Counts from 1 to {_markup.Number(_report.SuppressBelow - 1)} are kept back ({Markup.KeptBack}), and as many others as it takes that they cannot be worked out. The limit is {limit}.")}</p>");
        }

        if (_report.RejectedRows > 0) _page.Append($"<p class=\"warn\">{Say($"{_markup.Number(_report.RejectedRows)} av {_markup.Number(_report.Rows)} rader kunne ikke brukes.", $"{_markup.Number(_report.RejectedRows)} of {_markup.Number(_report.Rows)} rows could not be used.")} {Markup.Text(string.Join("; ", _report.Rejected.Take(3)))}</p>");
        if (_report.UnknownCodes.Count > 0) _page.Append($"<p class=\"warn\">{Say("Koder som utgaven ikke har", "Codes that the edition does not have")}: {Markup.Text(string.Join(", ", _report.UnknownCodes.Take(12)))}{(_report.UnknownCodes.Count > 12 ? " …" : "")}</p>");
        _page.Append("</section>");
    }

    private void Tile(string value, string text) => _page.Append($"<div><dt>{text}</dt><dd>{value}</dd></div>");

    private void Chapters()
    {
        var chapters = _report.Forward.Where(unit => unit.Level == UnitLevel.Chapter).ToList();
        _page.Append($"<section aria-labelledby=\"chapters\"><h2 id=\"chapters\">{Say("Kapitler", "Chapters")}</h2><p>{Say("Grått blir i kapitlet som overtok emnet; oransje går til et annet.", "Grey stays in the chapter that took the subject over; orange goes to another.")}</p><figure>");
        _page.Append(SankeyDiagram.Draw(chapters, _markup)).Append("</figure>");
        Open(Say("Tallene bak figuren", "The numbers behind the figure"));
        Head(Say("Fra ICD-10-kapittel til ICD-11-kapittel", "From ICD-10 chapter to ICD-11 chapter"), "ICD-10", "ICD-11", Say("Hendelser", "Events"), Say("Andel", "Share"));
        foreach (var chapter in chapters)
        {
            foreach (var flow in chapter.Flows)
                _page.Append($"<tr><th scope=\"row\">{Unit(chapter.Unit)}</th><td>{Unit(flow.To)}</td><td class=\"num\">{_markup.Count(flow.Events)}</td><td class=\"num\">{(flow.Events.Value is { } part && chapter.Events.Value is > 0 and var all ? _markup.Percent((double)part / all) : "–")}</td></tr>");
        }

        _page.Append("</tbody></table></div></details></section>");
    }

    private void Groups()
    {
        if (_report.Groups.Count == 0) return;
        _page.Append($"<section aria-labelledby=\"groups\"><h2 id=\"groups\">{Say("Grupper", "Groups")}</h2><p>{Say("Sammenlignbarhetsforhold: hendelser etter ICD-11-siden delt på hendelser etter ICD-10-siden, med 95 % konfidensintervall.", "Comparability ratio: events by the ICD-11 side over events by the ICD-10 side, with 95 % confidence intervals.")}</p><figure>");
        _page.Append(RatioPlot.Draw([.. _report.Groups.Where(group => group.Ratio is not null).Select(group => (group.Group.Name.In(_markup.Language), group.Ratio!.Value))], _markup)).Append("</figure>");
        _page.Append("<div class=\"scroll\">");
        Table(Say("Grupper i begge systemer", "Groups in both systems"), Say("Gruppe", "Group"), "ICD-10", "ICD-11", Say("Begge", "Both"), Say("Bare ICD-10", "ICD-10 only"), Say("Bare ICD-11", "ICD-11 only"), Say("Forhold (95 % KI)", "Ratio (95 % CI)"), Say("Grenser ved flertydighet", "Bounds by ambiguity"));
        foreach (var group in _report.Groups)
        {
            var bounds = group.Lowest is { } low && group.Highest is { } high ? $"{_markup.Decimal(low)}–{_markup.Decimal(high)}" : "–";
            _page.Append($"<tr><th scope=\"row\">{Markup.Text(group.Group.Name.In(_markup.Language))}</th>");
            foreach (var count in (PublishedCount[])[group.Old, group.New, group.Both, group.OnlyOld, group.OnlyNew]) _page.Append($"<td class=\"num\">{_markup.Count(count)}</td>");
            _page.Append($"<td class=\"num\">{_markup.Interval(group.Ratio)}</td><td class=\"num\">{bounds}</td></tr>");
        }

        _page.Append("</tbody></table></div>");
        Strata();
        Suggestions();
        _page.Append("</section>");
    }

    private void Strata()
    {
        if (_report.Groups.All(group => group.Strata.Count == 0)) return;
        Open(Say("Etter kjønn og alder", "By sex and age"));
        Head(Say("Grupper etter kjønn og aldersgruppe", "Groups by sex and age group"), Say("Gruppe", "Group"), Say("Kjønn eller alder", "Sex or age"), "ICD-10", "ICD-11", Say("Begge", "Both"), Say("Forhold (95 % KI)", "Ratio (95 % CI)"));
        foreach (var group in _report.Groups)
        {
            foreach (var stratum in group.Strata)
            {
                _page.Append($"<tr><th scope=\"row\">{Markup.Text(group.Group.Name.In(_markup.Language))}</th><td>{(stratum.Variable == "sex" ? Say("kjønn", "sex") : Say("alder", "age"))} {Markup.Text(stratum.Value)}</td>");
                foreach (var count in (PublishedCount[])[stratum.Old, stratum.New, stratum.Both]) _page.Append($"<td class=\"num\">{_markup.Count(count)}</td>");
                _page.Append($"<td class=\"num\">{_markup.Interval(stratum.Ratio)}</td></tr>");
            }
        }

        _page.Append("</tbody></table></div></details>");
    }

    private void Suggestions()
    {
        var suggested = _report.Groups.Where(group => group.Suggestion is { Terms.Count: > 0 }).ToList();
        if (suggested.Count == 0) return;
        _page.Append($"<h3>{Say("Forslag til ICD-11-definisjoner", "Suggested ICD-11 definitions")}</h3><p>{Say("Stamkoder som gjengir ICD-10-siden i de dobbeltregistrerte radene. Målt på de samme radene som forslaget er laget av.", "Stems that reproduce the ICD-10 side in the rows registered twice. Measured on the rows that the suggestion was made from.")}</p><div class=\"scroll\">");
        Table(Say("Forslag", "Suggestions"), Say("Gruppe", "Group"), Say("Definisjon", "Definition"), Say("Sensitivitet (95 % KI)", "Sensitivity (95 % CI)"), Say("Presisjon (95 % KI)", "Precision (95 % CI)"));
        foreach (var group in suggested)
            _page.Append($"<tr><th scope=\"row\">{Markup.Text(group.Group.Name.In(_markup.Language))}</th><td class=\"code\">{Markup.Text(string.Join(", ", group.Suggestion!.Terms))}</td><td class=\"num\">{_markup.Interval(group.Suggestion.Sensitivity)}</td><td class=\"num\">{_markup.Interval(group.Suggestion.Precision)}</td></tr>");
        _page.Append("</tbody></table></div>");
    }

    private void SeriesSection()
    {
        var drawn = _report.Series.Where(series => series.Points.Count > 1).ToList();
        if (drawn.Count == 0) return;
        _page.Append($"<section aria-labelledby=\"series\"><h2 id=\"series\">{Say("Tidsserier", "Time series")}</h2><p>{Say("Blå sirkler: ICD-10. Oransje firkanter: ICD-11, registrert eller etter konverteringstabellen.", "Blue circles: ICD-10. Orange squares: ICD-11, registered or by the crosswalk.")}{(_report.BreakYear > 0 ? Say(" Den stiplede streken er bruddet.", " The dashed line is the break.") : "")}</p>");
        // The user's groups first; chapters behind a fold when there are groups.
        foreach (var isGroup in (bool[])[true, false])
        {
            var own = drawn.FindAll(series => series.IsGroup == isGroup);
            if (own.Count == 0) continue;
            var folded = !isGroup && drawn.Exists(series => series.IsGroup);
            if (folded) Open(Say("Kapitler", "Chapters"));
            _page.Append("<div class=\"grid-of-charts\">");
            foreach (var series in own) Chart(series);
            _page.Append("</div>").Append(folded ? "</details>" : "");
        }

        _page.Append("</section>");
    }

    private void Chart(Series series)
    {
        var title = series.IsGroup ? _report.Groups.First(group => group.Group.Id == series.Id).Group.Name.In(_markup.Language) : $"{series.Id} {series.Title}";
        var id = $"chart-{(series.IsGroup ? "g" : "c")}-{new string([.. series.Id.Where(char.IsAsciiLetterOrDigit)])}";
        _page.Append($"<figure><figcaption>{Markup.Text(title)}</figcaption>").Append(SeriesChart.Draw(series with { Title = title }, _report.BreakYear, id, _markup));
        Open(Say("Tall", "Numbers"));
        Head(title, Say("År", "Year"), "ICD-10", "ICD-11");
        foreach (var point in series.Points) _page.Append($"<tr><th scope=\"row\">{point.Year.ToString(CultureInfo.InvariantCulture)}</th><td class=\"num\">{_markup.Count(point.Old)}</td><td class=\"num\">{_markup.Count(point.New)}</td></tr>");
        _page.Append("</tbody></table></div></details></figure>");
    }

    private void Causes()
    {
        _page.Append($"<section aria-labelledby=\"causes\"><h2 id=\"causes\">{Say("Årsaker, etter volum", "Causes, by volume")}</h2><p>{Say("ICD-10-kodene som flytter, mister detalj, er flertydige eller skifter gruppe.", "The ICD-10 codes that move, lose detail, are ambiguous or change group.")}</p><div class=\"scroll\">");
        CauseTable(_report.Causes, Say("Årsaker til brudd", "Causes of breaks"));
        _page.Append("</div></section>");
    }

    private void CauseTable(IReadOnlyList<Cause> causes, string caption)
    {
        Table(caption, "#", "ICD-10", "ICD-11", Say("Hva skjer", "What happens"), Say("Grupper", "Groups"), Say("Hendelser", "Events"), Say("Kilde", "Source"));
        for (var i = 0; i < causes.Count; i++)
        {
            var cause = causes[i];
            var expected = cause.Expected.Length > 0 ? $"<br><small>{Say("ventet", "expected")} <span class=\"code\">{Markup.Text(cause.Expected)}</span></small>" : "";
            _page.Append($"<tr><td class=\"num\">{(i + 1).ToString(CultureInfo.InvariantCulture)}</td><th scope=\"row\"><span class=\"code\">{Markup.Text(cause.Code)}</span> {Markup.Text(cause.Title)}</th><td><span class=\"code\">{Markup.Text(cause.Target.Length > 0 ? cause.Target : "–")}</span> {Markup.Text(cause.TargetTitle)}{expected}</td><td>{_markup.Changes(cause.Changes)}</td><td>{Markup.Text(string.Join(" ", cause.Groups))}</td><td class=\"num\">{_markup.Count(cause.Events)}</td><td><small>{Markup.Text(Markup.Short(cause.Provenance, 90))}</small></td></tr>");
        }

        _page.Append("</tbody></table>");
    }

    private void AgreementSection()
    {
        if (_report.Agreement is not { } agreement) return;
        _page.Append($"<section aria-labelledby=\"agreement\"><h2 id=\"agreement\">{Say("Samsvar med konverteringstabellen", "Agreement with the crosswalk")}</h2><p>{Say("Cohens kappa etter ICD-11-kapittel", "Cohen's kappa by ICD-11 chapter")}: <strong>{_markup.Interval(agreement.Kappa.Kappa)}</strong>; {Say("observert samsvar", "observed agreement")} {_markup.Percent(agreement.Kappa.Observed)}, {Say("ventet ved tilfeldighet", "expected by chance")} {_markup.Percent(agreement.Kappa.Expected)}.</p><div class=\"scroll matrix\">");
        Table(Say("Rader: kapitlet tabellen fører til. Kolonner: kapitlet som ble registrert.", "Rows: the chapter that the crosswalk leads to. Columns: the chapter that was registered."), [Say("Ventet", "Expected"), .. agreement.Chapters.Select(chapter => chapter.Id)]);
        for (var i = 0; i < agreement.Chapters.Count; i++)
        {
            _page.Append($"<tr><th scope=\"row\">{Unit(agreement.Chapters[i])}</th>");
            for (var j = 0; j < agreement.Chapters.Count; j++)
            {
                var count = agreement.Table[i][j];
                _page.Append($"<td class=\"num{(i == j ? " same" : count.Value is > 0 ? " other" : "")}\">{(count.Value == 0 ? "<span class=\"zero\">0</span>" : _markup.Count(count))}</td>");
            }

            _page.Append("</tr>");
        }

        _page.Append($"</tbody></table></div><h3>{Say("Vanligste avvik", "Most frequent disagreements")}</h3><div class=\"scroll\">");
        CauseTable(agreement.Disagreements, Say("Koder registrert i en annen kategori enn ventet", "Codes registered in another category than expected"));
        _page.Append("</div></section>");
    }

    private void UnitTables()
    {
        _page.Append($"<section aria-labelledby=\"units\"><h2 id=\"units\">{Say("Alle kapitler, blokker og kategorier", "All chapters, blocks and categories")}</h2>");
        foreach (var (units, heading) in ((IReadOnlyList<UnitComparison>, string)[])[(_report.Forward, Say("ICD-10 i ICD-11", "ICD-10 in ICD-11")), (_report.Back, Say("ICD-11 i ICD-10", "ICD-11 in ICD-10"))])
        {
            _page.Append($"<h3>{heading}</h3>");
            foreach (var level in Enum.GetValues<UnitLevel>())
            {
                var name = level switch { UnitLevel.Chapter => Say("Kapitler", "Chapters"), UnitLevel.Block => Say("Blokker", "Blocks"), _ => Say("Kategorier", "Categories") };
                Open(name);
                Head($"{heading}: {name}", Say("Enhet", "Unit"), Say("Hendelser", "Events"), Say("Fordeling", "Distribution"), Say("Motstykke", "Counterpart"), Say("Forhold (95 % KI)", "Ratio (95 % CI)"), Say("Merknad", "Note"));
                foreach (var unit in units.Where(unit => unit.Level == level))
                {
                    var distribution = string.Join(", ", unit.Flows.Take(6).Select(flow => $"<span class=\"code\">{Markup.Text(flow.To.Id)}</span> {_markup.Count(flow.Events)}")) + (unit.Flows.Count > 6 ? $" +{unit.Flows.Count - 6}" : "");
                    _page.Append($"<tr><th scope=\"row\">{Unit(unit.Unit)}</th><td class=\"num\">{_markup.Count(unit.Events)}</td><td>{distribution}</td><td class=\"code\">{Markup.Text(unit.Counterpart)}</td><td class=\"num\">{_markup.Interval(unit.Ratio)}</td><td>{_markup.Changes(unit.Changes)}</td></tr>");
                }

                _page.Append("</tbody></table></div></details>");
            }
        }

        _page.Append("</section>");
    }

    private void Method() => _page.Append($"<section aria-labelledby=\"method\"><h2 id=\"method\">{Say("Metode", "Method")}</h2><p>{Say(
        "Forholdet er antall etter den nye definisjonen delt på antall etter den gamle, i de samme radene. Intervallet er Bonett og Prices for forholdet mellom parede andeler (2006). Kappa er uvektet, med standardfeilen til Fleiss, Cohen og Everitt (1969). Andeler har Wilsons intervall. Intervallene gjelder tilfeldig variasjon i hendelsene, ikke feil i koding eller konvertering. En merknad står der minst 5 % av hendelsene er berørt. Utvalget av ICD-11-kapitler som overtok et emne er vårt eget; konverteringen er ikke offisiell.",
        "The ratio is the count by the new definition over the count by the old one, in the same rows. The interval is Bonett and Price's for the ratio of paired proportions (2006). Kappa is unweighted, with the standard error of Fleiss, Cohen and Everitt (1969). Proportions have Wilson's interval. The intervals are about chance in the events, not about faults of coding or conversion. A note stands where at least 5 % of the events are concerned. Which ICD-11 chapters took a subject over is our own reading; the conversion is not official.")}</p></section>");

    private string Unit(Unit unit) => $"<span class=\"code\">{Markup.Text(unit.Id == "-" ? "–" : unit.Id)}</span> {Markup.Text(unit.Id == "-" ? Say("uten mål eller ukjent", "no target or unknown") : unit.Title)}";

    private void Open(string summary) => _page.Append($"<details><summary>{summary}</summary>");

    private void Head(string caption, params string[] columns)
    {
        _page.Append("<div class=\"scroll\">");
        Table(caption, columns);
    }

    private void Table(string caption, params string[] columns)
    {
        _page.Append($"<table><caption>{Markup.Text(caption)}</caption><thead><tr>");
        foreach (var column in columns) _page.Append($"<th scope=\"col\">{Markup.Text(column)}</th>");
        _page.Append("</tr></thead><tbody>");
    }
}
