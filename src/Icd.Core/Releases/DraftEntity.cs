using Icd.Core.Codes;

namespace Icd.Core.Releases;

/// <summary>An entity while its release is being put together.</summary>
public sealed class DraftEntity
{
    private readonly List<DraftEntity> _children = [];

    internal DraftEntity()
    {
    }

    /// <summary>The code in any form that a person may write; empty where there is none.</summary>
    public string Code { get; set; } = "";

    /// <summary>WHO's number, for a residual its parent's; 0 where the classification has none.</summary>
    public uint Id { get; set; }

    /// <summary>Whether it is a residual.</summary>
    public Residual Residual { get; set; }

    /// <summary>Chapter, block or category.</summary>
    public EntityKind Kind { get; set; } = EntityKind.Category;

    /// <summary>WHO's block identifier or an ICD-10 range.</summary>
    public string BlockId { get; set; } = "";

    /// <summary>Yes-or-no facts.</summary>
    public EntityTraits Traits { get; set; }

    /// <summary>The entity above.</summary>
    public DraftEntity? Parent { get; private set; }

    /// <summary>The entities below, in order.</summary>
    public IReadOnlyList<DraftEntity> Children => _children;

    /// <summary>Titles by language.</summary>
    public SortedDictionary<string, string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>Other texts, in order.</summary>
    public List<Term> Terms { get; } = [];

    /// <summary>Axes, in WHO's order.</summary>
    public List<DraftScale> Scales { get; } = [];

    /// <summary>What errors call it.</summary>
    public string Name => Code.Length > 0 ? Code : BlockId.Length > 0 ? BlockId : $"entity {Id}";

    internal DraftEntity Add(DraftEntity child)
    {
        child.Parent = this;
        _children.Add(child);
        return child;
    }
}
