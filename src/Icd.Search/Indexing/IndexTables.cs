using Icd.Search.Analysis;

namespace Icd.Search.Indexing;

/// <summary>Where a token stands in a name.</summary>
/// <param name="Term">The name.</param>
/// <param name="Slot">The first of the name's slots that the token covers.</param>
/// <param name="SlotCount">How many slots it covers.</param>
/// <param name="Weight">What finding the token says about these slots: 255 for a whole word as written.</param>
internal readonly record struct Posting(int Term, byte Slot, byte SlotCount, byte Weight);

/// <summary>A name's concept.</summary>
/// <param name="Document">The concept.</param>
/// <param name="Weight">How well the name fits it, 255 for its title.</param>
/// <param name="Kind">How it came to have the name.</param>
internal readonly record struct TermDocument(int Document, byte Weight, TermOrigin Kind);

/// <summary>A token that a word or phrase of a query also finds.</summary>
internal readonly record struct Expansion(int Token, byte Weight);

/// <summary>A concept's counterpart in the other system.</summary>
internal readonly record struct DocumentLink(int Document, int Provenance, LinkRelation Relation);

/// <summary>How a concept came to have a name.</summary>
internal enum TermOrigin : byte
{
    /// <summary>It is its own title or synonym.</summary>
    Own = 0,

    /// <summary>A lexicon row names it.</summary>
    Lexicon,

    /// <summary>It is a name of its counterpart in the other system.</summary>
    Bridged,

    /// <summary>It is the name of the category that it is the unspecified code of.</summary>
    Category,
}

/// <summary>What sort of text a name is.</summary>
internal enum TermSort : byte
{
    /// <summary>The title.</summary>
    Title = 0,

    /// <summary>A synonym.</summary>
    Synonym,

    /// <summary>A term of WHO's index, an inclusion or a narrower term.</summary>
    Index,

    /// <summary>A name of the lexicon.</summary>
    Lexicon,
}

/// <summary>Facts of a document.</summary>
[Flags]
internal enum DocumentTraits : ushort
{
    None = 0,

    /// <summary>It has a code and so may be a hit.</summary>
    Listed = 1,

    /// <summary>The code may be used for coding.</summary>
    Selectable = 2,

    /// <summary>An extension code of ICD-11.</summary>
    Extension = 4,

    /// <summary>The unspecified code of its category.</summary>
    Unspecified = 8,

    /// <summary>"Other specified".</summary>
    Other = 16,

    /// <summary>Known from the lexicon only; the release loaded does not have it.</summary>
    LexiconOnly = 32,

    /// <summary>Only women have it.</summary>
    FemaleOnly = 64,

    /// <summary>Only men have it.</summary>
    MaleOnly = 128,
}

/// <summary>A concept: a code, or a heading above codes.</summary>
/// <param name="Entity">Its index in its release, -1 where the release lacks it.</param>
/// <param name="Parent">The concept above, or -1.</param>
/// <param name="Chapter">The concept at the top.</param>
/// <param name="End">The number after the last concept below it.</param>
/// <param name="Title">The name shown, in Norwegian where there is one.</param>
/// <param name="TitleEn">The English title, or -1.</param>
/// <param name="System">Its classification.</param>
/// <param name="Traits">Facts.</param>
/// <param name="Prior">How much it is to be preferred where all else is equal.</param>
internal readonly record struct Document(int Entity, int Parent, int Chapter, int End, int Title, int TitleEn, SearchSystems System, DocumentTraits Traits, byte Prior);

/// <summary>A name.</summary>
/// <param name="FirstSlot">Where its slots begin in the slot arrays.</param>
/// <param name="SlotCount">How many slots it has.</param>
/// <param name="Sort">What sort of text.</param>
/// <param name="Language">Its language, by number.</param>
/// <param name="Provenance">Who says so, by number; 0 for the release itself.</param>
/// <param name="Mass">The sum of its slots' masses.</param>
/// <param name="Denied">The slots that it says are absent.</param>
internal readonly record struct IndexedTerm(int FirstSlot, byte SlotCount, TermSort Sort, byte Language, int Provenance, ushort Mass, SlotRange Denied);

/// <summary>Some slots of a name that stand together.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The one behind the last.</param>
internal readonly record struct SlotRange(byte Start, byte End)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Start >= End;

    /// <summary>Whether a slot is one of them.</summary>
    public bool Contains(int slot) => slot >= Start && slot < End;
}

/// <summary>A smallest part of a name.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Mass">How much of the name's meaning it carries.</param>
internal readonly record struct Slot(ushort Start, byte Length, byte Mass);

/// <summary>Everything an index consists of: flat arrays, immutable once built, stored and loaded as they are.</summary>
internal sealed class IndexTables
{
    public required WordKeys Keys { get; init; }

    /// <summary>Words as they are written, in lower case; and the spelling of each.</summary>
    public required StringTable Surfaces { get; init; }
    public required int[] SurfaceSpellings { get; init; }

    /// <summary>By surface how likely somebody who types its first letters means it: how common what it names is, and how fully it names it.</summary>
    public required byte[] Popularity { get; init; }

    public required StringTable Spellings { get; init; }
    public required int[] SpellingLexemes { get; init; }

    /// <summary>How well a spelling is known: 2 Norwegian, 1 another language only.</summary>
    public required byte[] SpellingRanks { get; init; }

    public required StringTable Lexemes { get; init; }
    public required PartDictionary Parts { get; init; }

    /// <summary>How much a token tells, by lexeme; 255 for the rarest, 0 for stopwords.</summary>
    public required byte[] Importance { get; init; }

    /// <summary>By lexeme 1 where the word is by itself a name of a diagnosis, 0 where it only describes one.</summary>
    public required byte[] NamesAlone { get; init; }

    /// <summary>By token: first lexemes, then classes.</summary>
    public required int[] PostingStarts { get; init; }
    public required Posting[] Postings { get; init; }

    public required int[] ExpansionStarts { get; init; }
    public required Expansion[] Expansions { get; init; }

    /// <summary>Phrases of queries, each a string of lexemes, two UTF-16 units a lexeme.</summary>
    public required StringTable Phrases { get; init; }
    public required int[] PhraseStarts { get; init; }
    public required Expansion[] PhraseExpansions { get; init; }

    /// <summary>Short forms of queries by spelling key, with what they stand for.</summary>
    public required StringTable ShortForms { get; init; }
    public required int[] LongFormStarts { get; init; }
    public required StringList LongForms { get; init; }

    public required StringList TermTexts { get; init; }
    public required IndexedTerm[] Terms { get; init; }
    public required Slot[] Slots { get; init; }
    /// <summary>By slot the stem of what stands there, or -1.</summary>
    public required int[] SlotLexemes { get; init; }
    /// <summary>Names by a hash of their letters and digits, in ascending order; and the name of each.</summary>
    public required ulong[] VerbatimKeys { get; init; }
    public required int[] VerbatimTerms { get; init; }

    public required int[] TermDocumentStarts { get; init; }
    public required TermDocument[] TermDocuments { get; init; }

    public required Document[] Documents { get; init; }
    public required StringList Codes { get; init; }
    public required int[] LinkStarts { get; init; }
    public required DocumentLink[] Links { get; init; }

    /// <summary>Codes in lower case without point, and behind each the documents that have it.</summary>
    public required StringTable CodeKeys { get; init; }
    public required int[] CodeKeyStarts { get; init; }
    public required int[] CodeKeyDocuments { get; init; }

    public required StringList Provenances { get; init; }
    public required StringList Languages { get; init; }
}
