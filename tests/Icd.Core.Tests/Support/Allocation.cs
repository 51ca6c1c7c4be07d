namespace Icd.Core.Tests.Support;

internal static class Allocation
{
    private const int Rounds = 100;

    /// <summary>Fails where <paramref name="action"/> allocates; it must not capture anything.</summary>
    public static void IsNone(Action action)
    {
        // The first calls run type initializers, which allocate once.
        Measure(action);
        Assert.Equal(0, Measure(action));
    }

    private static long Measure(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++) action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
