using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Icd.Core.Codes;
using static Icd.Core.Releases.ReleaseFormat;

namespace Icd.Core.Releases;

/// <summary>Writes a draft in the compiled format.</summary>
internal sealed class ReleaseCompiler
{
    private readonly ReleaseDraft _draft;
    private readonly List<DraftEntity> _order = [];
    private readonly Dictionary<DraftEntity, int> _indexes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ulong, int> _uris = [];
    private readonly Dictionary<string, uint> _texts = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _strings = new();
    private readonly List<(Section Id, int Count, byte[] Bytes)> _sections = [];

    public ReleaseCompiler(ReleaseDraft draft) => _draft = draft;

    public byte[] Compile()
    {
        // Reference 0 means no text, so no text may stand there.
        WriteInt(0);
        foreach (var root in _draft.Roots) Number(root);
        WriteEntities();
        WriteTitles();
        WriteTerms();
        WriteScales();
        AddSection<InfoRecord>(Section.Info, [Info()]);
        AddSection<uint>(Section.Languages, [.. _draft.Languages.Select(Text)]);

        // What comes from the sources' own names, and what follows from the rest, stands last, so that the hash can leave it out.
        var contentHash = HashContent();
        WriteSanctions();
        AddSection<SourceRecord>(Section.Sources, [.. _draft.Sources.Select(Source)]);
        AddSection<byte>(Section.Strings, _strings.WrittenSpan);
        return Assemble(contentHash);
    }

    /// <summary>Numbers the tree depth first, without recursion: a damaged source must not overflow the stack.</summary>
    private void Number(DraftEntity root)
    {
        var open = new Stack<DraftEntity>([root]);
        while (open.TryPop(out var entity))
        {
            _indexes.Add(entity, _order.Count);
            _order.Add(entity);
            for (var i = entity.Children.Count - 1; i >= 0; i--) open.Push(entity.Children[i]);
        }
    }

    private InfoRecord Info() => new()
    {
        Classification = _draft.Key.Classification,
        IsStarter = _draft.Key.IsStarter ? (byte)1 : (byte)0,
        Year = (ushort)_draft.Key.ReleaseId.Year,
        Month = (uint)_draft.Key.ReleaseId.Month,
        Title = Text(_draft.Title),
    };

    private SourceRecord Source(ReleaseSource source) => new()
    {
        Kind = (uint)source.Kind,
        Name = Text(source.Name),
        Language = Text(source.Language),
        Version = Text(source.Version),
        Sha256 = Text(source.Sha256),
    };

    private void WriteEntities()
    {
        var records = new EntityRecord[_order.Count];
        var codes = new List<(ulong Key, int Index)>();
        for (var i = 0; i < records.Length; i++)
        {
            var entity = _order[i];
            var parent = entity.Parent is null ? -1 : _indexes[entity.Parent];
            var depth = parent < 0 ? 0 : records[parent].Depth + 1;
            records[i] = new()
            {
                Code = CodeKey(entity),
                Id = entity.Id,
                Parent = parent,
                End = i + 1,
                BlockId = Text(entity.BlockId),
                Chapter = parent < 0 ? i : records[parent].Chapter,
                Kind = entity.Kind,
                Residual = entity.Residual,
                Traits = entity.Traits,
                Depth = depth <= byte.MaxValue ? (byte)depth : throw new InvalidDataException($"{entity.Name} is {depth} levels below its root; more than {byte.MaxValue} cannot be."),
            };
            if (records[i].Code != 0) codes.Add((records[i].Code, i));
            if (entity.Id != 0) AddUri(entity, i);
        }

        // Children come after their parents, so going backwards every subtree is complete before its parent is reached.
        for (var i = records.Length - 1; i >= 0; i--)
        {
            if (records[i].Parent is >= 0 and var parent) records[parent].End = Math.Max(records[parent].End, records[i].End);
        }

        AddSection<EntityRecord>(Section.Entities, records);
        AddTable(Section.CodeKeys, Section.CodeValues, codes);
        AddTable(Section.UriKeys, Section.UriValues, [.. _uris.Select(pair => (pair.Key, pair.Value))]);
    }

    private ulong CodeKey(DraftEntity entity)
    {
        if (entity.Code.Length == 0) return 0;
        return ReleaseCodes.TryKey(_draft.Key.Classification, entity.Code, out var key)
            ? key
            : throw new InvalidDataException($"'{entity.Code}' is not a code of {_draft.Key.Classification.DisplayName()}.");
    }

    private void AddUri(DraftEntity entity, int index)
    {
        if (!_uris.TryAdd(Release.UriKey(entity.Id, entity.Residual), index))
            throw new InvalidDataException($"Two entities have the id {entity.Id}{EntityUriScanner.SuffixOf(entity.Residual)}: {_order[_uris[Release.UriKey(entity.Id, entity.Residual)]].Name} and {entity.Name}.");
    }

    private void WriteTitles()
    {
        var titles = new uint[_draft.Languages.Count * _order.Count];
        for (var language = 0; language < _draft.Languages.Count; language++)
        {
            for (var i = 0; i < _order.Count; i++)
                titles[(language * _order.Count) + i] = Text(_order[i].Titles.GetValueOrDefault(_draft.Languages[language], ""));
        }

        AddSection<uint>(Section.Titles, titles);
    }

    private void WriteTerms()
    {
        var starts = new uint[_order.Count + 1];
        var records = new List<TermRecord>();
        for (var i = 0; i < _order.Count; i++)
        {
            foreach (var term in _order[i].Terms)
            {
                records.Add(new()
                {
                    Reference = term.Reference.Packed,
                    Text = Text(term.Text),
                    Kind = term.Kind,
                    Language = checked((byte)LanguageIndex(term.Language)),
                    Source = SourceIndex(term.Source),
                });
            }

            starts[i + 1] = (uint)records.Count;
        }

        AddSection<uint>(Section.TermIndex, starts);
        AddSection<TermRecord>(Section.Terms, [.. records]);
    }

    private void WriteScales()
    {
        var starts = new uint[_order.Count + 1];
        var records = new List<ScaleRecord>();
        var roots = new List<int>();
        for (var i = 0; i < _order.Count; i++)
        {
            foreach (var scale in _order[i].Scales)
            {
                records.Add(new()
                {
                    Axis = Text(scale.Axis),
                    RootStart = (uint)roots.Count,
                    RootCount = (uint)scale.Roots.Count,
                    IsRequired = scale.IsRequired ? (byte)1 : (byte)0,
                    Multiple = scale.AllowMultipleValues,
                    Source = SourceIndex(scale.Source),
                });
                roots.AddRange(scale.Roots.Select(root => RootIndex(_order[i], scale, root)));
            }

            starts[i + 1] = (uint)records.Count;
        }

        AddSection<uint>(Section.ScaleIndex, starts);
        AddSection<ScaleRecord>(Section.Scales, [.. records]);
        AddSection<int>(Section.ScaleRoots, [.. roots]);
    }

    private void WriteSanctions()
    {
        if (_draft.SanctionStamp == 0) return;
        AddSection<uint>(Section.SanctionStamp, [_draft.SanctionStamp]);
        AddSection<SanctionRecord>(Section.Sanctions, [.. _draft.Sanctions.Select(rule => new SanctionRecord
        {
            Stem = _uris[Release.UriKey(rule.Stem.Id, rule.Stem.Residual)],
            Value = _uris[Release.UriKey(rule.Value.Id, rule.Value.Residual)],
            Target = _uris[Release.UriKey(rule.Target.Id, rule.Target.Residual)],
            IsCertain = rule.IsCertain ? (byte)1 : (byte)0,
            ImpliesWords = rule.ImpliesWords ? (byte)1 : (byte)0,
        })]);
    }

    private int RootIndex(DraftEntity stem, DraftScale scale, EntityUri root) =>
        _uris.TryGetValue(Release.UriKey(root.Id, root.Residual), out var index)
            ? index
            : throw new InvalidDataException($"The axis {scale.Axis} of {stem.Name} points to {root}, which the release does not have.");

    private int LanguageIndex(string language)
    {
        if (language.Length == 0) return 0;
        var index = _draft.Languages.IndexOf(language);
        return index >= 0 ? index : throw new InvalidDataException($"A term is in the language '{language}', which is not among the release's languages.");
    }

    private ushort SourceIndex(ReleaseSource source)
    {
        var index = _draft.Sources.IndexOf(source);
        return index >= 0 ? checked((ushort)index) : throw new InvalidDataException($"A part of the release comes from '{source.Name}', which is not among its sources.");
    }

    private uint Text(string text)
    {
        if (text.Length == 0) return 0;
        if (_texts.TryGetValue(text, out var known)) return known;
        var reference = (uint)_strings.WrittenCount;
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteInt(bytes.Length);
        _strings.Write(bytes);
        _texts.Add(text, reference);
        return reference;
    }

    private void WriteInt(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_strings.GetSpan(sizeof(int)), value);
        _strings.Advance(sizeof(int));
    }

    /// <summary>An open-addressing hash table, at most half full, with linear probing.</summary>
    private void AddTable(Section keySection, Section valueSection, List<(ulong Key, int Index)> entries)
    {
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, entries.Count * 2)));
        var (keys, values) = (new ulong[1 << bits], new int[1 << bits]);
        foreach (var (key, index) in entries)
        {
            var slot = Slot(key, bits);
            for (; keys[slot] != 0; slot = (slot + 1) & (keys.Length - 1))
            {
                if (keys[slot] == key)
                    throw new InvalidDataException($"Two entities have the code {_order[index].Code}: {Named(values[slot])} and {Named(index)}.");
            }

            (keys[slot], values[slot]) = (key, index);
        }

        AddSection<ulong>(keySection, keys);
        AddSection<int>(valueSection, values);
    }

    private string Named(int index) => $"'{_order[index].Titles.Values.FirstOrDefault() ?? _order[index].Name}'";

    private void AddSection<T>(Section id, ReadOnlySpan<T> records) where T : unmanaged =>
        _sections.Add((id, records.Length, MemoryMarshal.AsBytes(records).ToArray()));

    private byte[] HashContent()
    {
        _sections.Sort((left, right) => left.Id.CompareTo(right.Id));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, _, bytes) in _sections) hash.AppendData(bytes);
        hash.AppendData(_strings.WrittenSpan);
        return hash.GetHashAndReset();
    }

    private byte[] Assemble(ReadOnlySpan<byte> contentHash)
    {
        _sections.Sort((left, right) => left.Id.CompareTo(right.Id));
        var table = new SectionRecord[_sections.Count];
        var offset = HeaderLength + (table.Length * Unsafe.SizeOf<SectionRecord>());
        for (var i = 0; i < table.Length; i++)
        {
            offset = Align(offset);
            table[i] = new() { Id = _sections[i].Id, Count = (uint)_sections[i].Count, Offset = (ulong)offset, Length = (ulong)_sections[i].Bytes.Length };
            offset += _sections[i].Bytes.Length;
        }

        var file = new byte[Align(offset)];
        MemoryMarshal.AsBytes<SectionRecord>(table).CopyTo(file.AsSpan(HeaderLength));
        for (var i = 0; i < table.Length; i++) _sections[i].Bytes.CopyTo(file, (int)table[i].Offset);
        contentHash.CopyTo(file.AsSpan(ContentHashOffset));
        WriteHeader(file, table.Length);
        return file;
    }

    private static int Align(int offset) => (offset + 7) & ~7;

    private static void WriteHeader(Span<byte> file, int sectionCount)
    {
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file[VersionOffset..], Major);
        BinaryPrimitives.WriteUInt16LittleEndian(file[(VersionOffset + 2)..], Minor);
        BinaryPrimitives.WriteInt32LittleEndian(file[SectionCountOffset..], sectionCount);
        BinaryPrimitives.WriteUInt64LittleEndian(file[LengthOffset..], (ulong)file.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(file[BodyChecksumOffset..], Crc32C.Of(file[HeaderLength..]));
        BinaryPrimitives.WriteUInt32LittleEndian(file[HeaderChecksumOffset..], ReleaseHeader.HeaderChecksum(file));
    }
}
