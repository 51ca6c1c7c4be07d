using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Mapping;
using Line = Icd.Cli.Explanation.Line;
using Section = Icd.Cli.Explanation.Section;

namespace Icd.Cli;

/// <summary>Puts together what the parts of the toolkit say of a code or expression: in short, meaning, mapping, the very rows that decide, verdict, sanctioning.</summary>
internal sealed class Explainer(ReleaseCatalog catalog, Crosswalk crosswalk, MessageLanguage language, bool rulesFromFiles = false)
{
    private readonly bool _nb = language == MessageLanguage.Bokmal;
    private readonly ExpressionExplainer _expressions = new(catalog, crosswalk, language);
    private readonly ExplainedTable _tables = new(language == MessageLanguage.Bokmal, rulesFromFiles);

    public Explanation Explain(string input)
    {
        var text = input.Trim();
        var explanation = Icd10Code.TryParse(text, out var code) ? Icd10(input, code)
            : DaggerPair.TryParse(text, out var dagger, out var asterisk) ? Pair(input, dagger, asterisk)
            : ClusterExpression.TryParse(text, out var expression, out var error) ? Icd11(input, in expression)
            : Malformed(input, text, error);
        return explanation.Kind == "malformed" ? explanation : explanation with { Sections = [.. explanation.Sections, Grounds(explanation)] };
    }

    private string Say(string bokmal, string english) => _nb ? bokmal : english;

    private string Title(Entity entity) => _expressions.Title(entity);

    private Explanation Malformed(string input, string text, SyntaxError error)
    {
        var looksLikeIcd10 = text.Length > 1 && char.IsAsciiLetter(text[0]) && char.IsAsciiDigit(text[1]) && !text.Contains('&', StringComparison.Ordinal);
        var lines = new List<Line> { new(Say("Feil", "Error"), looksLikeIcd10 && !Icd10Code.TryParse(text, out _, out var error10) ? error10.Describe(text, language) : error.Describe(text, language)) };
        if (ExpressionProposal.For(text) is { } proposal) lines.Add(new(Say("Mente du", "Did you mean"), proposal.ToString()!));
        if (IcfValidator.HasIcfForm(text)) lines.Add(new("ICF", Say("Koden har form som en ICF-kode; `icd validate` vurderer den.", "The code has the form of an ICF code; `icd validate` judges it.")));
        else if (looksLikeIcd10 && text.Contains('-', StringComparison.Ordinal)) lines.Add(new(Say("Gruppe", "Group"), Say("`icd show` viser blokker og kapitler; her forklares én kode om gangen.", "`icd show` shows blocks and chapters; one code at a time is explained here.")));
        else if (crosswalk.Release.TryFind(text, out var entity)) lines.Add(new(text, catalog.TitleOf(entity, Say("nb", "en")).Text, crosswalk.Release.Key.ToString()));
        else if (crosswalk.Edition.TryFind(text, out entity)) lines.Add(new(text, catalog.TitleOf(entity, Say("nb", "en")).Text, crosswalk.Edition.Key.ToString()));
        return new(input, "malformed", input, false, [new(Say("Hva er galt?", "What is wrong?"), lines)]);
    }

    private Explanation Icd10(string input, Icd10Code code)
    {
        var answer = crosswalk.Map(code);
        var display = code.ToString("D", null);
        var isListed = crosswalk.Edition.TryFind(code, out var entity);
        var title = isListed ? $"{display} {Title(entity)}" : display;
        List<Line> meaning = isListed ? [new(display, Title(entity), entity.Release.Key.ToString()), new(Say("Plass", "Place"), _expressions.PlaceOf(entity))] : [NotListed(display, answer.HasTarget)];
        if (isListed && !entity.IsSelectable) meaning.Add(new(Say("Bruk", "Use"), Say("koden grupperer andre og kan ikke registreres selv; velg en under den", "the code groups others and cannot be registered itself; choose one below it")));
        return new(input, "icd10", title, isListed, [InShort(title, answer), new(Say("Hva betyr koden?", "What does the code mean?"), meaning), .. Answer(answer)]);
    }

    private Line NotListed(string display, bool hasTarget)
    {
        var edition = crosswalk.Edition.Key.ReleaseId;
        return new(display, Say(
            $"er ikke i utgave {edition}: utgått, fra en annen utgave eller feilskrevet. {(hasTarget ? "Svaret bygger på den internasjonale betydningen." : "Er raden fra et tidligere år, trengs det årets liste (`icd convert --edition ÅR`).")}",
            $"is not in edition {edition}: retired, of another edition, or mistyped. {(hasTarget ? "The answer rests on its international meaning." : "If the row is of an earlier year, the list of that year is needed (`icd convert --edition YEAR`).")}"), crosswalk.Edition.Key.ToString());
    }

    private Explanation Pair(string input, Icd10Code dagger, Icd10Code asterisk)
    {
        var (lines, isKnown) = (new List<Line>(), true);
        foreach (var (code, mark) in ((Icd10Code, Icd10Mark)[])[(dagger, Icd10Mark.Dagger), (asterisk, Icd10Mark.Asterisk)])
        {
            var isListed = crosswalk.Edition.TryFind(code, out var entity);
            isKnown &= isListed;
            var role = mark == Icd10Mark.Dagger ? Say("sykdommen", "the disease") : Say("manifestasjonen", "the manifestation");
            lines.Add(isListed ? new(code.WithMark(mark).ToString(), Title(entity), role) : NotListed(code.ToString("D", null), hasTarget: true));
        }

        var (answer, title) = (crosswalk.MapPair(dagger, asterisk)!, $"{lines[0].Label} {lines[1].Label}");
        return new(input, "icd10-pair", title, isKnown, [InShort(title, answer), new(Say("Hva betyr paret?", "What does the pair mean?"), lines), .. Answer(answer)]);
    }

    private Explanation Icd11(string input, in ClusterExpression expression)
    {
        var back = new BackCrosswalk(crosswalk).Map(in expression);
        var canonical = expression.ToString();
        var members = _expressions.Members(in expression);
        var isKnown = _expressions.IsKnown(in expression);
        var title = isKnown ? string.Join(" + ", members.Select(line => line.Text)) : canonical;
        string[] said = [
            $"{canonical}: {_expressions.VerdictOf(in expression)}.",
            _expressions.ReplacementOf(in expression) is { } shorter ? Say($"{shorter} sier det samme.", $"{shorter} says the same.") : "",
            back.Codes.Count > 0 ? Say($"I ICD-10 rapporteres {string.Join(" ", back.Codes)}; {Relation(back.Relation, isBack: true)}.", $"In ICD-10 {string.Join(" ", back.Codes)} is reported; {Relation(back.Relation, isBack: true)}.") : back.Reason?.In(language) ?? Say("Uttrykket har ikke noe motstykke i ICD-10.", "The expression has no counterpart in ICD-10."),
            back.NeedsReview ? Say("Et menneske må velge.", "A human must choose.") : ""];
        return new(input, "icd11", title, isKnown, [
            new(Say("Kort sagt", "In short"), [new("", string.Join(' ', said.Where(sentence => sentence.Length > 0)))]),
            new(Say("Hva betyr uttrykket?", "What does the expression mean?"), members), _expressions.Verdict(in expression, Say("Er uttrykket gyldig?", "Is the expression valid?")), .. _expressions.Sanctioning(in expression), .. Back(back)]);
    }

    private Section InShort(string title, MapAnswer answer)
    {
        var target = answer.Expression;
        string[] said = answer.HasTarget
            ? [
                Say($"{title} blir {target}, {_expressions.TitleOf(in target)}.", $"{title} becomes {target}, {_expressions.TitleOf(in target)}."),
                $"{Capital(Relation(answer.Relation, isBack: false))}{Beyond(answer)}."]
            : [Say($"{title} får ikke noe mål.", $"{title} gets no target."), answer.Reason?.In(language) ?? ""];
        return new(Say("Kort sagt", "In short"), [new("", string.Join(' ', said.Append(answer.NeedsReview ? Say("Et menneske må velge.", "A human must choose.") : "").Where(sentence => sentence.Length > 0)))]);
    }

    /// <summary>What makes the difference, where it goes one way only.</summary>
    private string Beyond(MapAnswer answer)
    {
        var texts = answer.Relation switch { MapRelation.SourceIsNarrowerThanTarget => answer.Lost, MapRelation.SourceIsBroaderThanTarget => answer.Added, _ => [] };
        return texts.Count > 0 ? $" ({string.Join("; ", texts.Select(text => text.In(language)))})" : "";
    }

    private IEnumerable<Section> Answer(MapAnswer answer)
    {
        var lines = new List<Line> { new(Say("Mål", "Target"), answer.HasTarget ? answer.Expression.ToString() : Say("ikke noe", "none"), ExplainedSource.Of(answer.Provenance, _nb)) };
        if (answer.Relation != MapRelation.Unknown) lines.Add(new(Say("Forhold", "Relation"), Relation(answer.Relation, isBack: false)));
        lines.AddRange(answer.Lost.Select(lost => new Line(Say("Går tapt", "Lost"), lost.In(language))));
        lines.AddRange(answer.Added.Select(added => new Line(Say("Legges til", "Added"), added.In(language))));
        lines.AddRange(Doubts(answer.Reason, answer.NeedsReview, answer.Alternatives));
        yield return new(Say("Hva blir den i ICD-11?", "What does it become in ICD-11?"), lines);
        if (Rules(answer.Provenance) is { } rules) yield return rules;
        if (!answer.HasTarget) yield break;
        var expression = answer.Expression;
        yield return new(Say("Hva betyr målet?", "What does the target mean?"), _expressions.Members(in expression));
        yield return _expressions.Verdict(in expression, Say("Er målet gyldig?", "Is the target valid?"));
        foreach (var section in _expressions.Sanctioning(in expression)) yield return section;
    }

    private IEnumerable<Section> Back(BackAnswer answer)
    {
        var lines = new List<Line> { new("ICD-10", answer.Codes.Count > 0 ? string.Join("; ", answer.Codes.Select(code => $"{code} {(crosswalk.Edition.TryFind(code, out var entity) ? Title(entity) : "")}".Trim())) : Say("ikke noe", "none"), ExplainedSource.Of(answer.Provenance, _nb)) };
        if (answer.Relation != MapRelation.Unknown) lines.Add(new(Say("Forhold", "Relation"), Relation(answer.Relation, isBack: true)));
        lines.AddRange(answer.Lost.Select(lost => new Line(Say("Går tapt", "Lost"), lost.In(language))));
        lines.AddRange(Doubts(answer.Reason, answer.NeedsReview, answer.Alternatives));
        yield return new(Say("Hva rapporteres i ICD-10?", "What is reported in ICD-10?"), lines);
        if (Rules(answer.Provenance) is { } rules) yield return rules;
    }

    private IEnumerable<Line> Doubts(MapText? reason, bool needsReview, IReadOnlyList<MapAlternative> alternatives)
    {
        if (reason is not null) yield return new(Say("Grunn", "Reason"), reason.In(language));
        if (needsReview) yield return new(Say("Vurdering", "Review"), Say("et menneske må velge", "a human must choose"));
        foreach (var (target, condition) in alternatives)
        {
            var title = ClusterExpression.TryParse(target, out var expression) && _expressions.IsKnown(in expression) ? " " + _expressions.TitleOf(in expression) : "";
            yield return new(Say("Alternativ", "Alternative"), $"{target}{title}: {condition.In(language)}");
        }
    }

    private Section? Rules(Provenance provenance) =>
        _tables.Rows(provenance.Sources).ToList() is { Count: > 0 } rows ? new(Say("Hvilke rader i våre tabeller avgjør?", "Which rows of our tables decide?"), rows) : null;

    /// <summary>What another person needs to get the same answer.</summary>
    private Section Grounds(Explanation explanation)
    {
        var lines = new List<Line>
        {
            new("ICD-11", crosswalk.Release.Key.ToString()), new("ICD-10", crosswalk.Edition.Key.ToString()),
            new(Say("WHOs overgangstabeller", "WHO's mapping tables"), crosswalk.Who?.Release.ToString() ?? Say("ikke lastet", "not loaded")),
            new(Say("Våre regler", "Our rules"), crosswalk.RulesFingerprint.Length > 0 ? $"sha256 {crosswalk.RulesFingerprint[..12]}" : Say("ingen", "none")), new("icd", ToolVersion.Text),
        };
        if (explanation.Sections.Any(section => section.Lines.Any(line => line.Text.Contains(ExpressionExplainer.OurWording, StringComparison.Ordinal) || line.Source.Contains(ExpressionExplainer.OurWording, StringComparison.Ordinal))))
            lines.Add(new(ExpressionExplainer.OurWording, Say("vår ordlyd; utgiveren har ingen norsk tittel her", "our wording, not the publisher's title")));
        return new(Say("Hva bygger svaret på?", "What does the answer rest on?"), lines);
    }

    private string Relation(MapRelation relation, bool isBack)
    {
        var (source, target) = isBack ? (Say("uttrykket", "the expression"), Say("koden", "the code")) : (Say("koden", "the code"), Say("målet", "the target"));
        return relation switch
        {
            MapRelation.Equivalent => Say($"{target} sier det samme som {source}", $"{target} says the same as {source}"),
            MapRelation.SourceIsNarrowerThanTarget => Say($"{target} sier mindre enn {source}", $"{target} says less than {source}"),
            MapRelation.SourceIsBroaderThanTarget => Say($"{target} sier mer enn {source}", $"{target} says more than {source}"),
            MapRelation.RelatedTo => Say($"{target} sier noe {source} ikke sier, og omvendt", $"{target} says something that {source} does not, and the other way round"),
            MapRelation.NotRelatedTo => Say("det finnes ikke noe motstykke", "there is no counterpart"),
            _ => Say("forholdet er ikke kjent", "how they stand to each other is not known"),
        };
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
