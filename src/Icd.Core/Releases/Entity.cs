using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>An entity of a release: anything that has a place in the tree, from a chapter to an extension code.</summary>
/// <remarks>A handle of two words: copy it freely. <c>default</c> is no entity, and its members throw.</remarks>
public readonly struct Entity : IEquatable<Entity>
{
    /// <summary>The packed code of the chapter of extension codes.</summary>
    private const ulong ChapterX = (ulong)'X' << 56;

    private readonly Release? _release;

    internal Entity(Release release, int index) => (_release, Index) = (release, index);

    /// <summary>The release that the entity belongs to.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public Release Release => _release ?? throw new InvalidOperationException("default(Entity) is no entity.");

    /// <summary>The position in depth-first order, from 0. It holds for this release only.</summary>
    public int Index { get; }

    private ReleaseFormat.EntityRecord Record => Release.Record(Index);

    /// <summary>Whether this is <c>default</c>, no entity.</summary>
    public bool IsNone => _release is null;

    /// <summary>The code as people write it, such as <c>BA41.0</c>, <c>E11.9</c> or a chapter's <c>09</c>; empty where there is none.</summary>
    public string Code => ReleaseCodes.Display(Release.Classification, Record.Code);

    /// <summary>The ICD-11 code; <c>default</c> where there is none or the release is another classification's.</summary>
    public Icd11Code Icd11Code => Release.Classification == Classification.Mms ? new(Record.Code) : default;

    /// <summary>The ICD-10 code without mark; <c>default</c> for chapters, blocks and other classifications.</summary>
    public Icd10Code Icd10Code => Release.Classification == Classification.Icd10 && Kind == EntityKind.Category ? new(Record.Code) : default;

    /// <summary>Chapter, block, category.</summary>
    public EntityKind Kind => Record.Kind;

    /// <summary>Whether the entity is "other specified" or "unspecified" of its parent.</summary>
    public Residual Residual => Record.Residual;

    /// <summary>WHO's number of the entity, for a residual its parent's; 0 where the classification has none.</summary>
    public uint Id => Record.Id;

    /// <summary>The unversioned URI in the linearization; <c>default</c> where the classification has none.</summary>
    public EntityUri Uri => Id == 0 || Release.Classification.Linearization() is not { } linearization
        ? default
        : EntityUri.Create(linearization, Id, Residual);

    /// <summary>The URI in the Foundation; <c>default</c> for residuals, which the Foundation lacks.</summary>
    public EntityUri FoundationUri => Id == 0 || Residual != Residual.None ? default : EntityUri.Create(Linearization.Foundation, Id);

    /// <summary>WHO's identifier of a block, such as <c>BlockL1-1A0</c>, or an ICD-10 block's range; otherwise <see langword="null"/>.</summary>
    public string? BlockId => Release.Text(Record.BlockId);

    /// <summary>Whether the entity has a code that may be used.</summary>
    public bool IsSelectable => (Record.Traits & EntityTraits.Selectable) != 0;

    /// <summary>Whether the entity or its title is ours, not the publisher's.</summary>
    public bool IsAuthored => (Record.Traits & EntityTraits.Authored) != 0;

    /// <summary>WHO's column "Primary tabulation".</summary>
    public bool IsPrimaryTabulation => (Record.Traits & EntityTraits.PrimaryTabulation) != 0;

    /// <summary>How many entities are above this one: 0 for a root.</summary>
    public int Depth => Record.Depth;

    /// <summary>The entity above, or <see langword="null"/> for a root.</summary>
    public Entity? Parent => Record.Parent is >= 0 and var parent ? new(Release, parent) : null;

    /// <summary>The root above, or the entity itself where it is one.</summary>
    public Entity Chapter => new(Release, Record.Chapter);

    /// <summary>Whether the entity lies in ICD-11's chapter X and so may only extend a stem.</summary>
    public bool IsExtension => Release.Classification == Classification.Mms && Release.Record(Record.Chapter).Code == ChapterX;

    /// <summary>The index after the last descendant: the subtree is the range from <see cref="Index"/> to here.</summary>
    internal int End => Record.End;

    /// <summary>How many entities are below this one, at any depth.</summary>
    public int DescendantCount => Record.End - Index - 1;

    /// <summary>Whether nothing is below this entity.</summary>
    public bool IsLeaf => Record.End == Index + 1;

    /// <summary>Whether <paramref name="other"/> is this entity or below it; constant time.</summary>
    public bool Contains(Entity other) => other._release == _release && other.Index >= Index && other.Index < Record.End;

    /// <summary>The entities directly below, in the publisher's order.</summary>
    public IEnumerable<Entity> Children
    {
        get
        {
            var end = End;
            for (var child = Index + 1; child < end; child = Release.Record(child).End) yield return new(Release, child);
        }
    }

    /// <summary>The entities below at any depth, depth first.</summary>
    public IEnumerable<Entity> Descendants
    {
        get
        {
            var end = End;
            for (var i = Index + 1; i < end; i++) yield return new(Release, i);
        }
    }

    /// <summary>The entities above, nearest first.</summary>
    public IEnumerable<Entity> Ancestors
    {
        get
        {
            for (var above = Parent; above is { } entity; above = entity.Parent) yield return entity;
        }
    }

    /// <summary>The blocks above, outermost first: WHO's columns Grouping1 to Grouping5.</summary>
    public IEnumerable<Entity> Groupings => Ancestors.Where(above => above.Kind == EntityKind.Block).Reverse();

    /// <summary>The residual child of a kind, or <see langword="null"/> where there is none.</summary>
    public Entity? ResidualChild(Residual residual) =>
        residual != Residual.None && Residual == Residual.None && Id != 0 && Release.TryFind(Id, residual, out var child) ? child : null;

    /// <summary>The title in the release's first language.</summary>
    public string Title => Release.TitleOf(Index, 0) ?? "";

    /// <summary>The title in a language; <see langword="null"/> where it is not loaded or this entity has none in it.</summary>
    /// <param name="language">BCP 47, such as <c>en</c>.</param>
    public string? TitleIn(string language) => Release.LanguageIndex(language) is >= 0 and var i ? Release.TitleOf(Index, i) : null;

    /// <summary>All texts about the entity but its titles.</summary>
    public IReadOnlyList<Term> Terms => Release.TermsOf(Index);

    /// <summary>The entity's axes, in WHO's order; empty where the release has no scales for it.</summary>
    public IReadOnlyList<PostcoordinationScale> Scales => Release.ScalesOf(Index);

    /// <inheritdoc/>
    public bool Equals(Entity other) => _release == other._release && Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Entity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <summary>Code and title, for debugging.</summary>
    public override string ToString() => IsNone ? "" : $"{(Code.Length > 0 ? Code : BlockId)} {Title}";

    /// <summary>Whether both are the same entity of the same release.</summary>
    public static bool operator ==(Entity left, Entity right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Entity left, Entity right) => !left.Equals(right);
}
