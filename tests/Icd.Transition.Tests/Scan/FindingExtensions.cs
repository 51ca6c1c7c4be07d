using Icd.Transition.Scan;

namespace Icd.Transition.Tests.Scan;

internal static class FindingExtensions
{
    /// <summary>Whether a finding is of codes, not of names, lengths or code systems.</summary>
    public static bool Codes(this Finding finding) => finding.Kind is not (FindingKind.Name or FindingKind.Length or FindingKind.CodeSystem or FindingKind.Substring);
}
