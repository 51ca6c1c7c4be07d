namespace Icd.Core.Codes;

/// <summary>Mends a malformed code where the mend is the likely meaning, for a person to accept or refuse.</summary>
public static class CodeProposal
{
    /// <summary>A well-formed ICD-10 code close to <paramref name="text"/>.</summary>
    /// <returns><see langword="null"/> where the text is well-formed already, or no mend is likely.</returns>
    public static Icd10Code? ForIcd10(ReadOnlySpan<char> text)
    {
        if (text.Length > 2 * Icd10Code.MaxLength || Icd10Code.TryParse(text, out _, out var error)) return null;
        Span<char> mended = stackalloc char[text.Length];
        var written = 0;
        var trimmed = text.Trim(' ');
        for (var i = 0; i < trimmed.Length; i++)
        {
            var c = trimmed[i];
            // Points and what nobody sees are dropped, as is the comma that a Norwegian writes for a point (one digit alone is no code); a digit typed as the letter it
            // resembles is put right. After three characters a space is kept, and so refused: it may stand between two codes.
            if (c is '.' || (c is ',' && written == 3 && trimmed[(i + 1)..] is [>= '0' and <= '9']) || (c is ' ' && written < 3) || InvisibleCharacters.Contains(c)) continue;
            mended[written] = written == 0 ? c : c switch
            {
                'O' or 'o' when written < 4 => '0',
                'I' or 'l' when written < 4 => '1',
                _ => c,
            };
            written++;
        }

        // E11.- and E11- stand for "any code below E11": the category is the only code that is certain.
        var result = mended[..written];
        if (error.Kind == SyntaxErrorKind.NotASingleCode) result = result.TrimEnd('-');
        return Icd10Code.TryParse(result, out var code) ? code : null;
    }
}
