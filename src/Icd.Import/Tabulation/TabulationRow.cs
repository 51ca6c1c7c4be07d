using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Import.Tables;

namespace Icd.Import.Tabulation;

/// <summary>One entity of a tabulation.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Uri">Its linearization URI.</param>
/// <param name="Code">Its code; a chapter's number; empty for a block.</param>
/// <param name="BlockId">WHO's block identifier.</param>
/// <param name="Depth">How many entities are above it.</param>
/// <param name="Kind">Its class kind.</param>
/// <param name="Title">Its title in the file's language.</param>
/// <param name="EnglishTitle">Its English title, in files of other languages.</param>
/// <param name="IsLeaf">WHO's column "isLeaf".</param>
/// <param name="IsPrimaryTabulation">WHO's column "Primary tabulation".</param>
internal readonly record struct TabulationRow(
    TableRow Row, TabulationUri Uri, string Code, string BlockId, int Depth, EntityKind Kind, string Title, string EnglishTitle, bool IsLeaf, bool IsPrimaryTabulation)
{
    public Residual Residual => Uri.Residual;
}
