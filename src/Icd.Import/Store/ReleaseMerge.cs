using Icd.Core.Releases;

namespace Icd.Import.Store;

/// <summary>Adds what one source says of a release to what another said: languages, terms, scales.</summary>
/// <remarks>
/// The trees must be the same, entity for entity: two files of one release differ in language only, so any other
/// difference means that they are not of the same version, and neither can be trusted to complete the other.
/// </remarks>
internal static class ReleaseMerge
{
    public static ReleaseDraft Merge(Release existing, ReleaseDraft incoming)
    {
        var merged = ReleaseDraft.From(existing);
        var newcomers = incoming.Entities.ToDictionary(KeyOf);
        var (known, unknown) = (0, merged.Entities.FirstOrDefault(entity => !newcomers.ContainsKey(KeyOf(entity))));
        if (unknown is not null) throw Different(existing, incoming, $"{unknown.Name} is in the data directory only");
        foreach (var entity in merged.Entities)
        {
            var newcomer = newcomers[KeyOf(entity)];
            if (!SamePlace(entity, newcomer)) throw Different(existing, incoming, $"{entity.Name} is {newcomer.Name}, or stands elsewhere");
            known++;
        }

        if (known < newcomers.Count) throw Different(existing, incoming, $"the new file has {newcomers.Count - known} entities more");
        Sources(merged, incoming);
        var newcomerCounts = TabulatedBy(incoming.Sources) is { } newLanguage
            && (TabulatedBy(existing.Sources) is not { } oldLanguage || CompareLanguages(newLanguage, oldLanguage) <= 0);
        // English titles beside another language's (TitleEN) complete the English file's, whichever came first, but never replace them.
        var kept = existing.Sources.Select(source => source.Language).Except(incoming.Sources.Select(source => source.Language)).ToHashSet();
        foreach (var entity in merged.Entities) Complete(entity, newcomers[KeyOf(entity)], incoming, kept, newcomerCounts);
        return merged;
    }

    /// <summary>English first, because every language falls back to it; the others by name, whatever the order of imports.</summary>
    private static void Sources(ReleaseDraft merged, ReleaseDraft incoming)
    {
        var languages = merged.Languages.Union(incoming.Languages).Order(Comparer<string>.Create(CompareLanguages)).ToList();
        merged.Languages.Clear();
        merged.Languages.AddRange(languages);
        // The same material read again replaces what it said before.
        foreach (var source in incoming.Sources.Where(source => !merged.Sources.Contains(source))) merged.Sources.Add(source);
        merged.Sources.Sort((left, right) => string.CompareOrdinal($"{left.Kind} {left.Name} {left.Language}", $"{right.Kind} {right.Name} {right.Language}"));
    }

    private static int CompareLanguages(string left, string right) =>
        left == right ? 0 : left == "en" ? -1 : right == "en" ? 1 : string.CompareOrdinal(left, right);

    /// <summary>The language of the file whose column "Primary tabulation" counts; <see langword="null"/> where no source has that column.</summary>
    /// <remarks>WHO's French 2022-02 contradicts the English in 48 rows; one of them must count, and the same in any order of imports.</remarks>
    private static string? TabulatedBy(IEnumerable<ReleaseSource> sources) =>
        sources.Where(source => source.Kind == SourceKind.WhoTabulation).Select(source => source.Language).Order(Comparer<string>.Create(CompareLanguages)).FirstOrDefault();

    private static void Complete(DraftEntity entity, DraftEntity newcomer, ReleaseDraft incoming, HashSet<string> kept, bool newcomerCounts)
    {
        var tabulation = (newcomerCounts ? newcomer : entity).Traits & EntityTraits.PrimaryTabulation;
        entity.Traits = ((entity.Traits | newcomer.Traits) & ~EntityTraits.PrimaryTabulation) | tabulation;
        if (entity.BlockId.Length == 0) entity.BlockId = newcomer.BlockId;
        foreach (var (language, title) in newcomer.Titles)
        {
            if (!kept.Contains(language) || !entity.Titles.ContainsKey(language)) entity.Titles[language] = title;
        }

        entity.Terms.RemoveAll(term => incoming.Sources.Contains(term.Source));
        entity.Terms.AddRange(newcomer.Terms);
        if (newcomer.Scales.Count == 0) return;
        entity.Scales.Clear();
        entity.Scales.AddRange(newcomer.Scales);
    }

    private static bool SamePlace(DraftEntity entity, DraftEntity newcomer) =>
        entity.Code == newcomer.Code && entity.Kind == newcomer.Kind
        && (entity.Parent is null ? newcomer.Parent is null : newcomer.Parent is not null && KeyOf(entity.Parent).Equals(KeyOf(newcomer.Parent)));

    private static object KeyOf(DraftEntity entity) => entity.Id != 0 ? (entity.Id, entity.Residual) : entity.Code.Length > 0 ? entity.Code : entity.BlockId;

    private static ImportException Different(Release existing, ReleaseDraft incoming, string difference) => new(
        incoming.Sources[0].Name,
        $"it is not of the same version as the {existing.Key} that the data directory has from {string.Join(", ", existing.Sources.Select(source => source.Name))}: {difference}",
        "Say which release it is with --release, or import it with --replace to start the release anew.");
}
