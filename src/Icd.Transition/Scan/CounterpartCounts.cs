namespace Icd.Transition.Scan;

/// <summary>How the codes of a finding fare in ICD-11.</summary>
/// <param name="Codes">How many codes there are.</param>
/// <param name="OneToOne">With an equivalent that is one stem code.</param>
/// <param name="Postcoordinated">Whose answer is an expression of several codes, nothing lost.</param>
/// <param name="Lossy">Whose answer says less, or more, than the code.</param>
/// <param name="Unmapped">Without an answer.</param>
/// <param name="Review">Among all, those where a human has to choose.</param>
public sealed record CounterpartCounts(int Codes, int OneToOne, int Postcoordinated, int Lossy, int Unmapped, int Review);
