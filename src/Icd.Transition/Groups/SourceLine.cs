namespace Icd.Transition.Groups;

/// <summary>A line of a definition file, read from left to right, with the column for messages.</summary>
internal sealed class SourceLine
{
    private readonly string _text;
    private readonly string _file;
    private int _position;
    private int _column;

    public SourceLine(string text, string file, int number)
    {
        (_file, Number) = (file, number);
        // A comment begins at the line's start or after a blank, so that nothing inside a URI is one.
        var end = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '#' || (i > 0 && !char.IsWhiteSpace(text[i - 1]))) continue;
            end = i;
            break;
        }

        _text = text[..end].TrimEnd();
    }

    public int Number { get; }

    public bool HadTerms { get; private set; }

    /// <summary>File, line and column (from 1) of what was read last.</summary>
    public string Origin => $"{_file}:{Number}:{_column + 1}";

    public string Word()
    {
        SkipSpace();
        var start = _position;
        while (_position < _text.Length && !char.IsWhiteSpace(_text[_position])) _position++;
        return _text[start.._position];
    }

    public string Rest()
    {
        SkipSpace();
        return _text[_position..];
    }

    public bool TakeNot()
    {
        SkipSpace();
        if (!_text.AsSpan(_position).StartsWith("not", StringComparison.Ordinal) || (_position + 3 < _text.Length && !char.IsWhiteSpace(_text[_position + 3]))) return false;
        _position += 3;
        return true;
    }

    /// <summary>What is left, parted at commas; all kinds of dashes are hyphens.</summary>
    public IEnumerable<string> Terms()
    {
        while (true)
        {
            SkipSpace();
            if (_position >= _text.Length) yield break;
            var comma = _text.IndexOf(',', _position);
            var end = comma < 0 ? _text.Length : comma;
            var term = _text[_position..end].Trim().Replace('–', '-').Replace('—', '-').Replace('−', '-');
            HadTerms |= term.Length > 0;
            if (term.Length > 0) yield return term;
            _position = comma < 0 ? _text.Length : comma + 1;
        }
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position])) _position++;
        _column = _position;
    }
}
