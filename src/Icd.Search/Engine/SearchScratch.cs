using System.Runtime.Intrinsics;
using Icd.Search.Indexing;

namespace Icd.Search;

/// <summary>What a search writes on: kept from one search to the next, so that a search allocates nothing but its result.</summary>
internal sealed class SearchScratch(int terms, int documents, int lexemes)
{
    public const int MaxUnits = 16;
    public const int MaxEvidence = 1 << 12;

    public readonly TermState[] Terms = new TermState[terms];
    public readonly int[] TouchedTerms = new int[terms];
    public int TouchedTermCount;

    public readonly DocumentState[] Documents = new DocumentState[documents];
    public readonly int[] TouchedDocuments = new int[documents];
    public int TouchedDocumentCount;

    /// <summary>The query's letters and digits, in lower case.</summary>
    public readonly char[] Query = new char[QueryReader.MaxLength * 2];
    public int QueryLength;

    public readonly Evidence[] Evidence = new Evidence[MaxEvidence];
    public int EvidenceCount;

    /// <summary>When a lexeme was last taken into a prefix's evidence.</summary>
    public readonly int[] LexemeStamp = new int[lexemes];
    public int Stamp;

    /// <summary>By lexeme what it is worth as an answer to the open unit, where its stamp is <see cref="OpenStamp"/>.</summary>
    public readonly byte[] LexemeWeight = new byte[lexemes];

    /// <summary>The stamp of the open unit's completions, where they are too many for their lists; else 0.</summary>
    public int OpenStamp;
    public int OpenUnit;

    /// <summary>Scores of the touched names.</summary>
    public readonly float[] TermScores = new float[terms];

    public readonly int[] Popular = new int[CodeIndex.MaxHits];

    public readonly float[] UnitImportance = new float[MaxUnits];
    public int UnitCount;

    /// <summary>255 for the units that can make a hit by themselves: not those of numbers, nor of what the query says is absent.</summary>
    public Vector128<byte> Carrying;

    /// <summary>255 for the units that the query says are absent.</summary>
    public Vector128<byte> Denied;

    /// <summary>255 for the units of phrases that stand for something as a whole, negation and all.</summary>
    public Vector128<byte> InPhrase;

    /// <summary>255 for the units of each compound of which a part alone says little.</summary>
    public readonly Compound[] Compounds = new Compound[QueryReader.MaxWords];
    public int CompoundCount;

    /// <summary>Whether the last word is taken for the beginning of one that no name has whole.</summary>
    public bool IsOpen;

    /// <summary>How many more times a query may go through the vocabulary for similar words: of long nonsense only the beginning is worth it.</summary>
    public int FuzzyBudget;

    public readonly int[] FuzzyFound = new int[256];
    public readonly byte[] FuzzyDistances = new byte[256];

    /// <summary>The best documents so far.</summary>
    public readonly Candidate[] Best = new Candidate[CodeIndex.MaxHits];
    public int BestCount;

    /// <summary>Whether some of the best may be found once more: they come from the code that was typed, or from another reading of the query.</summary>
    public bool HasEarlier;

    /// <summary>What a query has shown of a name.</summary>
    public struct TermState
    {
        /// <summary>By unit: how well the name answers it.</summary>
        public Vector128<byte> Weights;

        /// <summary>By unit: in which slot.</summary>
        public Vector128<byte> Slots;

        /// <summary>The slots that the query explains.</summary>
        public ulong Covered;

        public bool IsTouched;
        public bool HasTypo;

        /// <summary>Whether it is the query word for word.</summary>
        public bool IsVerbatim;

        /// <summary>Whether it denies what the query says, or says what the query denies.</summary>
        public bool IsContrary;
    }

    /// <summary>What a query has shown of a concept.</summary>
    public struct DocumentState
    {
        /// <summary>By unit: how well any of its names answers it.</summary>
        public Vector128<byte> Weights;

        /// <summary>By unit: how well its best name answers it.</summary>
        public Vector128<byte> BestWeights;
        public float BestScore;
        public int BestTerm;
        public TermOrigin Origin;
        public bool IsTouched;
    }

    public struct Candidate
    {
        public float Score;
        public int Document;
        public int Term;
        public MatchKind Kind;

        /// <summary>What of the name the query explains.</summary>
        public ulong Slots;

        /// <summary>Whether no unit of the query is left open.</summary>
        public bool IsWhole;
    }

    /// <summary>Makes room for the next interpretation of the query.</summary>
    public void ClearTouched()
    {
        for (var i = 0; i < TouchedTermCount; i++) Terms[TouchedTerms[i]] = default;
        for (var i = 0; i < TouchedDocumentCount; i++) Documents[TouchedDocuments[i]] = default;
        (TouchedTermCount, TouchedDocumentCount, EvidenceCount, UnitCount, CompoundCount, IsOpen, OpenStamp) = (0, 0, 0, 0, 0, false, 0);
        (Carrying, Denied, InPhrase) = (default, default, default);
    }

    /// <summary>Notes a token that the query looks for. What is past the room for it is left out: of so long a query the beginning is enough.</summary>
    public void Add(Evidence evidence)
    {
        if (EvidenceCount < MaxEvidence) Evidence[EvidenceCount++] = evidence;
    }

    /// <summary>Adds a unit to the query.</summary>
    /// <returns>Its number.</returns>
    public int AddUnit(float importance)
    {
        UnitImportance[UnitCount] = importance;
        return UnitCount++;
    }

    /// <summary>A compound of the query.</summary>
    /// <param name="Units">Its units.</param>
    /// <param name="Head">The last of them.</param>
    /// <param name="Kind">How much of it a name must have.</param>
    public readonly record struct Compound(Vector128<byte> Units, byte Head, CompoundKind Kind);

    /// <summary>How much of a compound a name must have.</summary>
    public enum CompoundKind : byte
    {
        /// <summary>Known as a whole, or of a general word alone: parts count half where the rest is lacking.</summary>
        Whole,

        /// <summary>Ends in a general word, beside other words: the general word says nothing where the rest is lacking.</summary>
        General,

        /// <summary>Known by its parts: what stands before the head counts half where the head is lacking.</summary>
        Headed,
    }
}
