namespace Icd.Transition.Scan.Text;

/// <summary>What a character may be to a language's lexer.</summary>
[Flags]
internal enum CharacterKind : byte
{
    None = 0,

    /// <summary>Part of a name.</summary>
    Name = 1,

    /// <summary>The first character of a comment.</summary>
    Comment = 2,
}
