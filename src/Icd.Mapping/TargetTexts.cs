using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Mapping;

/// <summary>What targets are called, and what they leave unsaid.</summary>
/// <param name="edition">The Norwegian edition whose codes are answered.</param>
/// <param name="release">The MMS release whose codes the targets are.</param>
/// <param name="titles">Where titles come from that the MMS release lacks; may be <see langword="null"/>.</param>
internal sealed class TargetTexts(Release edition, Release release, ReleaseCatalog? titles)
{
    /// <summary>What a coarser target loses, where no rule names it: what the code's text says beyond the target's title.</summary>
    public MapText LostBetween(string code, in ClusterExpression target)
    {
        var title = edition.TryFind(Icd10Code.Parse(code), out var entity) ? entity.Title : Icd10Code.Parse(code).ToString("D", null);
        var to = TitleOf(in target, (title, _) => title.Quoted);
        if (to.Bokmal == $"«{title}»") return new($"det {Icd10Code.Parse(code):D} sier utover {target}", $"what {Icd10Code.Parse(code):D} says beyond {target}");
        return new($"det «{title}» sier utover {to.Bokmal}", $"what «{title}» says beyond {to.English}");
    }

    public MapText TitleOf(in ClusterExpression expression, Func<DisplayTitle, string, string> form)
    {
        var (nb, en) = (new List<string>(), new List<string>());
        for (var i = 0; i < expression.Count; i++)
        {
            var isKnown = release.TryFind(expression[i].Code, out var entity);
            nb.Add(isKnown ? form(DisplayTitle.Of(entity, "nb", titles), "nb") : expression[i].ToString());
            en.Add(isKnown ? form(DisplayTitle.Of(entity, "en", titles), "en") : expression[i].ToString());
        }

        return new(string.Join(", ", nb), string.Join(", ", en));
    }
}
