using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>An axis of a stem as a picker shows it.</summary>
public sealed class AllowedAxis
{
    private readonly Entity _stem;
    private readonly ReleaseCatalog? _titles;

    internal AllowedAxis(Axis axis, Entity stem, ReleaseCatalog? titles) => (Axis, _stem, _titles) = (axis, stem, titles);

    /// <summary>The axis: name, authority, provenance, multiplicity.</summary>
    public Axis Axis { get; }

    /// <summary>Whether the stem is incomplete without a value.</summary>
    public bool IsRequired => Axis.IsRequired;

    /// <summary>How many values may be chosen.</summary>
    public AllowMultipleValues AllowMultipleValues => Axis.AllowMultipleValues;

    /// <summary>What to call the axis.</summary>
    public string Label(MessageLanguage language) => AxisNames.Label(Axis.Name, language);

    /// <summary>The values and headings at the top.</summary>
    public IReadOnlyList<AllowedValue> Roots => [.. Axis.Roots.Where(Axis.AdmitsWithin).Select(Value)];

    /// <summary>The values and headings directly below one.</summary>
    /// <param name="value">One that this axis offers.</param>
    public IReadOnlyList<AllowedValue> Children(Entity value) => [.. value.Children.Where(Axis.AdmitsWithin).Select(Value)];

    /// <summary>The values that a text names, best first.</summary>
    /// <param name="text">Words or beginnings of words, in bokmål or English, in any order and without regard to case, accents and æøå; or a code.</param>
    /// <param name="limit">How many at most.</param>
    /// <remarks>Best is a title that is the text, then one that begins with it, then one that has its words; shorter ones first.</remarks>
    public IReadOnlyList<AllowedValue> Find(string text, int limit = 20)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var query = new FoldedQuery(text);
        return query.IsEmpty
            ? []
            : [.. Axis.Values.Where(IsOffered).Select(value => (Value: value, Rank: Rank(query, value))).Where(found => found.Rank < int.MaxValue)
                .OrderBy(found => found.Rank).ThenBy(found => found.Value.Index).Take(limit).Select(found => Value(found.Value))];
    }

    private int Rank(FoldedQuery query, Entity value)
    {
        var rank = string.Equals(value.Code, query.Text, StringComparison.OrdinalIgnoreCase) ? 0 : query.Rank(value.Title);
        foreach (var title in (string?[])[value.TitleIn("nb"), value.TitleIn("en"), _titles?.TitleOf(value, "nb").Text])
        {
            if (title is not null) rank = Math.Min(rank, query.Rank(title));
        }

        foreach (var term in _titles?.TermsOf(value) ?? value.Terms)
        {
            // A synonym is found after a title as good.
            if (term.Kind == TermKind.Synonym && query.Rank(term.Text) is < int.MaxValue and var found) rank = Math.Min(rank, found + 1);
        }

        return rank;
    }

    private AllowedValue Value(Entity entity) => new(
        entity, entity.IsSelectable && Axis.Admits(entity) && IsOffered(entity), entity.Children.Any(Axis.AdmitsWithin),
        DisplayTitle.Of(entity, "nb", _titles), DisplayTitle.Of(entity, "en", _titles));

    /// <summary>A stem is no value of itself.</summary>
    private bool IsOffered(Entity value) => value != _stem;
}
