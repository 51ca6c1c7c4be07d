using Icd.Core.Releases;
using Icd.Mapping;
using Icd.Transition.Scan.Codes;

namespace Icd.Transition.Scan.Meaning;

/// <summary>The parts of ICD-11's tree that a set of ICD-10 codes becomes.</summary>
/// <remarks>
/// <para>A stem is <em>meant</em> where it is the answer of a code of the set (of several stems the first), or the way back leads from it to one; it is <em>foreign</em> where the way back leads to a code
/// outside the set, or only codes outside it have it as their answer. Others, mostly detail that ICD-10 lacks, are neither, and cost nothing.</para>
/// <para>The cover is the one of least cost: one for each part, and one for each foreign stem in it. Where two cost the same, the one with fewer foreign stems is taken.</para>
/// </remarks>
internal sealed class Icd11Cover
{
    private const int MostExamples = 12;

    private readonly CodeBook _book;
    private readonly Crosswalk _crosswalk;
    private readonly Release _release;
    private readonly Func<Entity, string, DisplayTitle> _titleOf;
    private readonly int[] _parents;
    private readonly bool[] _stems;
    private readonly Lazy<(int Start, int End)[]> _back;

    public Icd11Cover(CodeBook book, Crosswalk crosswalk, Func<Entity, string, DisplayTitle> titleOf)
    {
        (_book, _crosswalk, _release, _titleOf) = (book, crosswalk, crosswalk.Release, titleOf);
        _parents = new int[_release.Count];
        _stems = new bool[_release.Count];
        for (var i = 0; i < _release.Count; i++)
        {
            var entity = _release[i];
            _parents[i] = entity.Parent?.Index ?? -1;
            _stems[i] = entity.IsSelectable && !entity.IsExtension;
        }

        _back = new(Backwards);
    }

    /// <summary>The subtrees for a set, in the order of the tree.</summary>
    public IReadOnlyList<Subtree> Of(CodeSet codes)
    {
        var count = _release.Count;
        var meant = new bool[count];
        foreach (var index in codes.Indexes)
        {
            if (StemOf(index) is { } stem) meant[stem] = true;
        }

        var (foreign, targets, cost) = (new int[count], new int[count], new int[count]);
        var whole = new bool[count];
        var back = _back.Value;
        for (var i = count - 1; i >= 0; i--)
        {
            if (_stems[i] && back[i].Start < back[i].End)
            {
                if (Meets(codes, back[i])) meant[i] = true;
                else if (!meant[i]) foreign[i]++;
            }

            if (meant[i]) targets[i]++;

            if (targets[i] > 0)
            {
                // So far the cost of the children's covers; the entity itself may be a target beside them.
                var apart = cost[i] + (meant[i] ? 1 : 0);
                var together = 1 + foreign[i];
                whole[i] = together < apart || (together == apart && foreign[i] == 0 && meant[i]);
                cost[i] = Math.Min(together, apart);
            }

            if (_parents[i] is not (>= 0 and var parent)) continue;
            (foreign[parent], targets[parent], cost[parent]) = (foreign[parent] + foreign[i], targets[parent] + targets[i], cost[parent] + cost[i]);
        }

        var cover = new List<Subtree>();
        for (var i = 0; i < count;)
        {
            var entity = _release[i];
            if (targets[i] == 0) i += entity.DescendantCount + 1;
            else if (whole[i])
            {
                cover.Add(Part(entity, targets[i], foreign[i], isAlone: false, codes, meant));
                i += entity.DescendantCount + 1;
            }
            else
            {
                if (meant[i]) cover.Add(Part(entity, 1, 0, isAlone: !entity.IsLeaf, codes, meant));
                i++;
            }
        }

        return cover;
    }

    private Subtree Part(Entity entity, int targets, int extra, bool isAlone, CodeSet codes, bool[] meant)
    {
        var examples = new List<SubtreeExtra>();
        if (extra > 0)
        {
            for (var i = entity.Index; i <= entity.Index + entity.DescendantCount && examples.Count < MostExamples; i++)
            {
                if (_stems[i] && !meant[i] && _back.Value[i] is var back && back.Start < back.End && !Meets(codes, back)) examples.Add(new(_release[i].Code, Display(_book[back.Start])));
            }
        }

        // A part from above the leaves may hold single entities that it is a leaf's.
        var norwegian = NorwegianTitle(entity, codes);
        var english = _titleOf(entity, "en").Text;
        return new(CodeOf(entity), entity.BlockId, new(norwegian ?? english, english), norwegian is not null, isAlone, targets, extra, examples);
    }

    private string CodeOf(Entity entity)
    {
        if (entity.Code.Length > 0) return entity.Code;
        var codes = Enumerable.Range(entity.Index + 1, entity.DescendantCount).Where(index => _stems[index]).Select(index => _release[index].Code).ToList();
        return codes.Count == 0 ? entity.BlockId ?? "" : codes.Count == 1 ? codes[0] : $"{codes.Min(StringComparer.Ordinal)}-{codes.Max(StringComparer.Ordinal)}";
    }

    /// <summary>The Norwegian title, or that of the only ICD-10 code of the set with the same meaning; <see langword="null"/> where there is neither.</summary>
    private string? NorwegianTitle(Entity entity, CodeSet codes)
    {
        if (_titleOf(entity, "nb") is { Language: "nb" } title) return title.Text;
        if (!entity.IsLeaf) return null;
        var same = codes.Indexes.Select(_book.EntityAt).Where(code => _crosswalk.Map(code.Icd10Code) is { HasTarget: true, Relation: MapRelation.Equivalent } answer
            && !answer.Expression.IsPostcoordinated && _release.TryFind(answer.Expression[0], out var stem) && stem.Index == entity.Index).Take(2).ToList();
        return same is [var one] ? one.Title : null;
    }

    public int? StemOf(int code)
    {
        var answer = _crosswalk.Map(_book.EntityAt(code).Icd10Code);
        return answer.HasTarget && _release.TryFind(answer.Expression[0], out var entity) ? entity.Index : null;
    }

    public static string Display(string code) => code.Length > 3 ? code.Insert(3, ".") : code;

    private static bool Meets(CodeSet codes, (int Start, int End) interval)
    {
        foreach (var (start, end) in codes.Intervals)
        {
            if (start < interval.End && interval.Start < end) return true;
        }

        return false;
    }

    /// <summary>For each stem the codes that it corresponds to backwards: WHO's, or without WHO's tables those whose answer it is.</summary>
    private (int Start, int End)[] Backwards()
    {
        var back = new (int Start, int End)[_release.Count];
        if (_crosswalk.Who is { } who)
        {
            for (var i = 0; i < back.Length; i++)
            {
                if (_stems[i] && who.FindBack(_release[i].Id, _release[i].Residual) is { Code: var code } && code != default && _book.Below(code.ToString("N", null)).Intervals is [var interval]) back[i] = interval;
            }
        }

        // Every answer has to be worked out for this, which WHO's table spares.
        for (var code = 0; code < _book.Count && _crosswalk.Who is null; code++)
        {
            if (StemOf(code) is { } stem && back[stem] == default) back[stem] = (code, code + 1);
        }

        return back;
    }
}
