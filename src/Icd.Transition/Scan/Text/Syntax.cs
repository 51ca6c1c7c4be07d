namespace Icd.Transition.Scan.Text;

/// <summary>What the lexer must know of a language: which text is a literal, which a comment, and whether codes may stand without quotation marks.</summary>
/// <param name="Name">The language's name in reports.</param>
internal sealed record Syntax(string Name)
{
    public string[] LineComments { get; init; } = [];

    public (string Open, string Close)[] BlockComments { get; init; } = [];

    /// <summary>Characters that begin and end a literal.</summary>
    public string Quotes { get; init; } = "\"'";

    /// <summary>Quotes whose literals may run over several lines.</summary>
    public string MultilineQuotes { get; init; } = "";

    /// <summary>Whether a backslash escapes the next character; a doubled quotation mark always stands for one.</summary>
    public bool HasBackslash { get; init; } = true;

    public bool HasTripleQuotes { get; init; }

    /// <summary>C#'s <c>@"…"</c>, in which a backslash is itself.</summary>
    public bool HasVerbatim { get; init; }

    /// <summary><c>/…/</c> where a value is expected.</summary>
    public bool HasRegexLiterals { get; init; }

    /// <summary>A star at the beginning of a statement begins a comment up to the semicolon (SAS) or line end (Stata).</summary>
    public char StarComment { get; init; }

    /// <summary>COBOL's fixed form: a star or slash in the seventh column.</summary>
    public bool HasColumnComments { get; init; }

    /// <summary>An apostrophe begins a comment (Visual Basic).</summary>
    public bool HasApostropheComments { get; init; }

    /// <summary>Characters beyond letters, digits and underscore that belong to names.</summary>
    public string NameCharacters { get; init; } = "";

    /// <summary>Codes stand without quotation marks: data, settings, prose, and languages such as Stata.</summary>
    public bool IsBare { get; init; }

    /// <summary>Statements are text in a book's sense: a code in them is mentioned, not used.</summary>
    public bool IsProse { get; init; }

    /// <summary>A line's end ends a statement.</summary>
    public bool EndsWithLine { get; init; }

    public bool IsMarkup { get; init; }

    /// <summary>Rows and columns.</summary>
    public bool IsTable { get; init; }

    /// <summary>JSON, YAML and settings: values with keys, no logic.</summary>
    public bool IsData { get; init; }

    /// <summary>What each ASCII character may be.</summary>
    public CharacterKind[] Kinds => _kinds ??= KindsOf();

    private CharacterKind[]? _kinds;

    private CharacterKind[] KindsOf()
    {
        var kinds = new CharacterKind[128];
        for (var c = '\0'; c < kinds.Length; c++)
        {
            var opensComment = BlockComments.Any(comment => comment.Open[0] == c) || LineComments.Any(mark => mark[0] == c) || (HasApostropheComments && (c is '\'' or 'R')) || (StarComment != 0 && c == '*');
            kinds[c] = (Lexer.IsNameCharacter(c) || NameCharacters.Contains(c) ? CharacterKind.Name : 0) | (opensComment ? CharacterKind.Comment : 0);
        }

        return kinds;
    }

    /// <summary><c>[E1]</c> in a pattern of <c>LIKE</c>, and names in square brackets.</summary>
    public bool IsSql { get; init; }
}
