namespace Icd.Core.Codes;

/// <summary>Reads one entity URI from the front of a text.</summary>
internal static class EntityUriScanner
{
    public const string EntityPrefix = "http://id.who.int/icd/entity/";
    public const string ReleasePrefix = "http://id.who.int/icd/release/11/";

    /// <summary>Reads the URI at <paramref name="start"/>; stops where the grammar ends, so a separator may follow at once.</summary>
    /// <param name="end">Where the URI ends, or where it stops being one.</param>
    /// <returns>The packed URI, or 0.</returns>
    public static ulong Read<T>(ReadOnlySpan<T> text, int start, out int end) where T : unmanaged
    {
        end = start;
        if (!Accept(text, ref end, "http")) return 0;
        Accept(text, ref end, "s");
        if (!Accept(text, ref end, "://id.who.int/icd/")) return 0;

        var (linearization, release) = (Linearization.Foundation, default(ReleaseId));
        if (Accept(text, ref end, "release/11/"))
        {
            if (ReadRelease(text, end) is { IsNone: false } found)
            {
                release = found;
                end += found.Month == 0 ? 5 : 8;
            }

            if (Accept(text, ref end, "mms/")) linearization = Linearization.Mms;
            else if (Accept(text, ref end, "icf/")) linearization = Linearization.Icf;
            else return 0;
        }
        else if (!Accept(text, ref end, "entity/"))
        {
            return 0;
        }

        if (!ReadId(text, ref end, out var id)) return 0;
        var residual = linearization == Linearization.Foundation ? Residual.None : ReadResidual(text, ref end);
        return EntityUri.Create(linearization, id, residual, release).Packed;
    }

    public static string NameOf(Linearization linearization) => linearization == Linearization.Mms ? "mms" : "icf";

    public static string SuffixOf(Residual residual) => residual switch
    {
        Residual.Other => "/other",
        Residual.Unspecified => "/unspecified",
        _ => "",
    };

    private static bool Accept<T>(ReadOnlySpan<T> text, ref int position, string expected) where T : unmanaged
    {
        if (text.Length - position < expected.Length) return false;
        for (var i = 0; i < expected.Length; i++)
        {
            if (AsciiUnit.At(text, position + i) != expected[i]) return false;
        }

        position += expected.Length;
        return true;
    }

    private static ReleaseId ReadRelease<T>(ReadOnlySpan<T> text, int position) where T : unmanaged
    {
        Span<char> name = stackalloc char[7];
        // yyyy-MM, then yyyy; a loop over the span [7, 4] allocates where it is not optimized.
        for (var length = 7; length >= 4; length -= 3)
        {
            if (text.Length <= position + length || AsciiUnit.At(text, position + length) != '/') continue;
            for (var i = 0; i < length; i++) name[i] = (char)AsciiUnit.At(text, position + i);
            if (ReleaseId.TryParse(name[..length], out var release)) return release;
        }

        return default;
    }

    private static bool ReadId<T>(ReadOnlySpan<T> text, ref int position, out uint id) where T : unmanaged
    {
        ulong value = 0;
        var start = position;
        while (position < text.Length && AsciiUnit.ClassOf(AsciiUnit.At(text, position)) == AsciiUnit.Digit && value <= uint.MaxValue)
            value = (value * 10) + AsciiUnit.At(text, position++) - '0';
        id = value <= uint.MaxValue ? (uint)value : 0;
        // WHO writes ids without leading zeros; a second spelling of the same entity would not be the same text.
        return id != 0 && AsciiUnit.At(text, start) != '0';
    }

    private static Residual ReadResidual<T>(ReadOnlySpan<T> text, ref int position) where T : unmanaged
    {
        var before = position;
        var residual = Accept(text, ref position, "/other") ? Residual.Other
            : Accept(text, ref position, "/unspecified") ? Residual.Unspecified
            : Residual.None;
        // "/otherwise" is no residual; leave the slash for the caller, who reads it as a separator.
        if (residual == Residual.None || position >= text.Length || AsciiUnit.ClassOf(AsciiUnit.At(text, position)) == 0) return residual;
        position = before;
        return Residual.None;
    }
}
