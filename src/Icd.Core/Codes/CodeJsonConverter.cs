using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Icd.Core.Codes;

/// <summary>Reads and writes a code as a JSON string; <c>default</c>, which is no code, is <see langword="null"/>.</summary>
/// <typeparam name="T">A code, an entity URI or an expression.</typeparam>
public sealed class CodeJsonConverter<T> : JsonConverter<T>
    where T : struct, IUtf8SpanParsable<T>, IUtf8SpanFormattable, IEquatable<T>
{
    /// <summary>Room for the longest expression of codes; expressions of URIs are longer and take the slower way.</summary>
    private const int OrdinaryLength = 256;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null) return default;
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"A JSON string is expected for {typeof(T).Name}, found {reader.TokenType}.");
        return ReadText(ref reader);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadText(ref reader);

    private static T ReadText(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        var rented = length > OrdinaryLength ? ArrayPool<byte>.Shared.Rent(length) : null;
        var buffer = rented ?? stackalloc byte[OrdinaryLength];
        try
        {
            // Unescapes, so the result is never longer than the raw value.
            return T.Parse(buffer[..reader.CopyString(buffer)], CultureInfo.InvariantCulture);
        }
        catch (CodeFormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Equals(default)) writer.WriteNullValue();
        else Format(value, writer, static (w, utf8) => w.WriteStringValue(utf8));
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is <c>default</c>: a property must have a name.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Equals(default)) throw new JsonException($"default({typeof(T).Name}) has no text and cannot be the name of a property.");
        Format(value, writer, static (w, utf8) => w.WritePropertyName(utf8));
    }

    private static void Format(T value, Utf8JsonWriter writer, Writer write)
    {
        var length = OrdinaryLength;
        Span<byte> buffer = stackalloc byte[OrdinaryLength];
        int written;
        while (!value.TryFormat(buffer, out written, default, CultureInfo.InvariantCulture))
            buffer = new byte[length *= 4];
        write(writer, buffer[..written]);
    }

    private delegate void Writer(Utf8JsonWriter writer, ReadOnlySpan<byte> utf8);
}
