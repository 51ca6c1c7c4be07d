using Icd.Tests;

namespace Icd.Transition.Tests.Scan;

/// <summary>Precision and recall on the samples; the floors lie a little below what was measured.</summary>
public class SampleTests
{
    [WhoDataTheory]
    [InlineData("Tuned", 0.96, 0.95)]
    [InlineData("HeldOut", 0.90, 0.90)]
    [InlineData("Third", 0.89, 0.95)]
    public void Samples_ArePreciselyAndFullyFound(string folder, double recall, double precision)
    {
        var measured = SampleEvaluation.Of(RealScanner.Instance, RealScanner.Samples(folder));

        var report = $"recall {measured.Recall:0.000}, precision {measured.Precision:0.000}\n{string.Join('\n', measured.Missed.Select(line => "missed " + line).Concat(measured.False.Select(line => "false " + line)))}";
        Assert.True(measured.Planted > 40 && measured.Findings > 40, report);
        Assert.True(measured.Recall >= recall && measured.Precision >= precision, report);
    }
}
