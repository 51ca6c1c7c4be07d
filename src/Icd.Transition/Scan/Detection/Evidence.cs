using Icd.Mapping;

namespace Icd.Transition.Scan.Detection;

/// <summary>Something that speaks for or against a finding.</summary>
/// <param name="Weight">In log-odds: 0 says nothing, 2 makes it about seven times as likely, below 0 less likely.</param>
/// <param name="Text">In words.</param>
internal sealed record Evidence(double Weight, MapText Text)
{
    public static double Confidence(IEnumerable<Evidence> evidence) => 1 / (1 + Math.Exp(-evidence.Sum(item => item.Weight)));
}
