using Icd.Core.Releases;
using Icd.Search.Lexicons;

namespace Icd.Search;

/// <summary>What an index is built from.</summary>
public sealed record IndexSources
{
    /// <summary>The Norwegian ICD-10; without it only what the lexicon says of ICD-10 is found.</summary>
    public Release? Icd10 { get; init; }

    /// <summary>ICD-11 MMS: an official release, or our starter.</summary>
    public Release? Icd11 { get; init; }

    /// <summary>Our starter release, whose Norwegian terms lie over the official one.</summary>
    public Release? Starter { get; init; }

    /// <summary>ICPC-2.</summary>
    public Release? Icpc2 { get; init; }

    /// <summary>Words and names; <see cref="Lexicons.Lexicon.Default"/> where none is given.</summary>
    public Lexicon? Lexicon { get; init; }

    /// <summary>Links between the systems, which come before the lexicon's.</summary>
    public ICodeLinks? Links { get; init; }

    /// <summary>The newest releases of a catalog.</summary>
    public static IndexSources Of(ReleaseCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new()
        {
            Icd10 = catalog.Newest(Classification.Icd10),
            Icd11 = catalog.Newest(Classification.Mms),
            Starter = catalog.Starter,
            Icpc2 = catalog.Newest(Classification.Icpc2),
        };
    }

    /// <summary>A text that is the same for the same contents: what a compiled index was made from.</summary>
    internal string Identity => string.Join('|',
        typeof(IndexSources).Module.ModuleVersionId,
        Icd10?.ContentHash, Icd11?.ContentHash, Icd11?.Key, Starter?.ContentHash, Icpc2?.ContentHash,
        Lexicon is null ? Lexicons.Lexicon.DefaultContentHash : "given",
        Links?.Identity);
}
