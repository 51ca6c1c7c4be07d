using System.ComponentModel;
using System.Globalization;

namespace Icd.Core.Codes;

/// <summary>Converts a code from and to text for configuration binding, model binding and designers.</summary>
/// <typeparam name="T">A code, an entity URI or an expression.</typeparam>
public sealed class SpanParsableTypeConverter<T> : TypeConverter
    where T : struct, ISpanParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="CodeFormatException">The text is malformed.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text.AsSpan(), CultureInfo.InvariantCulture) : base.ConvertFrom(context, culture, value);
}
