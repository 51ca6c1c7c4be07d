using System.Globalization;
using Icd.Core.Codes;
using Icd.Core.Tests.Support;

namespace Icd.Core.Tests.Codes;

public class AllocationTests
{
    private static readonly char[] Text = new char[EntityUri.MaxLength];
    private static readonly byte[] Utf8 = new byte[EntityUri.MaxLength];
    private static readonly Icd11Code Icd11 = Icd11Code.Parse("8A68.Z0");
    private static readonly Icd10Code Icd10 = Icd10Code.Parse("A17.00†");
    private static readonly EntityUri Uri = EntityUri.Parse(ParsableContractTests.LongUri);

    [Fact]
    public void Parsing_WellFormed_AllocatesNothing() => Allocation.IsNone(static () =>
    {
        Require(Icd11Code.TryParse("8A68.Z0", out _, out _) && Icd11Code.TryParse("8A68.Z0"u8, out _, out _));
        Require(Icd10Code.TryParse("A17.0†", out _, out _) && Icd10Code.TryParse("A17.0†"u8, out _, out _));
        Require(EntityUri.TryParse(ParsableContractTests.LongUri, out _, out _));
        Require(EntityUri.TryParse("http://id.who.int/icd/release/11/2024-01/mms/1/other"u8, out _, out _));
        Require(ReleaseId.TryParse("2024-01", out _));
    });

    [Fact]
    public void Parsing_Malformed_AllocatesNothing() => Allocation.IsNone(static () =>
    {
        Require(!Icd11Code.TryParse("8A68.ZO", out _, out _) && !Icd11Code.TryParse("E11.9"u8, out _, out _));
        Require(!Icd10Code.TryParse("A17.0††", out _, out _) && !Icd10Code.TryParse("BA41"u8, out _, out _));
        Require(!EntityUri.TryParse("http://id.who.int/icd/release/11/mms/x", out _, out _));
    });

    [Fact]
    public void Formatting_ToSpan_AllocatesNothing() => Allocation.IsNone(static () =>
    {
        var invariant = CultureInfo.InvariantCulture;
        Require(Icd11.TryFormat(Text, out _, default, invariant) && Icd11.TryFormat(Utf8, out _, default, invariant));
        Require(Icd10.TryFormat(Text, out _, default, invariant) && Icd10.TryFormat(Utf8, out _, "N", invariant));
        Require(Uri.TryFormat(Text, out _, default, invariant) && Uri.TryFormat(Utf8, out _, default, invariant));
        Require(Uri.Unversioned.TryFormat(Text, out _, default, invariant));
    });

    [Fact]
    public void Comparing_AllocatesNothing() => Allocation.IsNone(static () =>
    {
        Require(Icd11 != Icd11Code.Parse("8A68") && Icd11.CompareTo(default) > 0 && Icd11.GetHashCode() != 0);
        Require(Icd10 != Icd10.WithoutMark && Icd10.CompareTo(default) > 0 && Icd10.GetHashCode() != 0);
        Require(Uri != Uri.Unversioned && Uri.GetHashCode() != 0);
    });

    /// <summary>Not an Assert: those may allocate.</summary>
    private static void Require(bool condition)
    {
        if (!condition) throw new InvalidOperationException("The measured call gave the wrong answer.");
    }
}
