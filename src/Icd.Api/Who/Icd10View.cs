using System.Runtime.CompilerServices;
using Icd.Core.Releases;

namespace Icd.Api.Who;

/// <summary>The Norwegian ICD-10 as ICD-API describes ICD-10. It is a national edition and says so; WHO's own releases are not here.</summary>
internal sealed class Icd10View(Release release, ReaderLanguages languages, ReleaseCatalog catalog)
{
    private const string Edition = "Norwegian edition (Helsedirektoratet, urn:oid:2.16.578.1.12.4.1.1.7110), not a release of WHO's";

    /// <summary>Chapters and blocks by their numerals and ranges, which the release does not look up by.</summary>
    private static readonly ConditionalWeakTable<Release, Dictionary<string, Entity>> Blocks = [];

    private string Root => $"{WhoAddress.Icd10Root}/{release.Key.ReleaseId}";

    /// <summary>Which editions there are: the one.</summary>
    public MultiVersion Versions() => new(WhoAddress.Context("MultiVersion"), WhoAddress.Icd10Root, new("nb", Title), Root, [Root]);

    /// <summary>Which editions have a code.</summary>
    public MultiVersion? Versions(string code) => Find(code) is { } entity
        ? new(WhoAddress.Context("MultiVersion"), $"{WhoAddress.Icd10Root}/{NameOf(entity)}", TitleOf(entity), Address(entity), [Address(entity)])
        : null;

    /// <summary>The root, with the chapters.</summary>
    public TopLevel TopLevel() => new()
    {
        Context = WhoAddress.Context("Icd10TopLevel"),
        Id = Root,
        Title = new("nb", Title),
        ReleaseId = release.Key.ReleaseId.ToString(),
        Child = [.. release.Roots.Select(Address)],
        AvailableLanguages = release.Languages,
        Edition = Edition,
    };

    /// <summary>A category, a block by its range, or a chapter by its numeral.</summary>
    public EntityAnswer? Describe(string code)
    {
        if (Find(code) is not { } entity) return null;
        return EntityView.WithTexts(
            new()
            {
                Context = WhoAddress.Context("Icd10Entity"),
                Id = Address(entity),
                Title = TitleOf(entity),
                Parent = [entity.Parent is { } parent ? Address(parent) : Root],
                Child = EntityView.NoneIfEmpty(entity.Children.Select(Address)),
                Code = NameOf(entity),
                ClassKind = EntityView.NameOf(entity.Kind),
                IsAuthored = entity.IsAuthored ? true : null,
            },
            EntityView.TermsByKind(catalog, entity), languages, release, criteria: false);
    }

    private string Title => $"ICD-10, norsk utgave {release.Key.ReleaseId}";

    private LanguageText TitleOf(Entity entity) => languages.TitleOf(catalog, entity) is var title ? new(title.Language, title.Text) : default!;

    private string Address(Entity entity) => $"{Root}/{NameOf(entity)}";

    private static string NameOf(Entity entity) => entity.Code.Length > 0 ? entity.Code : entity.BlockId ?? "";

    private Entity? Find(string code)
    {
        if (release.TryFind(code.Trim(), out var entity)) return entity;
        var blocks = Blocks.GetValue(release, release => release.Entities.Where(entity => entity.Code.Length == 0 && entity.BlockId is not null)
            .DistinctBy(entity => entity.BlockId).ToDictionary(entity => entity.BlockId!, StringComparer.OrdinalIgnoreCase));
        return blocks.TryGetValue(code.Trim(), out var block) ? block : null;
    }
}
