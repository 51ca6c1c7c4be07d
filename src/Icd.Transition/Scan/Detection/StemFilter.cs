namespace Icd.Transition.Scan.Detection;

/// <summary>Tells names apart that cannot have any of some stems in them: one look at each three letters, no hashing of the name.</summary>
/// <remarks>Each stem is known by the rarest three letters in it, in either case. Digits and signs fall together with some letters, which lets a little more pass.</remarks>
internal sealed class StemFilter
{
    private const int Letter = 0x1F, Three = 0x7FFF;

    /// <summary>From rare to common in Norwegian and English; the rest is rarer still.</summary>
    private const string Common = "jxwybvpcfuhmgkdlosiatnre";

    private readonly bool[] _known = new bool[Three + 1];

    public StemFilter(IEnumerable<string> stems)
    {
        foreach (var stem in stems)
        {
            if (stem.Length < 3)
            {
                // What comes after two letters may be anything.
                for (var last = 0; last <= Letter; last++) _known[(Key(stem[0], stem[1]) << 5) | last] = true;
                continue;
            }

            var rarest = Enumerable.Range(0, stem.Length - 2).MinBy(at => stem.Substring(at, 3).Sum(c => Common.IndexOf(c, StringComparison.Ordinal)));
            _known[(Key(stem[rarest], stem[rarest + 1]) << 5) | (stem[rarest + 2] & Letter)] = true;
        }
    }

    /// <summary>Whether a part of a text may have one of the stems; of letters beyond ASCII it always may.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends; the character there is looked at as well.</param>
    public bool MayHave(ReadOnlySpan<char> text, int start, int end)
    {
        var key = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            key = ((key << 5) | (c & Letter)) & Three;
            if (c > '\u007F' || (_known[key] && i > start + 1)) return true;
        }

        return _known[((key << 5) | (end < text.Length ? text[end] & Letter : 0)) & Three];
    }

    private static int Key(char first, char second) => ((first & Letter) << 5) | (second & Letter);
}
