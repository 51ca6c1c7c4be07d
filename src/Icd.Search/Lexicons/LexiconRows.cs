namespace Icd.Search.Lexicons;

/// <summary>What sort of name a lexicon row gives.</summary>
public enum NameKind : byte
{
    /// <summary>What patients say.</summary>
    Lay = 1,

    /// <summary>What clinicians say and write.</summary>
    Clinical,

    /// <summary>Named after a person.</summary>
    Eponym,

    /// <summary>A short form.</summary>
    Abbreviation,

    /// <summary>Latin or Greek.</summary>
    Latin,

    /// <summary>English in Norwegian use.</summary>
    English,

    /// <summary>Nynorsk with a stem of its own.</summary>
    Nynorsk,

    /// <summary>A name that has gone out of use.</summary>
    Older,
}

/// <summary>Names of a diagnosis with the codes that they mean, best first.</summary>
/// <param name="Terms">Names of one kind, interchangeable.</param>
/// <param name="Kind">What sort of names they are.</param>
/// <param name="Icd10">Norwegian ICD-10 codes with point, best first.</param>
/// <param name="Icd11">ICD-11 stem codes, best first.</param>
/// <param name="Origin">File and line.</param>
public sealed record NamedDiagnosis(IReadOnlyList<string> Terms, NameKind Kind, IReadOnlyList<string> Icd10, IReadOnlyList<string> Icd11, string Origin);

/// <summary>Words or phrases that may stand for each other inside a longer name.</summary>
public sealed record Equivalence(IReadOnlyList<string> Words, string Origin);

/// <summary>What a word of a query also finds, in this direction only.</summary>
/// <param name="Query">The word or phrase asked for.</param>
/// <param name="Finds">Words or phrases in names that it finds.</param>
/// <param name="Weight">What such a match is worth, between 0 and 1.</param>
/// <param name="Origin">File and line.</param>
public sealed record RelatedWords(IReadOnlyList<string> Query, IReadOnlyList<string> Finds, float Weight, string Origin);

/// <summary>Where in a word a combining form may stand.</summary>
public enum FormPosition : byte
{
    /// <summary>Anywhere.</summary>
    Any,

    /// <summary>Before another part.</summary>
    First,

    /// <summary>At the end of the word.</summary>
    Last,
}

/// <summary>A part of Latin and Greek words with its Norwegian meaning.</summary>
public sealed record CombiningForm(string Form, FormPosition Position, IReadOnlyList<string> Means, string Origin);

/// <summary>A short form inside texts with what it stands for, likeliest first.</summary>
/// <param name="Form">The short form, without its point.</param>
/// <param name="Meanings">What it stands for.</param>
/// <param name="InTitles">Whether the official short texts use it.</param>
/// <param name="InNotes">Whether clinicians write it.</param>
/// <param name="Origin">File and line.</param>
public sealed record Abbreviation(string Form, IReadOnlyList<string> Meanings, bool InTitles, bool InNotes, string Origin);

/// <summary>An irregular or nynorsk form with the word that it is a form of.</summary>
public sealed record Inflection(string Form, string Lemma, string Origin);

/// <summary>Codes that only one sex can have.</summary>
/// <param name="Sex">Which.</param>
/// <param name="Icd10">ICD-10 codes, categories or blocks, which hold for what is below.</param>
/// <param name="Icd11">ICD-11 codes or chapters likewise.</param>
/// <param name="Origin">File and line.</param>
public sealed record SexRestriction(Sex Sex, IReadOnlyList<string> Icd10, IReadOnlyList<string> Icd11, string Origin);

/// <summary>How common a diagnosis is in Norwegian practice.</summary>
/// <param name="Icd10">ICD-10 codes or categories, which hold for what is below.</param>
/// <param name="Icd11">ICD-11 codes likewise.</param>
/// <param name="Level">1 (rare) to 5 (everyday).</param>
/// <param name="Origin">File and line.</param>
public sealed record Prior(IReadOnlyList<string> Icd10, IReadOnlyList<string> Icd11, int Level, string Origin);
