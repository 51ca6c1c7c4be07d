using Icd.Core.Releases;

namespace Icd.Transition.Comparison;

/// <summary>The chapters, blocks and categories that events are counted in, in both systems.</summary>
internal static class Units
{
    /// <summary>
    /// The ICD-11 chapters that took over the subject of each ICD-10 chapter, the main one first. Ours, from the structure of the two classifications: ICD-11 has
    /// chapters of its own for the immune system (04), sleep (07) and sexual health (17).
    /// </summary>
    private static readonly Dictionary<string, string[]> Successors = new(StringComparer.Ordinal)
    {
        ["I"] = ["01"],
        ["II"] = ["02"],
        ["III"] = ["03", "04"],
        ["IV"] = ["05"],
        ["V"] = ["06", "07"],
        ["VI"] = ["08", "07"],
        ["VII"] = ["09"],
        ["VIII"] = ["10"],
        ["IX"] = ["11"],
        ["X"] = ["12"],
        ["XI"] = ["13"],
        ["XII"] = ["14"],
        ["XIII"] = ["15"],
        ["XIV"] = ["16", "17"],
        ["XV"] = ["18"],
        ["XVI"] = ["19"],
        ["XVII"] = ["20"],
        ["XVIII"] = ["21"],
        ["XIX"] = ["22"],
        ["XX"] = ["23"],
        ["XXI"] = ["24"],
        ["XXII"] = ["25"],
    };

    /// <summary>From chapters to categories.</summary>
    public static IReadOnlyList<UnitLevel> Levels { get; } = Enum.GetValues<UnitLevel>();

    public static IReadOnlyList<string> SuccessorsOf(string chapter) => Successors.GetValueOrDefault(chapter, []);

    /// <summary>The ICD-10 chapters whose subject an ICD-11 chapter took over, in whole or part.</summary>
    public static IEnumerable<string> ChaptersOf(string chapter11) => Successors.Where(pair => pair.Value.Contains(chapter11)).Select(pair => pair.Key);

    /// <summary>Chapter, block and category of an entity of either system, from the outside in; a missing level repeats the one above.</summary>
    public static Unit[] Of(Entity entity, Func<Entity, string> titleOf)
    {
        var (chapter, isIcd10) = (entity.Chapter, entity.Release.Classification == Classification.Icd10);
        var path = entity.Ancestors.Prepend(entity).Reverse().ToList();
        var block = path.Find(step => step.Kind == EntityKind.Block);
        var category = path.Find(step => step.Kind == EntityKind.Category);
        var first = new Unit(chapter.Code, titleOf(chapter), chapter.Index);
        var second = block.IsNone ? first with { Id = "ch:" + chapter.Code } : new(block.BlockId ?? "", titleOf(block), block.Index);
        var third = category.IsNone ? second : new(isIcd10 ? category.Code : category.Code.Length > 0 ? category.Code : category.BlockId ?? "", titleOf(category), category.Index);
        return [first, second, third];
    }
}
