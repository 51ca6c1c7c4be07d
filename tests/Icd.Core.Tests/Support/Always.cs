using FsCheck;
using FsCheck.Fluent;

namespace Icd.Core.Tests.Support;

internal static class Always
{
    /// <summary>Fails with the smallest counterexample found where the claim's assertions do not hold for every value.</summary>
    public static void Holds<T>(Gen<T> values, Action<T> claim, int cases = 3000) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(values.ToArbitrary(), claim));
}
