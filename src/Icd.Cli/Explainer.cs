using System.Reflection;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Mapping;

namespace Icd.Cli;

/// <summary>Puts together what the parts of the toolkit say of a code or expression: meaning, verdict, sanctioning, mapping, and the very rows that decide.</summary>
internal sealed class Explainer
{
    private static readonly Assembly Core = typeof(Release).Assembly;
    private static readonly Assembly Mapping = typeof(Crosswalk).Assembly;

    private readonly ReleaseCatalog _catalog;
    private readonly Crosswalk _crosswalk;
    private readonly MessageLanguage _language;
    private readonly Canonicaliser _canonicaliser;

    public Explainer(ReleaseCatalog catalog, Crosswalk crosswalk, MessageLanguage language)
    {
        (_catalog, _crosswalk, _language) = (catalog, crosswalk, language);
        _canonicaliser = new(crosswalk.Validator, SanctioningRules.Of(crosswalk.Validator.Axes));
    }

    public Explanation Explain(string input)
    {
        var text = input.Trim();
        if (Icd10Code.TryParse(text, out var code)) return Icd10(input, code);
        if (DaggerPair.TryParse(text, out var dagger, out var asterisk)) return Pair(input, dagger, asterisk);
        if (ClusterExpression.TryParse(text, out var expression, out var error)) return Icd11(input, in expression);
        var looksLikeIcd10 = text.Length > 1 && char.IsAsciiLetter(text[0]) && char.IsAsciiDigit(text[1]) && !text.Contains('&', StringComparison.Ordinal);
        var message = looksLikeIcd10 && !Icd10Code.TryParse(text, out _, out var error10) ? error10.Describe(text, _language) : error.Describe(text, _language);
        var lines = new List<Explanation.Line> { new(Say("Feil", "Error"), message) };
        if (ExpressionProposal.For(text) is { } proposal) lines.Add(new(Say("Mente du", "Did you mean"), proposal.ToString()!));
        return new(input, "malformed", input, [new(Say("Hva er galt?", "What is wrong?"), lines)]);
    }

    private string Say(string bokmal, string english) => _language == MessageLanguage.Bokmal ? bokmal : english;

    private string Title(Entity entity) => _catalog.TitleOf(entity, Say("nb", "en")) is var title && title.IsAuthored && !entity.Release.Key.IsStarter
        ? title.Text + Say(" (vår ordlyd)", " (our wording)") : title.Text;

    private Explanation Icd10(string input, Icd10Code code)
    {
        var answer = _crosswalk.Map(code);
        var display = code.ToString("D", null);
        var isListed = _crosswalk.Edition.TryFind(code, out var entity);
        var meaning = isListed ? Meaning(entity, display)
            : [new Explanation.Line(display, Say("er ikke en kode i utgaven; svaret bygger på den internasjonale betydningen", "is not a code of the edition; the answer rests on its international meaning"), _crosswalk.Edition.Key.ToString())];
        return new(input, "icd10", isListed ? $"{display} {Title(entity)}" : display, [new(Say("Hva betyr koden?", "What does the code mean?"), meaning), .. Answer(answer)]);
    }

    private Explanation Pair(string input, Icd10Code dagger, Icd10Code asterisk)
    {
        var lines = new List<Explanation.Line>();
        foreach (var (code, mark) in ((Icd10Code, Icd10Mark)[])[(dagger, Icd10Mark.Dagger), (asterisk, Icd10Mark.Asterisk)])
            lines.Add(new(code.WithMark(mark).ToString(), _crosswalk.Edition.TryFind(code, out var entity) ? Title(entity) : Say("er ikke en kode i utgaven", "is not a code of the edition"), mark == Icd10Mark.Dagger ? Say("sykdommen", "the disease") : Say("manifestasjonen", "the manifestation")));
        return new(input, "icd10-pair", $"{lines[0].Label} {lines[1].Label}", [new(Say("Hva betyr paret?", "What does the pair mean?"), lines), .. Answer(_crosswalk.MapPair(dagger, asterisk)!)]);
    }

    private Explanation Icd11(string input, in ClusterExpression expression) =>
        new(input, "icd11", string.Join(" + ", Members(in expression).Select(line => line.Text)), [new(Say("Hva betyr uttrykket?", "What does the expression mean?"), Members(in expression)), Verdict(in expression), Sanctioning(in expression), Back(in expression)]);

    private List<Explanation.Line> Meaning(Entity entity, string display) =>
    [
        new(display, Title(entity), entity.Release.Key.ToString()),
        .. entity.Ancestors.Reverse().Select(above => new Explanation.Line(Say("under", "below"), $"{(above.Code.Length > 0 ? above.Code : above.BlockId)} {Title(above)}")),
    ];

    private IEnumerable<Explanation.Section> Answer(MapAnswer answer)
    {
        var lines = new List<Explanation.Line> { new(Say("Mål", "Target"), answer.HasTarget ? answer.Expression.ToString() : Say("ikke noe", "none"), answer.Provenance.ToString()) };
        if (answer.Relation != MapRelation.Unknown) lines.Add(new(Say("Forhold", "Relation"), Relation(answer.Relation)));
        lines.AddRange(answer.Lost.Select(lost => new Explanation.Line(Say("Går tapt", "Lost"), lost.In(_language))));
        lines.AddRange(answer.Added.Select(added => new Explanation.Line(Say("Legges til", "Added"), added.In(_language))));
        if (answer.Reason is { } reason) lines.Add(new(Say("Grunn", "Reason"), reason.In(_language)));
        if (answer.NeedsReview) lines.Add(new(Say("Vurderes", "Review"), Say("et menneske må velge", "a human must choose")));
        lines.AddRange(answer.Alternatives.Select(alternative => new Explanation.Line(Say("Alternativ", "Alternative"), $"{alternative.Target}: {alternative.Condition.In(_language)}")));
        yield return new(Say("Hva blir den i ICD-11?", "What does it become in ICD-11?"), lines);
        var rows = Rows(answer.Provenance.Sources).ToList();
        if (rows.Count > 0) yield return new(Say("Hvilke regler avgjør?", "Which rules decide?"), rows);
        if (!answer.HasTarget) yield break;
        var expression = answer.Expression;
        yield return new(Say("Hva betyr målet?", "What does the target mean?"), Members(in expression));
        yield return Verdict(in expression);
        yield return Sanctioning(in expression);
    }

    private List<Explanation.Line> Members(in ClusterExpression expression)
    {
        var lines = new List<Explanation.Line>();
        for (var i = 0; i < expression.Count; i++)
        {
            if (!_crosswalk.Release.TryFind(expression[i], out var entity)) lines.Add(new(expression[i].ToString(), Say("finnes ikke i utgivelsen", "is not in the release"), _crosswalk.Release.Key.ToString()));
            else lines.Add(new(entity.Code, Title(entity), expression.IsStem(i) ? string.Join(" › ", entity.Ancestors.Reverse().Where(above => above.Kind != EntityKind.Category).Select(Title)) : Say("tilleggskode", "extension code")));
        }

        return lines;
    }

    private Explanation.Section Verdict(in ClusterExpression expression)
    {
        var verdict = _crosswalk.Validator.Validate(in expression);
        var lines = new List<Explanation.Line> { new(Say("Dom", "Verdict"), Verdict(verdict.Kind), _crosswalk.Release.Key.ToString()) };
        foreach (var binding in _crosswalk.Validator.Bind(in expression))
        {
            lines.Add(new(expression[binding.Value].ToString(), Say($"på aksen {AxisNames.Label(binding.Axis.Name, _language)} av {expression[binding.Stem]}", $"on the axis {AxisNames.Label(binding.Axis.Name, _language)} of {expression[binding.Stem]}"), binding.Axis.Provenance));
            lines.AddRange(Rows(binding.Axis.Provenance.Split(", ")));
        }

        lines.AddRange(verdict.Diagnostics.Select(diagnostic => new Explanation.Line(diagnostic.Token, diagnostic.Describe(_language, _catalog), diagnostic.Provenance)));
        return new(Say("Er uttrykket gyldig?", "Is the expression valid?"), lines);
    }

    private Explanation.Section Sanctioning(in ClusterExpression expression)
    {
        var canonical = _canonicaliser.Canonicalise(in expression);
        var lines = new List<Explanation.Line> { new(Say("Kanonisk form", "Canonical form"), canonical.Expression.ToString()) };
        if (canonical.Replacement is { } replacement) lines.Add(new(Say("Erstattes av", "Replaced by"), replacement.ToString()));
        lines.AddRange(canonical.Applied.Select(rule => Rule(Say("Regel", "Rule"), rule)));
        lines.AddRange(_canonicaliser.Suggestions(in expression).Select(rule => Rule(Say("Kanskje det samme", "Perhaps the same"), rule)));
        if (lines.Count == 1) lines.Add(new("", Say("Ingen prekoordinert stamkode sier det samme.", "No precoordinated stem says the same.")));
        return new(Say("Finnes det en stamkode som sier det samme?", "Is there a stem that says the same?"), lines);

        Explanation.Line Rule(string label, SanctioningRule rule) => new(label, $"{rule.Stem.Code} {(rule.IsJoined ? '/' : '&')} {rule.Value.Code} = {rule.Target.Code} {Title(rule.Target)}", rule.Provenance);
    }

    private Explanation.Section Back(in ClusterExpression expression)
    {
        var answer = new BackCrosswalk(_crosswalk).Map(in expression);
        var lines = new List<Explanation.Line> { new(Say("ICD-10", "ICD-10"), answer.Codes.Count > 0 ? string.Join(" ", answer.Codes.Select(code => $"{code} {(_crosswalk.Edition.TryFind(code, out var entity) ? Title(entity) : "")}".Trim())) : Say("ikke noe", "none"), answer.Provenance.ToString()) };
        if (answer.Relation != MapRelation.Unknown) lines.Add(new(Say("Forhold", "Relation"), Relation(answer.Relation)));
        lines.AddRange(answer.Lost.Select(lost => new Explanation.Line(Say("Går tapt", "Lost"), lost.In(_language))));
        lines.AddRange(answer.Alternatives.Select(alternative => new Explanation.Line(Say("Alternativ", "Alternative"), $"{alternative.Target}: {alternative.Condition.In(_language)}")));
        if (answer.NeedsReview) lines.Add(new(Say("Vurderes", "Review"), Say("et menneske må velge", "a human must choose")));
        if (answer.Reason is { } reason) lines.Add(new(Say("Grunn", "Reason"), reason.In(_language)));
        lines.AddRange(Rows(answer.Provenance.Sources));
        return new(Say("Hva rapporteres i ICD-10?", "What is reported in ICD-10?"), lines);
    }

    /// <summary>The very rows of our tables that sources such as <c>data/crosswalk/circulatory.tsv:25</c> name; rows of WHO's tables are not ours to print.</summary>
    private static IEnumerable<Explanation.Line> Rows(IEnumerable<string> sources)
    {
        foreach (var source in sources)
        {
            var colon = source.LastIndexOf(':');
            if (colon < 0 || !source.StartsWith("data/", StringComparison.Ordinal) || !int.TryParse(source.AsSpan(colon + 1), out var number)) continue;
            var name = source["data/".Length..colon];
            // Rules that a person brought along are not built in.
            using var stream = Core.GetManifestResourceStream(name) ?? Mapping.GetManifestResourceStream(name);
            if (stream is null) continue;
            using var reader = new StreamReader(stream);
            var header = reader.ReadLine();
            var row = header;
            for (var line = 2; line <= number && row is not null; line++) row = reader.ReadLine();
            if (header is not null && row is not null) yield return new(source, Cells(header, row), source);
        }
    }

    private static string Cells(string header, string row)
    {
        var (names, cells) = (header.TrimStart('#', ' ').Split('\t'), row.Split('\t'));
        return string.Join(" · ", cells.Select((cell, i) => (Name: i < names.Length ? names[i] : "", Cell: cell)).Where(pair => pair.Cell.Length > 0).Select(pair => $"{pair.Name}: {pair.Cell}"));
    }

    private string Relation(MapRelation relation) => relation switch
    {
        MapRelation.Equivalent => Say("sier det samme", "says the same"),
        MapRelation.SourceIsNarrowerThanTarget => Say("målet sier mindre", "the target says less"),
        MapRelation.SourceIsBroaderThanTarget => Say("målet sier mer", "the target says more"),
        MapRelation.RelatedTo => Say("de overlapper", "they overlap"),
        _ => Say("ikke noe motstykke", "no counterpart"),
    };

    private string Verdict(VerdictKind kind) => kind switch
    {
        VerdictKind.Valid => Say("gyldig", "valid"),
        VerdictKind.Incomplete => Say("ufullstendig", "incomplete"),
        VerdictKind.Invalid => Say("ugyldig", "invalid"),
        _ => Say("ikke vurdert", "not evaluated"),
    };
}
