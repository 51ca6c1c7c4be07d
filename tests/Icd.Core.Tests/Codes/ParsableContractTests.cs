using System.ComponentModel;
using System.Globalization;
using System.Text;
using Icd.Core.Codes;
using Icd.Core.Expressions;

namespace Icd.Core.Tests.Codes;

/// <summary>What .NET expects of every parsable and formattable value, for all of ours.</summary>
public class ParsableContractTests
{
    public const string LongUri = "http://id.who.int/icd/release/11/2024-01/mms/1310075986/unspecified";

    public static TheoryData<Contract> Contracts =>
    [
        new Contract<Icd11Code>("BA41.0", "BA4O.0"),
        new Contract<Icd10Code>("A17.0†", "A17.0††"),
        new Contract<EntityUri>(LongUri, LongUri + "é"),
        new Contract<ClusterExpression>("2A00/5A11&XK8G&XN109", "5A11 XK8G"),
        new Contract<ClusterExpression>($"{LongUri} & XK8G / {LongUri}", LongUri + " &"),
    ];

    [Theory, MemberData(nameof(Contracts))]
    public void Parse_WellFormed_GivesTheSameFromEveryInput(Contract contract) => contract.ParsesAlike();

    [Theory, MemberData(nameof(Contracts))]
    public void Parse_Malformed_ThrowsWithTheErrorInTheInputsUnits(Contract contract) => contract.RefusesAlike();

    [Theory, MemberData(nameof(Contracts))]
    public void TryFormat_EveryBufferLength_WritesAllOrNothing(Contract contract) => contract.Formats();

    [Theory, MemberData(nameof(Contracts))]
    public void TypeConverter_Text_ConvertsBothWays(Contract contract) => contract.Converts();

    /// <summary>Lets one theory run over several types.</summary>
    public abstract class Contract
    {
        public abstract void ParsesAlike();

        public abstract void RefusesAlike();

        public abstract void Formats();

        public abstract void Converts();
    }

    private sealed class Contract<T>(string good, string bad) : Contract
        where T : struct, ISpanParsable<T>, IUtf8SpanParsable<T>, ISpanFormattable, IUtf8SpanFormattable, IEquatable<T>
    {
        private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

        public override void ParsesAlike()
        {
            var expected = Parse(good);
            Assert.NotEqual(default, expected);
            Assert.Equal(expected, T.Parse(good.AsSpan(), Turkish));
            Assert.Equal(expected, T.Parse(Encoding.UTF8.GetBytes(good), Turkish));
            Assert.True(TryParse(good, Turkish, out T one) && T.TryParse(good.AsSpan(), null, out var two)
                && T.TryParse(Encoding.UTF8.GetBytes(good), null, out var three)
                && one.Equals(expected) && two.Equals(expected) && three.Equals(expected));
        }

        public override void RefusesAlike()
        {
            var utf8 = Encoding.UTF8.GetBytes(bad);
            Assert.Throws<ArgumentNullException>(() => Parse(null!));
            Assert.False(TryParse(null, null, out T missing));
            Assert.Equal(default, missing);
            Assert.False(TryParse(bad, null, out T _) || T.TryParse(bad.AsSpan(), null, out _) || T.TryParse(utf8, null, out _));

            var error = Assert.Throws<CodeFormatException>(() => Parse(bad));
            Assert.Equal(error.Error, Assert.Throws<CodeFormatException>(() => T.Parse(bad.AsSpan(), null)).Error);
            var utf8Error = Assert.Throws<CodeFormatException>(() => T.Parse(utf8, null));
            // The message is for people, who count characters whatever the input was.
            Assert.Equal(error.Message, utf8Error.Message);
            Assert.Equal(Encoding.UTF8.GetByteCount(bad.AsSpan(0, error.Error.Position)), utf8Error.Error.Position);
        }

        public override void Formats()
        {
            var value = Parse(good);
            var utf8 = Encoding.UTF8.GetBytes(good);
            Assert.Equal(good, value.ToString());
            Assert.Equal(good, value.ToString(null, Turkish));
            for (var length = 0; length <= good.Length + 10; length++)
            {
                var buffer = new char[length];
                Assert.Equal(length >= good.Length, value.TryFormat(buffer, out var written, default, Turkish));
                Assert.Equal(length >= good.Length ? good : "", new string(buffer, 0, written));
            }

            for (var length = 0; length <= utf8.Length + 10; length++)
            {
                var buffer = new byte[length];
                Assert.Equal(length >= utf8.Length, value.TryFormat(buffer, out int written, default, Turkish));
                Assert.Equal(length >= utf8.Length ? utf8 : [], buffer[..written]);
            }

            Assert.True(default(T).TryFormat(Span<char>.Empty, out var none, default, null) && none == 0);
            Assert.True(default(T).TryFormat(Span<byte>.Empty, out none, default, null) && none == 0);
        }

        public override void Converts()
        {
            var converter = TypeDescriptor.GetConverter(typeof(T));
            Assert.True(converter.CanConvertFrom(typeof(string)) && converter.CanConvertTo(typeof(string)));
            Assert.Equal(Parse(good), converter.ConvertFromInvariantString(good));
            Assert.Equal(good, converter.ConvertToInvariantString(Parse(good)));
            Assert.False(converter.CanConvertFrom(typeof(int)));
            Assert.Throws<NotSupportedException>(() => converter.ConvertFrom(1));
            Assert.Throws<CodeFormatException>(() => converter.ConvertFromInvariantString(bad));
        }

        public override string ToString() => $"{typeof(T).Name} {good}";

        private static T Parse(string text) => Parse<T>(text);

        // Through IParsable alone: T itself would offer its overload for spans first.
        private static TAny Parse<TAny>(string text) where TAny : IParsable<TAny> => TAny.Parse(text, null);

        private static bool TryParse<TAny>(string? text, IFormatProvider? provider, out TAny value)
            where TAny : struct, IParsable<TAny> => TAny.TryParse(text, provider, out value);
    }
}
