using FsCheck;
using FsCheck.Fluent;
using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Core.Tests.Support;

/// <summary>Generators of well-formed values and of hostile text.</summary>
internal static class Some
{
    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Units = Digits + Letters;

    public static Gen<string> StemCode { get; } =
        from head in Shape("123456789" + Letters.Replace("X", ""), Letters, Digits, Units)
        from tail in Gen.OneOf(Gen.Constant(""), Shape(".", Units), Shape(".", Units, Units))
        select head + tail;

    public static Gen<string> ExtensionCode { get; } =
        from head in Shape("X", Letters, Digits, Units)
        from tail in Gen.OneOf(Gen.Constant(""), Shape(Units), Shape(Units, Units))
        select head + tail;

    public static Gen<string> Chapter { get; } =
        Gen.OneOf(Gen.Choose(1, 26).Select(number => $"{number:D2}"), Gen.Elements("V", "X"));

    public static Gen<string> Icd11Text { get; } = Gen.OneOf(StemCode, ExtensionCode, Chapter);

    public static Gen<string> Icd10Text { get; } =
        from head in Shape(Letters + "IO", Digits, Digits + "nst")
        from tail in Gen.OneOf(Gen.Constant(""), Shape(".", Digits + "x"), Shape(".", Digits + "x", Digits + "abcdefghijklmnopqrstuvwxyz"))
        from mark in Gen.Elements("", "", "†", "*")
        select head + tail + mark;

    public static Gen<ReleaseId> Release { get; } =
        from year in Gen.Choose(2001, 2127)
        from month in Gen.Choose(0, 12)
        select ReleaseId.Create(year, month);

    public static Gen<EntityUri> FoundationUri { get; } =
        from id in Id()
        select EntityUri.Create(Linearization.Foundation, id);

    public static Gen<EntityUri> Uri { get; } = Gen.OneOf(FoundationUri, LinearizationUri(Linearization.Mms), LinearizationUri(Linearization.Icf));

    public static Gen<EntityUri> MemberUri { get; } = Gen.OneOf(FoundationUri, LinearizationUri(Linearization.Mms));

    /// <summary>A stem with its extensions, as texts.</summary>
    public static Gen<string[]> Group { get; } =
        from stem in Member(StemCode)
        from count in Gen.Choose(0, 6)
        from extensions in Gen.ArrayOf(Member(ExtensionCode), count)
        select (string[])[stem, .. extensions];

    /// <summary>One to four stems: at most 28 members.</summary>
    public static Gen<string[][]> Groups { get; } =
        from count in Gen.Choose(1, 4)
        from groups in Gen.ArrayOf(Group, count)
        select groups;

    public static Gen<ClusterExpression> Expression { get; } =
        from groups in Groups
        select ClusterExpression.Parse(Joined(groups));

    /// <summary>Text over characters that codes, URIs and their mistakes are made of.</summary>
    public static Gen<string> NastyText { get; } =
        from length in Gen.Choose(0, 40)
        from units in Gen.ArrayOf(Gen.Elements("XIO019.&/ \u00A0ht tp:%26†*EeLlnstx-–;\u017F\uFEFF".ToCharArray()), length)
        select new string(units);

    /// <summary>Any UTF-16 units, broken surrogates included.</summary>
    public static Gen<string> AnyText { get; } =
        from length in Gen.Choose(0, 20)
        from units in Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 0xFFFF), Gen.Choose(0xD800, 0xDFFF), Gen.Choose(0, 0x7F)), length)
        select string.Concat(units.Select(unit => (char)unit));

    /// <summary>A well-formed text with one unit replaced, dropped or added: near misses reach further into a parser.</summary>
    public static Gen<string> NearMiss(Gen<string> wellFormed) =>
        from text in wellFormed
        from at in Gen.Choose(0, text.Length)
        from dropped in Gen.Choose(0, 2)
        from added in Gen.Elements("", "I", "o", ".", "&", "/", " ", "0", "9", "X", "\u00A0", "†", "\uD83D\uDE00", "é", "%26", "-", "\0")
        select text[..at] + added + text[Math.Min(text.Length, at + dropped)..];

    public static string Joined(string[][] groups) => string.Join(" / ", groups.Select(group => string.Join(" & ", group)));

    private static Gen<string> Member(Gen<string> code) =>
        Gen.Frequency((4, code), (1, MemberUri.Select(uri => uri.ToString())));

    private static Gen<uint> Id() => Gen.OneOf(Gen.Choose(1, int.MaxValue).Select(id => (uint)id), Gen.Elements(1u, uint.MaxValue));

    private static Gen<EntityUri> LinearizationUri(Linearization linearization) =>
        from id in Id()
        from residual in Gen.Elements(Residual.None, Residual.Other, Residual.Unspecified)
        from release in Gen.OneOf(Gen.Constant(default(ReleaseId)), Release)
        select EntityUri.Create(linearization, id, residual, release);

    private static Gen<string> Shape(params string[] places) =>
        places.Select(place => Gen.Elements(place.ToCharArray()))
            .Aggregate(Gen.Constant(""), (text, unit) => from head in text from next in unit select head + next);
}
