using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>Finds, by the English titles of a release, stems that say what their parent with one extension code says.</summary>
/// <remarks>
/// Two forms are certain. The child's title is the parent's and the value's words together: <c>CA41</c> "Acute bronchiolitis" with
/// <c>XN275</c> is <c>CA41.0</c>. Or the child names a part of the site that the parent names, and says nothing else:
/// <c>NC32</c> "Fracture of forearm" with <c>XA8U33</c> "Shaft of ulna" is <c>NC32.2</c>. A value must be one that the parent's axes
/// take, or one of a block where words mean one thing only: severity, time, aetiology, topology. A scale that leaves a value out
/// because the child exists proves nothing against it; but anatomy has heads and necks of many things, so there the axis must agree.
/// </remarks>
internal sealed class RuleDerivation
{
    private const string Language = "en";

    /// <summary>Severity, temporality, aetiology and topology: blocks of chapter X.</summary>
    private static readonly uint[] Unmistakable = [815889539, 614922797, 71556738, 1413523709];

    /// <summary>Below aetiology; its own children are kingdoms such as "Virus", which name no agent.</summary>
    private const uint InfectiousAgents = 437215757;

    private readonly Release _release;
    private readonly StemAxes _axes;
    private readonly Dictionary<string, List<Entity>> _valuesByWords = new(StringComparer.Ordinal);

    public RuleDerivation(Release release, StemAxes axes)
    {
        (_release, _axes) = (release, axes);
        foreach (var entity in release.Entities)
        {
            if (!entity.IsExtension || !entity.IsSelectable || entity.TitleIn(Language) is not { } title) continue;
            var words = TitleWords.Of(title);
            AddValue(words, entity);
            // Agents are named in full ("Human respiratory syncytial virus"), diseases by the short name.
            if (words.Contains("human")) AddValue([.. words.Where(word => word != "human")], entity);
        }
    }

    private void AddValue(string[] words, Entity value)
    {
        var key = TitleWords.Key(words);
        if (!_valuesByWords.TryGetValue(key, out var values)) _valuesByWords[key] = values = [];
        values.Add(value);
    }

    public IEnumerable<SanctioningRule> Rules()
    {
        foreach (var child in _release.Entities)
        {
            if (child.IsExtension || child.Residual != Residual.None || child.Kind != EntityKind.Category) continue;
            if (child.Parent is not { Kind: EntityKind.Category } parent || child.TitleIn(Language) is not { } title || parent.TitleIn(Language) is not { } above) continue;
            var (words, parentWords) = (TitleWords.Of(title), TitleWords.Of(above));
            if (Addition(parent, child, words, parentWords) is { } addition) yield return addition;
            else if (Part(parent, child, words, parentWords) is { } part) yield return part;
        }
    }

    private SanctioningRule? Addition(Entity parent, Entity child, string[] words, string[] parentWords)
    {
        if (TitleWords.Without(words, parentWords) is not { Count: > 0 } rest || !_valuesByWords.TryGetValue(TitleWords.Key(rest), out var values)) return null;
        var fitting = Fitting(parent, values);
        if (fitting.Count == 1) return new(parent, fitting[0], child, RuleConfidence.Certain, "derived: the title is its parent's with this value's words");
        if (values.Count == 1 && IsUnmistakable(values[0]))
            return new(parent, values[0], child, RuleConfidence.Certain, "derived: the title is its parent's with this value's words");
        return values.Count == 1
            ? new(parent, values[0], child, RuleConfidence.Suggested, "derived: the title is its parent's with this value's words, but no axis of the parent takes the value")
            : null;
    }

    /// <summary>The words that child and parent share stay; the parent's others name a site, the child's others a value inside it.</summary>
    private SanctioningRule? Part(Entity parent, Entity child, string[] words, string[] parentWords)
    {
        var shared = words.Intersect(parentWords).Order(StringComparer.Ordinal).ToArray();
        if (shared.Length == 0 || shared.Length == parentWords.Length) return null;
        if (TitleWords.Without(words, shared) is not { Count: > 0 } own || TitleWords.Without(parentWords, shared) is not { Count: > 0 } site) return null;
        if (!_valuesByWords.TryGetValue(TitleWords.Key(own), out var values) || !_valuesByWords.ContainsKey(TitleWords.Key(site))) return null;
        var anatomy = AxisOf(parent, "specificAnatomy");
        var fitting = values.Where(value => anatomy is not null && anatomy.Admits(value)).ToList();
        return fitting.Count == 1
            ? new(parent, fitting[0], child, RuleConfidence.Certain, "derived: the title names this part of the site that its parent names")
            : null;
    }

    /// <summary>Of the values with the same words the ones that the stem's axes take.</summary>
    private List<Entity> Fitting(Entity stem, List<Entity> values)
    {
        var axes = _axes.Of(stem).Concat(Unspecified(stem)).Where(axis => !axis.TakesStems).ToList();
        return [.. values.Where(value => axes.Exists(axis => axis.Admits(value) || AdmitsSibling(axis, value)))];
    }

    private bool IsUnmistakable(Entity value) =>
        Array.Exists(Unmistakable, id => _release.TryFind(id, Residual.None, out var block) && block.Contains(value)) && value.Parent?.Id != InfectiousAgents;

    /// <summary>Scales leave a value out where a child precoordinates it (CA41.Z and XN275); its siblings show that the axis is the one.</summary>
    private static bool AdmitsSibling(Axis axis, Entity value) =>
        value.Parent is { } parent && parent.Children.Any(sibling => sibling != value && axis.Admits(sibling));

    private IEnumerable<Axis> Unspecified(Entity stem) => stem.ResidualChild(Residual.Unspecified) is { } residual ? _axes.Of(residual) : [];

    private Axis? AxisOf(Entity stem, string name) => _axes.Of(stem).Concat(Unspecified(stem)).FirstOrDefault(axis => axis.Name == name);
}
