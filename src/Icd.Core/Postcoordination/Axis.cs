using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>An axis of one stem: the values it takes, whether one is required, how many there may be, and who says so.</summary>
public sealed class Axis
{
    private readonly EntityRanges _values;

    internal Axis(string name, bool isRequired, AllowMultipleValues multiple, IReadOnlyList<Entity> roots, EntityRanges values, AxisAuthority authority, string provenance)
    {
        (Name, IsRequired, AllowMultipleValues) = (name, isRequired, multiple);
        (Roots, _values, Authority, Provenance) = (roots, values, authority, provenance);
        TakesStems = AxisNames.TakesStems(name);
    }

    /// <summary>The name in WHO's schema: <c>laterality</c>.</summary>
    public string Name { get; }

    /// <summary>The name as a URI.</summary>
    public string Uri => PostcoordinationScale.AxisUriPrefix + Name;

    /// <summary>Whether the stem is incomplete without a value on this axis.</summary>
    public bool IsRequired { get; }

    /// <summary>How many values the axis takes.</summary>
    public AllowMultipleValues AllowMultipleValues { get; }

    /// <summary>The entities at the top of the axis' values.</summary>
    public IReadOnlyList<Entity> Roots { get; }

    /// <summary>Who says that the stem has this axis.</summary>
    public AxisAuthority Authority { get; }

    /// <summary>The source in detail: the API's address, or the table and line of the authored rule.</summary>
    public string Provenance { get; }

    /// <summary>Whether the values are stem codes, joined by <c>/</c>, rather than extension codes.</summary>
    public bool TakesStems { get; }

    /// <summary>Whether an entity is among the values.</summary>
    public bool Admits(Entity value) => _values.Contains(value.Index);

    /// <summary>Whether an entity or anything below it is among the values.</summary>
    internal bool AdmitsWithin(Entity entity) => _values.Overlaps(entity.Index, entity.End);

    /// <summary>The values that may be coded, in the release's order.</summary>
    public IEnumerable<Entity> Values
    {
        get
        {
            if (Roots.Count == 0) yield break;
            var release = Roots[0].Release;
            foreach (var index in _values.Indexes)
            {
                if (release[index].IsSelectable) yield return release[index];
            }
        }
    }

    /// <summary>
    /// The values as whole subtrees, for readers that know no other form (WHO's <c>scaleEntity</c>): <see cref="Roots"/>, but where a rule
    /// excludes something below a root, what is left of it. A heading that thus falls away is no value any more.
    /// </summary>
    public IReadOnlyList<Entity> Subtrees
    {
        get
        {
            var subtrees = new List<Entity>(Roots.Count);
            foreach (var root in Roots) AddSubtrees(root, subtrees);
            return subtrees;
        }
    }

    private void AddSubtrees(Entity entity, List<Entity> subtrees)
    {
        var isValueAlone = Admits(entity) && !entity.Children.Any(AdmitsWithin);
        if (isValueAlone || _values.Covers(entity.Index, entity.End)) subtrees.Add(entity);
        else if (AdmitsWithin(entity))
        {
            foreach (var child in entity.Children) AddSubtrees(child, subtrees);
        }
    }

    /// <summary>
    /// What lies below <see cref="Roots"/> and is no value all the same: whole subtrees, or an entity alone. WHO's scales have none; rules of our profile may.
    /// </summary>
    public IEnumerable<(Entity Entity, bool IsAlone)> Exclusions
    {
        get
        {
            foreach (var root in Roots)
            {
                for (var index = root.Index; index < root.End; index++)
                {
                    if (_values.Contains(index)) continue;
                    var entity = root.Release[index];
                    var isAlone = _values.Overlaps(index, entity.End);
                    yield return (entity, isAlone);
                    if (!isAlone) index = entity.End - 1;
                }
            }
        }
    }

    /// <summary>Which block of the value set a value is in: what stands directly below a root, or the root itself (as CSIRO's suite reads it).</summary>
    internal Entity BlockOf(Entity value)
    {
        for (var entity = value; ; entity = entity.Parent!.Value)
        {
            foreach (var root in Roots)
            {
                if (root == entity || entity.Parent == root) return entity;
            }

            if (entity.Parent is null) return value;
        }
    }
}
