using System.Diagnostics;

namespace Icd.Core.Tests.Support;

internal static class Allocation
{
    private const int Rounds = 100;

    /// <summary>Fails where <paramref name="action"/> allocates; it must not capture anything.</summary>
    public static void IsNone(Action action)
    {
        // The first calls run type initializers, and code of .NET that is not yet optimized boxes: measured until it is.
        var patience = Stopwatch.StartNew();
        long allocated;
        while ((allocated = Measure(action)) != 0 && patience.Elapsed < TimeSpan.FromSeconds(5)) Thread.Sleep(50);
        Assert.Equal(0, allocated);
    }

    private static long Measure(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++) action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
