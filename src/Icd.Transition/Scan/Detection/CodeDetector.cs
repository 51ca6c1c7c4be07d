using Icd.Mapping;
using Icd.Transition.Scan.Codes;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>Finds codes, ranges, prefixes and patterns, and says how certain it is.</summary>
internal sealed class CodeDetector(CodeBook book, CodePatterns patterns)
{
    /// <summary>Neighbours in a list or condition are one finding, as long as no more than this stands between them.</summary>
    private const int MostTokensBetween = 12, MostLinesBetween = 2;

    /// <summary>More single codes than this in a file of data are its content, and one finding.</summary>
    private const int MostSingleInData = 20;

    private const int MostOccurrences = 200, MostWritten = 200;

    private readonly LiteralReader _reader = new(book, patterns);

    public IEnumerable<Sighting> Detect(Source source, FileWords file)
    {
        var nested = new List<(Source Source, List<Literal> Literals)>();
        var own = _reader.Read(source, nested);
        var sightings = new List<Sighting>();
        foreach (var (inner, literals) in nested.Prepend((source, own)))
        {
            foreach (var group in Groups(inner, literals))
            {
                if (Judge(inner, group, file) is { } sighting) sightings.Add(sighting);
            }
        }

        return source.Syntax.IsData || source.Syntax.IsProse ? Gathered(sightings) : sightings;
    }

    private static IEnumerable<List<Literal>> Groups(Source source, List<Literal> literals)
    {
        List<Literal>? group = null;
        foreach (var literal in literals)
        {
            if (group is not null && BelongsTo(source, group, literal))
            {
                group.Add(literal);
                continue;
            }

            if (group is not null) yield return group;
            group = [literal];
        }

        if (group is not null) yield return group;
    }

    private static bool BelongsTo(Source source, List<Literal> group, Literal literal)
    {
        var last = group[^1];
        if (Class(last) != Class(literal) || last.IsComment != literal.IsComment) return false;
        if (last.LastToken == literal.FirstToken) return true;
        var lines = source.LineAt(literal.Start) - source.LineAt(last.End);
        if (lines > (source.Syntax.IsProse ? 0 : MostLinesBetween) || literal.FirstToken - last.LastToken > MostTokensBetween) return false;
        for (var i = last.LastToken + 1; i < literal.FirstToken; i++)
        {
            if (source.Tokens[i].Kind == TokenKind.Symbol && source.TextOf(i) is ";" or "}" or "{" && !source.Syntax.IsMarkup) return false;
            // Another branch is another piece of logic.
            if (source.Tokens[i].Kind == TokenKind.Word && source.TextOf(i) is "return" or "RETURN" or "THEN" or "then" or "else" or "ELSE" or "when" or "WHEN" or "if" or "IF" or "break" or "elif" or "def" or "let" or "const" or "var" or "Then" or "Else" or "End" or "Case" && lines > 0) return false;
            if (source.Tokens[i].Kind == TokenKind.Symbol && source.TextOf(i) is "<-" or ":=" || (source.Tokens[i].Kind == TokenKind.Symbol && source.TextOf(i) is "=" && lines > 0 && !source.Syntax.IsMarkup && source.Tokens[i].Bracket < 0)) return false;
        }

        return true;
    }

    private static FindingKind Class(Literal literal) => literal.Kind;

    private Sighting? Judge(Source source, List<Literal> group, FileWords file)
    {
        var known = group.Where(literal => literal.IsKnown).ToList();
        var first = group[0];
        var surroundings = Surroundings.Of(source, first.FirstToken, group[^1].LastToken);
        // A text that only has a code's shape counts where the code system is given, or where a category has a foreign subdivision.
        if (known.Count == 0 && surroundings.DeclaredIcd10 != true && !(surroundings.For is { Weight: > 2 } && group.Exists(literal => literal.From.Length > 3 && book.HasCategory(literal.From)))) return null;
        var evidence = new List<Evidence>();
        AddForm(group, known, evidence);
        AddOperation(group, evidence);
        AddSurroundings(source, group, surroundings, file, evidence);
        var distinct = group.Select(literal => literal.Written).Distinct(StringComparer.Ordinal).ToList();
        var kind = first.Kind == FindingKind.Code && distinct.Count > 1 ? FindingKind.CodeList : first.Kind;
        var place = first.IsComment ? FindingPlace.Comment : source.Syntax.IsProse ? FindingPlace.Text : source.Syntax.IsData ? FindingPlace.Data : FindingPlace.Code;
        var asText = group.Exists(literal => literal.AsText is not null) ? CodeSet.Union(group.Select(literal => literal.AsText ?? literal.Codes)) : (CodeSet?)null;
        return new(kind, place, [.. group.Take(MostOccurrences).Select(literal => new Occurrence(literal.Start, literal.End))], evidence)
        {
            Codes = CodeSet.Union(group.Select(literal => literal.Codes)),
            AsText = asText,
            Pattern = group.Find(literal => literal.Pattern is not null)?.Pattern,
            Written = [.. distinct.Take(MostWritten)],
            Count = group.Count > MostOccurrences ? group.Count : null,
        };
    }

    private static void AddForm(List<Literal> group, List<Literal> known, List<Evidence> evidence)
    {
        var best = (known.Count > 0 ? known : group).MaxBy(literal => literal.Prior)!;
        evidence.Add(new(best.Prior, FormText(best)));
        var distinct = known.DistinctBy(literal => literal.Written).ToList();
        if (distinct.Count > 1)
        {
            // A made-up letter with two digits is a category four times in five, one with three digits two times in five.
            var gain = Math.Min(2.4, distinct.Skip(1).Sum(literal => literal.From.Length switch { 3 => 0.22, 4 => 0.6, _ => 0.7 }));
            evidence.Add(new(gain, new($"{distinct.Count} ulike på samme sted, alle i den norske kodelisten", $"{distinct.Count} different ones in one place, all in the Norwegian code list")));
        }

        var unknown = group.Where(literal => !literal.IsKnown).Select(literal => literal.Written).Distinct().ToList();
        if (unknown.Count > 0 && known.Count > 0)
        {
            var share = unknown.Count / (double)(unknown.Count + distinct.Count);
            evidence.Add(new(-3.2 * share, new($"{unknown[0]} er ingen kode i listen", $"{unknown[0]} is no code of the list")));
        }

        if (distinct.Count >= 5 && distinct.TrueForAll(literal => literal is { From.Length: 3, To: null } && !"CEGIJMOQV".Contains(literal.From[0])))
            evidence.Add(new(-1.2, new("bare bokstaver som ICPC-2 også har", "only letters that ICPC-2 has, too")));
        if (group.TrueForAll(literal => literal.IsLower)) evidence.Add(new(-2.2, new("liten forbokstav", "first letter in lower case")));
    }

    private static MapText FormText(Literal literal) => literal switch
    {
        { IsKnown: false } => new($"{literal.Written} har formen til en kode, men står ikke i listen", $"{literal.Written} has the shape of a code, but is not in the list"),
        { Kind: FindingKind.Validation } => new("uttrykket godtar de fleste ICD-10-koder og lite annet", "the expression takes most codes of ICD-10 and little else"),
        { Kind: FindingKind.Pattern } => new("mønsteret treffer koder i den norske listen", "the pattern takes codes of the Norwegian list"),
        { IsHeading: true } => new($"{literal.Written} er nøyaktig en blokk eller et kapittel i ICD-10", $"{literal.Written} is exactly a block or chapter of ICD-10"),
        { Kind: FindingKind.Range } => new($"{literal.Written} er et intervall av koder", $"{literal.Written} is a range of codes"),
        { IsShort: true } => new($"{literal.Written} er begynnelsen på koder", $"{literal.Written} is the beginning of codes"),
        { Kind: FindingKind.Prefix } => new($"{literal.Written} er begynnelsen på koder i listen", $"{literal.Written} is the beginning of codes of the list"),
        _ => new($"{literal.Written} står i den norske kodelisten", $"{literal.Written} is in the Norwegian code list"),
    };

    private static void AddOperation(List<Literal> group, List<Evidence> evidence)
    {
        if (group.Exists(literal => literal.Comparison.IsSlice)) evidence.Add(new(0.7, new("sammenlignes med en utklippet del", "is compared with a part that was cut out")));
        var operation = group.Select(literal => literal.Comparison.Operation).FirstOrDefault(operation => operation != Operation.None);
        if (Weight(operation) is not { } item) return;
        evidence.Add(item);
    }

    private static Evidence? Weight(Operation operation) => operation switch
    {
        Operation.Equal => new(0.3, new("sammenlignes eller tilordnes", "is compared or assigned")),
        Operation.In => new(0.5, new("står i en liste som det slås opp i", "stands in a list that is looked up")),
        Operation.Case => new(0.4, new("er et valg i en forgrening", "is a case of a branch")),
        Operation.Like => new(0.5, new("sammenlignes med LIKE", "is compared by LIKE")),
        Operation.StartsWith => new(0.7, new("sammenlignes med begynnelsen av en tekst", "is compared with the beginning of a text")),
        Operation.Regex => new(0.3, new("er et regulært uttrykk", "is a regular expression")),
        Operation.Glob => new(0.4, new("er et mønster med jokertegn", "is a pattern with wildcards")),
        Operation.Lower or Operation.Upper => new(0.3, new("er enden av et intervall", "is the end of an interval")),
        _ => null,
    };

    private void AddSurroundings(Source source, List<Literal> group, Surroundings surroundings, FileWords file, List<Evidence> evidence)
    {
        if (surroundings.DeclaredIcd10 is { } declared)
        {
            evidence.Add(declared
                ? new(6, new("kodeverket er oppgitt som ICD-10", "the code system is said to be ICD-10"))
                : new(-7, new("et annet kodeverk er oppgitt", "another code system is given")));
        }

        if (surroundings.For is { } for_) evidence.Add(new(for_.Weight, new($"nær «{for_.Word}»", $"near \"{for_.Word}\"")));
        if (surroundings.Against is { } against) evidence.Add(new(surroundings.For is { Weight: > 2.5 } ? against.Weight * 0.6 : against.Weight, new($"nær «{against.Word}»", $"near \"{against.Word}\"")));
        if (surroundings.Labels > 0) evidence.Add(new(-Math.Min(2.0, 0.7 * surroundings.Labels), new("ved siden av korte merkelapper som A4 eller B5", "beside short labels such as A4 or B5")));
        if (SaysTitle(source, group)) evidence.Add(new(2.4, new("ord fra kodens tekst står ved siden av", "words of the code's title stand beside it")));
        if (file.Weight != 0) evidence.Add(new(file.Weight, file.Text));
        if (group.TrueForAll(literal => literal.IsEmbedded)) evidence.Add(new((group[0].IsComment ? -0.5 : -0.7) - (HasWords(source, group[0]) ? 0 : 1.5), new("står inne i en tekst", "stands inside a text")));
        else if (source.Syntax is { IsBare: true, IsTable: false }) evidence.Add(new(-0.4, new("står uten anførselstegn", "stands without quotation marks")));
    }

    /// <summary>Whether the text round a code has a word, as prose has and the data of a drawing lacks.</summary>
    private static bool HasWords(Source source, Literal literal)
    {
        var start = Math.Max(0, literal.Start - 40);
        var letters = 0;
        foreach (var c in source.Text.AsSpan(start, Math.Min(source.Text.Length, literal.End + 40) - start))
        {
            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters == 4) return true;
        }

        return false;
    }

    private bool SaysTitle(Source source, List<Literal> group)
    {
        var (said, asked) = (0, 0);
        foreach (var literal in group.Where(literal => literal.From.Length >= 3).Take(12))
        {
            var line = source.Line(source.LineAt(literal.Start));
            if (line.Length > 600) continue;
            asked++;
            if (book.SaysTitle(literal.From, line.ToString())) said++;
        }

        return said > 0 && said * 3 >= asked;
    }

    /// <summary>Many single codes in a file of data are one finding: the file is a list, or has records with codes.</summary>
    private static List<Sighting> Gathered(List<Sighting> sightings)
    {
        var single = sightings.Where(sighting => sighting.Kind is FindingKind.Code or FindingKind.CodeList && sighting.Place is FindingPlace.Data or FindingPlace.Text && sighting.Confidence >= 0.35).ToList();
        if (single.Count <= MostSingleInData) return sightings;
        var certain = single.OrderByDescending(sighting => sighting.Confidence).ElementAt(single.Count / 4);
        var all = certain with
        {
            Kind = FindingKind.CodeList,
            Occurrences = [.. single.SelectMany(sighting => sighting.Occurrences).Take(MostOccurrences)],
            Codes = CodeSet.Union(single.Select(sighting => sighting.Codes)),
            Written = [.. single.SelectMany(sighting => sighting.Written).Distinct(StringComparer.Ordinal).Take(MostWritten)],
            Count = single.Sum(sighting => sighting.Count ?? sighting.Occurrences.Count),
            Evidence = [.. certain.Evidence, new(0.8, new($"{single.Count} steder med koder i filen", $"{single.Count} places with codes in the file"))],
        };
        return [all, .. sightings.Except(single)];
    }
}
