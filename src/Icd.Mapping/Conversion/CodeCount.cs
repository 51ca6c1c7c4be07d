namespace Icd.Mapping.Conversion;

/// <summary>A code, how often it occurs, and what it became.</summary>
/// <param name="Code">In normal form, such as <c>E11.9</c> or <c>A17.0† G01*</c>; what is no code, as it stands in the file.</param>
/// <param name="Title">What the source classification calls it; <see langword="null"/> where it does not know it.</param>
/// <param name="Count">How often.</param>
/// <param name="Target">The target; <see langword="null"/> where there is none.</param>
/// <param name="Relation">FHIR's relation; <see langword="null"/> where none is known.</param>
/// <param name="Provenance">Who says so, in full.</param>
/// <param name="NeedsReview">Whether a human should look at it.</param>
/// <param name="Reason">The reject reason; <see langword="null"/> where there is none.</param>
/// <param name="Lost">In bokmål, what the code says and the target does not; <see langword="null"/> where nothing is lost.</param>
public sealed record CodeCount(string Code, string? Title, long Count, string? Target, string? Relation, string Provenance, bool NeedsReview, string? Reason, string? Lost = null)
{
    /// <summary>What became of the code, however often it occurs.</summary>
    internal CodeCount Uncounted => this with { Count = 0 };
}
