namespace Icd.Transition.Comparison;

/// <summary>How rows that are registered twice agree with the crosswalk, by ICD-11 chapter.</summary>
/// <param name="Chapters">The chapters that occur, in order; <c>-</c> where the ICD-10 code has no target.</param>
/// <param name="Table">Rows the chapter that the ICD-10 code leads to, columns the chapter that was registered.</param>
/// <param name="Kappa">Cohen's kappa of the table; of all rows, also those in cells that are kept back, and then to two decimals.</param>
/// <param name="Disagreements">Codes registered in another category than the crosswalk leads to, most first.</param>
public sealed record Agreement(IReadOnlyList<Unit> Chapters, IReadOnlyList<IReadOnlyList<PublishedCount>> Table, CohenKappa Kappa, IReadOnlyList<Cause> Disagreements);
