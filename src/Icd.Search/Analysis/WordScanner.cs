namespace Icd.Search.Analysis;

/// <summary>A word of a text: where it stands, and what follows it.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
/// <param name="HasPoint">Whether a point follows, as after an abbreviation.</param>
/// <param name="HasSlash">Whether a slash follows.</param>
/// <param name="HasHyphen">Whether a hyphen follows with the next word right behind it.</param>
internal readonly record struct Word(int Start, int Length, bool HasPoint, bool HasSlash, bool HasHyphen)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>The word itself.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}

/// <summary>Finds the words of a text: runs of letters and digits, an apostrophe inside belonging to them.</summary>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The word found last.</summary>
    public Word Current { get; private set; }

    /// <summary>Goes on to the next word.</summary>
    public bool MoveNext()
    {
        while (_at < _text.Length && !IsPart(_text[_at])) _at++;
        if (_at == _text.Length) return false;
        var start = _at;
        while (_at < _text.Length && (IsPart(_text[_at]) || IsInnerApostrophe(_at))) _at++;
        var next = _at < _text.Length ? _text[_at] : '\0';
        var isHyphen = next is '-' or '\u2010' or '\u2011' && _at + 1 < _text.Length && IsPart(_text[_at + 1]);
        Current = new(start, _at - start, next == '.', next == '/', isHyphen);
        return true;
    }

    private static bool IsPart(char unit) => char.IsLetterOrDigit(unit) || unit is >= '\u0300' and <= '\u036F';

    private readonly bool IsInnerApostrophe(int at) => _text[at] is '\'' or '\u2019' && at + 1 < _text.Length && IsPart(_text[at + 1]);
}
