using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Icd.Core.Releases;
using Icd.Search.Analysis;
using Icd.Search.Indexing;

namespace Icd.Search.Storage;

/// <summary>A compiled index as a file: a header, then the tables one after the other, each with its length.</summary>
/// <remarks>
/// Little-endian. The header has a magic, the format's version, the length of the rest, its CRC-32C, and the SHA-256 of what the index was
/// made from. A file that says anything else than what is asked for is stale: it is made anew, never mended.
/// </remarks>
internal static class IndexFile
{
    private const int HeaderLength = 64;
    private const uint Version = 3;

    private static ReadOnlySpan<byte> Magic => [0x89, (byte)'I', (byte)'C', (byte)'S', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes an index.</summary>
    public static void Write(Stream stream, IndexTables tables, string identity)
    {
        using var body = new MemoryStream();
        var writer = new Writer(body);
        Describe(tables, writer);
        Span<byte> header = stackalloc byte[HeaderLength];
        header.Clear();
        Magic.CopyTo(header);
        BitConverter.TryWriteBytes(header[8..], Version);
        BitConverter.TryWriteBytes(header[16..], body.Length);
        BitConverter.TryWriteBytes(header[24..], Crc32C.Of(body.GetBuffer().AsSpan(0, (int)body.Length)));
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), header[32..]);
        stream.Write(header);
        body.Position = 0;
        body.CopyTo(stream);
    }

    /// <summary>Reads an index; <see langword="null"/> where the stream has none that was made from the same, or a damaged one.</summary>
    public static IndexTables? Read(Stream stream, string identity)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        if (!BitConverter.IsLittleEndian || stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength) return null;
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), expected);
        if (!header.StartsWith(Magic) || BitConverter.ToUInt32(header[8..]) != Version || !header[32..].SequenceEqual(expected)) return null;
        var length = BitConverter.ToInt64(header[16..]);
        if (length is < 0 or > int.MaxValue || stream.Length - stream.Position != length) return null;
        var body = GC.AllocateUninitializedArray<byte>((int)length);
        stream.ReadExactly(body);
        return Crc32C.Of(body) == BitConverter.ToUInt32(header[24..]) ? Restore(new Reader(body)) : null;
    }

    private static void Describe(IndexTables t, Writer w)
    {
        w.Write(t.Keys.Forms);
        w.Write(StringList.Of(t.Keys.Lemmas));
        w.Write(t.Keys.Stopwords);
        w.Write(t.Surfaces);
        w.Write(t.SurfaceSpellings);
        w.Write(t.Popularity);
        w.Write(t.Spellings);
        w.Write(t.SpellingLexemes);
        w.Write(t.SpellingRanks);
        w.Write(t.Lexemes);
        w.Write(t.Parts.Texts);
        var (costs, flags, lexemeStarts, lexemes, lexemeCosts) = t.Parts.Arrays;
        w.Write(costs);
        w.Write(flags);
        w.Write(lexemeStarts);
        w.Write(lexemes);
        w.Write(lexemeCosts);
        w.Write(t.Importance);
        w.Write(t.NamesAlone);
        w.Write(t.PostingStarts);
        w.Write(t.Postings);
        w.Write(t.ExpansionStarts);
        w.Write(t.Expansions);
        w.Write(t.Phrases);
        w.Write(t.PhraseStarts);
        w.Write(t.PhraseExpansions);
        w.Write(t.ShortForms);
        w.Write(t.LongFormStarts);
        w.Write(t.LongForms);
        w.Write(t.TermTexts);
        w.Write(t.Terms);
        w.Write(t.Slots);
        w.Write(t.SlotLexemes);
        w.Write(t.VerbatimKeys);
        w.Write(t.VerbatimTerms);
        w.Write(t.TermDocumentStarts);
        w.Write(t.TermDocuments);
        w.Write(t.Documents);
        w.Write(t.Codes);
        w.Write(t.LinkStarts);
        w.Write(t.Links);
        w.Write(t.CodeKeys);
        w.Write(t.CodeKeyStarts);
        w.Write(t.CodeKeyDocuments);
        w.Write(t.Provenances);
        w.Write(t.Languages);
    }

    /// <summary>The same order as <see cref="Describe"/>: object initializers run from top to bottom.</summary>
    private static IndexTables Restore(Reader r)
    {
        var forms = r.Table();
        var lemmas = r.List();
        return new()
        {
            Keys = new WordKeys(forms, [.. Enumerable.Range(0, lemmas.Count).Select(i => lemmas[i].ToString())], r.Table()),
            Surfaces = r.Table(),
            SurfaceSpellings = r.Array<int>(),
            Popularity = r.Array<byte>(),
            Spellings = r.Table(),
            SpellingLexemes = r.Array<int>(),
            SpellingRanks = r.Array<byte>(),
            Lexemes = r.Table(),
            Parts = new PartDictionary(r.Table(), r.Array<float>(), r.Array<byte>(), r.Array<int>(), r.Array<int>(), r.Array<float>()),
            Importance = r.Array<byte>(),
            NamesAlone = r.Array<byte>(),
            PostingStarts = r.Array<int>(),
            Postings = r.Array<Posting>(),
            ExpansionStarts = r.Array<int>(),
            Expansions = r.Array<Expansion>(),
            Phrases = r.Table(),
            PhraseStarts = r.Array<int>(),
            PhraseExpansions = r.Array<Expansion>(),
            ShortForms = r.Table(),
            LongFormStarts = r.Array<int>(),
            LongForms = r.List(),
            TermTexts = r.List(),
            Terms = r.Array<IndexedTerm>(),
            Slots = r.Array<Slot>(),
            SlotLexemes = r.Array<int>(),
            VerbatimKeys = r.Array<ulong>(),
            VerbatimTerms = r.Array<int>(),
            TermDocumentStarts = r.Array<int>(),
            TermDocuments = r.Array<TermDocument>(),
            Documents = r.Array<Document>(),
            Codes = r.List(),
            LinkStarts = r.Array<int>(),
            Links = r.Array<DocumentLink>(),
            CodeKeys = r.Table(),
            CodeKeyStarts = r.Array<int>(),
            CodeKeyDocuments = r.Array<int>(),
            Provenances = r.List(),
            Languages = r.List(),
        };
    }

    private sealed class Writer(Stream stream)
    {
        public void Write(StringTable table)
        {
            Write(table.Text);
            Write(table.Starts);
        }

        public void Write(StringList list)
        {
            Write(list.Text);
            Write(list.Starts);
        }

        public void Write<T>(T[] items) where T : unmanaged
        {
            var bytes = MemoryMarshal.AsBytes<T>(items);
            stream.Write(BitConverter.GetBytes((long)bytes.Length));
            stream.Write(bytes);
            stream.Write(new byte[-bytes.Length & 7]);
        }
    }

    private sealed class Reader(byte[] bytes)
    {
        private int _at;

        public StringTable Table() => new(Array<char>(), Array<int>());

        public StringList List() => new(Array<char>(), Array<int>());

        public T[] Array<T>() where T : unmanaged
        {
            var length = (int)BitConverter.ToInt64(bytes, _at);
            var items = MemoryMarshal.Cast<byte, T>(bytes.AsSpan(_at + sizeof(long), length)).ToArray();
            _at += sizeof(long) + ((length + 7) & ~7);
            return items;
        }
    }
}
