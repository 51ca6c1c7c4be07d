namespace Icd.Search;

/// <summary>Why a concept was found.</summary>
public enum MatchKind : byte
{
    /// <summary>Its title.</summary>
    Term = 0,

    /// <summary>A synonym, index or inclusion term of its release.</summary>
    Synonym,

    /// <summary>A name that our lexicon gives it.</summary>
    Lexicon,

    /// <summary>A name of its counterpart in the other system; no official name of this one.</summary>
    Bridged,

    /// <summary>Any of these, but for typing errors in the query.</summary>
    Typo,

    /// <summary>Partly by what stands above it.</summary>
    Ancestor,

    /// <summary>Its code.</summary>
    Code,
}
