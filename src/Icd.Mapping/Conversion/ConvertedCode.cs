using Icd.Core.Releases;

namespace Icd.Mapping.Conversion;

/// <summary>What became of one code, or of one pair of dagger and asterisk code.</summary>
internal sealed record ConvertedCode
{
    private const int LongestKey = 100;

    /// <summary>In normal form, such as <c>E11.9</c> or <c>A17.0† G01*</c>; what is no code, as it stands in the file.</summary>
    public required string Key { get; init; }

    /// <summary>The edition's year, where it decides the answer.</summary>
    public int? Edition { get; init; }

    /// <summary>What the source classification calls it.</summary>
    public string? SourceTitle
    {
        get => field ?? (Source.IsNone ? null : Source.Title);
        init;
    }

    /// <summary>Where the title is, unless it is given.</summary>
    public Entity Source { get; init; }

    /// <summary>The chapter of the source classification that it is in; empty where it is in none.</summary>
    public string Chapter { get; init; } = "";

    /// <summary>Empty where there is none.</summary>
    public string Target { get; init; } = "";

    public MapRelation Relation { get; init; }

    public ProvenanceKind ProvenanceKind { get; init; }

    public string Provenance { get; init; } = "";

    /// <summary>Whether a human should look at it: at every reject too.</summary>
    public bool NeedsReview
    {
        get => field || Reason != RejectReason.None;
        init;
    }

    public bool IsNotInEdition { get; init; }

    public RejectReason Reason { get; init; }

    /// <summary>What is told on request only; most runs ask for none of it.</summary>
    public Func<ConvertedCodeDetail>? DetailLater { get; init; }

    /// <summary>Title, losses and alternatives.</summary>
    public ConvertedCodeDetail Detail => DetailLater?.Invoke() ?? ConvertedCodeDetail.None;

    /// <summary>Why a human should look at it; empty where nothing is explained.</summary>
    public string Question { get; init; } = "";

    /// <summary>A text that is no code, cut where it is long: it is shown and counted, no more.</summary>
    public static string Shortened(string text) => text.Length > LongestKey ? string.Concat(text.AsSpan(0, LongestKey), "…") : text;

    public string RelationCode => Relation == MapRelation.Unknown ? "" : Relation.Code();

    public string ProvenanceCode => ProvenanceKind switch
    {
        ProvenanceKind.WhoTable => "who-table",
        ProvenanceKind.AuthoredRule => "authored-rule",
        ProvenanceKind.ParentFallback => "parent-fallback",
        ProvenanceKind.Inverse => "inverse",
        ProvenanceKind.Pair => "pair",
        ProvenanceKind.Decision => "decision",
        _ => "none",
    };
}
