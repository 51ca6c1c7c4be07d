namespace Icd.Core.Releases;

/// <summary>A release while it is being put together from its sources; <see cref="Compile"/> makes it a file.</summary>
public sealed class ReleaseDraft
{
    private readonly List<DraftEntity> _roots = [];
    private readonly List<DraftEntity> _all = [];

    /// <summary>Starts an empty release.</summary>
    public ReleaseDraft(ReleaseKey key, string title)
    {
        Key = key;
        Title = title;
    }

    /// <summary>What tells this release from others.</summary>
    public ReleaseKey Key { get; }

    /// <summary>The publisher's name of the release.</summary>
    public string Title { get; }

    /// <summary>What it is read from, in the order read.</summary>
    public List<ReleaseSource> Sources { get; } = [];

    /// <summary>The languages of titles, the first one the default.</summary>
    public List<string> Languages { get; } = [];

    /// <summary>The roots, in order.</summary>
    public IReadOnlyList<DraftEntity> Roots => _roots;

    /// <summary>All entities, in the order added.</summary>
    public IReadOnlyList<DraftEntity> Entities => _all;

    /// <summary>What the titles say about combinations, worked out by <see cref="Sanctioning.SanctioningRules.AddDerived"/>.</summary>
    public List<DraftSanction> Sanctions { get; } = [];

    /// <summary>Which version of the derivation and its tables worked out <see cref="Sanctions"/>; 0 for none.</summary>
    internal uint SanctionStamp { get; set; }

    /// <summary>Adds an entity below another, or as a root.</summary>
    public DraftEntity Add(DraftEntity? parent)
    {
        var entity = new DraftEntity();
        if (parent is null) _roots.Add(entity);
        else parent.Add(entity);
        _all.Add(entity);
        return entity;
    }

    /// <summary>Compiles the release: the same draft always gives the same bytes.</summary>
    /// <exception cref="InvalidDataException">Two entities have the same code or URI, a code is malformed, a scale points nowhere, or the tree is deeper than 255.</exception>
    public byte[] Compile() => new ReleaseCompiler(this).Compile();

    /// <summary>A draft with everything that a compiled release has, to add a language or scales to.</summary>
    public static ReleaseDraft From(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var draft = new ReleaseDraft(release.Key, release.Title);
        draft.Sources.AddRange(release.Sources);
        draft.Languages.AddRange(release.Languages);
        var drafts = new DraftEntity[release.Count];
        foreach (var entity in release.Entities)
        {
            var copy = drafts[entity.Index] = draft.Add(entity.Parent is { } parent ? drafts[parent.Index] : null);
            (copy.Code, copy.Id, copy.Residual, copy.Kind, copy.BlockId) =
                (entity.Code, entity.Id, entity.Residual, entity.Kind, entity.BlockId ?? "");
            copy.Traits = (entity.IsSelectable ? EntityTraits.Selectable : 0)
                | (entity.IsAuthored ? EntityTraits.Authored : 0)
                | (entity.IsPrimaryTabulation ? EntityTraits.PrimaryTabulation : 0);
            foreach (var language in release.Languages)
            {
                if (entity.TitleIn(language) is { } title) copy.Titles[language] = title;
            }

            copy.Terms.AddRange(entity.Terms);
            copy.Scales.AddRange(entity.Scales.Select(scale =>
                new DraftScale(scale.Axis, scale.IsRequired, scale.AllowMultipleValues, [.. scale.Roots.Select(root => root.Uri)], scale.Source)));
        }

        return draft;
    }
}
