namespace Icd.Core.Releases;

/// <summary>What kind of material a part of a release was read from.</summary>
public enum SourceKind : byte
{
    /// <summary>WHO's SimpleTabulation file.</summary>
    WhoTabulation = 1,

    /// <summary>WHO's LinearizationMiniOutput file.</summary>
    WhoLinearization = 2,

    /// <summary>WHO's ICD-API, or a server that offers the same.</summary>
    WhoApi = 3,

    /// <summary>The Norwegian lists in the npm package <c>@navikt/diagnosekoder</c>.</summary>
    NorwegianPackage = 4,

    /// <summary>Written by this project; does not originate from WHO.</summary>
    Authored = 5,
}
