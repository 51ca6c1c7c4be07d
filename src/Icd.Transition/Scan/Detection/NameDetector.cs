using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>Finds names of fields, columns, keys and variables for diagnosis codes: each name once in a file, with its places.</summary>
internal static class NameDetector
{
    private const int MostOccurrences = 50;

    public static IEnumerable<Sighting> Detect(Source source, FileWords file)
    {
        if (source.Syntax.IsProse) return [];
        var found = new Dictionary<string, (Evidence Evidence, List<Occurrence> Places, int Count, bool IsCalled)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, weight) in source.StrongWords)
        {
            var token = source.Tokens[i];
            var content = source.ContentOf(i);
            if (weight < 0 || token.Kind == TokenKind.Comment || !MayBeName(content)) continue;
            var name = content.ToString();
            if (found.TryGetValue(name, out var known))
            {
                if (known.Places.Count < MostOccurrences) known.Places.Add(new(token.Content, token.ContentEnd));
                found[name] = known with { Count = known.Count + 1 };
                continue;
            }

            if (FieldName.Judge(name) is not { } evidence) continue;
            // A verb: "diagnose(problem)".
            var isCalled = token.Kind == TokenKind.Word && source.IsSymbol(source.After(i), "(") && !source.Syntax.IsSql && !source.Syntax.HasColumnComments;
            found[name] = (evidence, [new(token.Content, token.ContentEnd)], 1, isCalled);
        }

        return found.Select(pair => new Sighting(FindingKind.Name, source.Syntax.IsData ? FindingPlace.Data : FindingPlace.Code, pair.Value.Places,
        [
            pair.Value.Evidence,
            .. pair.Value.IsCalled ? [new Evidence(-1.0, new("er navnet på en funksjon", "is the name of a function"))] : Array.Empty<Evidence>(),
            .. file.Weight < 0 ? [new Evidence(file.Weight, file.Text)] : Array.Empty<Evidence>(),
        ])
        {
            Name = pair.Key,
            Written = [pair.Key],
            Count = pair.Value.Count > MostOccurrences ? pair.Value.Count : null,
        });
    }

    /// <summary>Letters, digits, underscore, point and hyphen, with a letter first.</summary>
    private static bool MayBeName(ReadOnlySpan<char> content)
    {
        if (!char.IsLetter(content[0]) && content[0] is not ('_' or '@' or '$')) return false;
        foreach (var c in content)
        {
            if (!Lexer.IsNameCharacter(c) && c is not ('.' or '-' or '$' or '@' or ':')) return false;
        }

        return true;
    }
}
