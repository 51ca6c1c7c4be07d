using Icd.Mapping;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan.Detection;

/// <summary>What a whole file is about, by its path and its names.</summary>
/// <param name="Weight">In log-odds.</param>
/// <param name="Text">Why.</param>
/// <param name="IsClinical">Whether names of diagnosis codes occur in it.</param>
internal sealed record FileWords(double Weight, MapText Text, bool IsClinical)
{
    /// <summary>Whether any name in it is one of a diagnosis; without one there is no field to find.</summary>
    public bool HasNames { get; private init; }

    private static readonly MapText None = new("", "");

    public static FileWords Of(Source source)
    {
        var path = string.Join(' ', source.Path.Split('/', '\\').TakeLast(2));
        var own = ContextWords.Parts(path).Select(part => ContextWords.Of(part)).DefaultIfEmpty(0).MaxBy(Math.Abs);
        var (clinical, foreign) = (0, 0);
        string? word = null;
        foreach (var (token, weight) in source.StrongWords)
        {
            if (weight > 3)
            {
                clinical++;
                word ??= source.ContentOf(token).ToString();
            }
            else if (weight < -3) foreign++;
        }

        var fromPath = own > 3 ? 0.6 : own > 0.9 ? 0.3 : own < -2 ? -1.2 : 0;
        if (clinical > 0 && clinical >= foreign) return new(0.6 + fromPath, new($"filen nevner «{word}»", $"the file mentions \"{word}\""), true) { HasNames = true };
        if (foreign > 2 * clinical) return new(-0.8 + fromPath, new("filen handler om andre koder", "the file is about other codes"), clinical > 0) { HasNames = clinical > 0 };
        return new(fromPath, fromPath == 0 ? None : new("filnavnet", "the file's name"), own > 3) { HasNames = clinical > 0 };
    }

    /// <summary>For a table or prose, which have no names.</summary>
    public static FileWords OfPath(string path)
    {
        var own = ContextWords.Parts(string.Join(' ', path.Split('/', '\\').TakeLast(2))).Select(part => ContextWords.Of(part)).DefaultIfEmpty(0).MaxBy(Math.Abs);
        return own > 3 ? new(1.2, new("filnavnet", "the file's name"), true) : own < -2 ? new(-1.5, new("filnavnet", "the file's name"), false) : new(0, None, false);
    }
}
