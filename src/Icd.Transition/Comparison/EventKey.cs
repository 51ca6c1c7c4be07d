using Icd.Core.Codes;

namespace Icd.Transition.Comparison;

/// <summary>What events have in common that are counted together.</summary>
/// <param name="Icd10">The code without mark; <c>default</c> where there is none.</param>
/// <param name="Icd11">The expression in canonical form; empty where there is none.</param>
/// <param name="Year">The year; 0 where there is none.</param>
/// <param name="Sex">As written; empty where there is none.</param>
/// <param name="Age">As written; empty where there is none.</param>
internal readonly record struct EventKey(Icd10Code Icd10, string Icd11, int Year, string Sex, string Age);
