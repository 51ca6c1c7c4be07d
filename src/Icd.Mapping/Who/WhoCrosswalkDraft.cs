using System.Runtime.InteropServices;
using System.Text;
using Icd.Core.Codes;
using Icd.Core.Releases;
using static Icd.Mapping.Who.WhoCrosswalkFormat;

namespace Icd.Mapping.Who;

/// <summary>WHO's tables of one release while they are being read; compiled into the file that <see cref="WhoCrosswalk"/> opens.</summary>
public sealed class WhoCrosswalkDraft
{
    private readonly List<(ulong Code, WhoTarget Target)> _one = [], _many = [];
    private readonly Dictionary<ulong, (uint Id, bool IsEquivalent)> _foundation = [];
    private readonly List<BackRecord> _back = [], _foundationBack = [];
    private readonly List<WhoTableSource> _sources = [];

    /// <summary>A draft for the tables of one release.</summary>
    public WhoCrosswalkDraft(ReleaseId release) => Release = release;

    /// <summary>The release whose codes the targets are.</summary>
    public ReleaseId Release { get; }

    /// <summary>The tables that are in the draft.</summary>
    public IReadOnlyList<WhoTableSource> Sources => _sources;

    /// <summary>Begins a table; what the draft had of the same table goes.</summary>
    public void Begin(WhoTableSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _sources.RemoveAll(known => known.Table == source.Table);
        _sources.Add(source);
        // A folder may have the same table as text and as workbook.
        Action clear = source.Table switch
        {
            WhoTable.OneCategory => _one.Clear,
            WhoTable.MultipleCategories => _many.Clear,
            WhoTable.Back => _back.Clear,
            WhoTable.Foundation => _foundation.Clear,
            WhoTable.FoundationBack => _foundationBack.Clear,
            _ => throw new ArgumentOutOfRangeException(nameof(source), source.Table, "There is no such table."),
        };
        clear();
    }

    /// <summary>Adds a row of one of the two tables from ICD-10 to MMS.</summary>
    public void Add(Icd10Code code, WhoTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        (target.Table == WhoTable.OneCategory ? _one : _many).Add((PackedCode.Of(code), target));
    }

    /// <summary>Adds a row of the table from ICD-10 to the Foundation.</summary>
    public void AddFoundation(Icd10Code code, EntityUri foundation, bool isEquivalent) => _foundation[PackedCode.Of(code)] = (foundation.Id, isEquivalent);

    /// <summary>Adds a row of one of the two tables back to ICD-10.</summary>
    public void AddBack(EntityUri entity, WhoBackTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        (target.Table == WhoTable.Back ? _back : _foundationBack).Add(new() { Key = KeyOf(entity), Code = target.Code == default ? 0 : PackedCode.Of(target.Code), Row = (uint)target.Row });
    }

    /// <summary>Adds the tables that a compiled crosswalk has and this draft has not.</summary>
    /// <exception cref="ArgumentException">The two are of different releases.</exception>
    public void AddMissing(WhoCrosswalk compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        if (compiled.Release != Release) throw new ArgumentException($"The tables are of {compiled.Release}, not of {Release}.", nameof(compiled));
        var missing = compiled.Sources.Where(source => !_sources.Exists(own => own.Table == source.Table)).ToList();
        compiled.CopyTo(this, [.. missing.Select(source => source.Table)]);
        _sources.AddRange(missing);
    }

    internal static ulong KeyOf(EntityUri entity) => ((ulong)entity.Id << 2) | (byte)entity.Residual;

    /// <summary>Writes the compiled file.</summary>
    public byte[] Compile()
    {
        var strings = new Strings();
        var sources = _sources.OrderBy(source => source.Table).Select(source => new SourceRecord { Table = (uint)source.Table, Name = strings.Add(source.Name), Sha256 = strings.Add(source.Sha256), Rows = (uint)source.Rows }).ToArray();
        byte[][] sections =
        [
            [],
            Bytes(sources),
            Bytes(Forward(_one, strings)),
            Bytes(Forward(_many, strings)),
            Bytes(_back.OrderBy(record => record.Key).ToArray()),
            Bytes(_foundationBack.OrderBy(record => record.Key).ToArray()),
            Bytes(_foundation.OrderBy(entry => entry.Key).Select(entry => new FoundationRecord { Code = entry.Key, Id = entry.Value.Id, IsEquivalent = entry.Value.IsEquivalent ? 1u : 0 }).ToArray()),
        ];
        sections[(int)Section.Strings] = strings.ToArray();

        var offset = HeaderLength + (SectionCount * 8);
        var table = new SectionRecord[SectionCount];
        for (var i = 0; i < SectionCount; i++)
        {
            table[i] = new() { Offset = (uint)offset, Length = (uint)sections[i].Length };
            offset = (offset + sections[i].Length + 7) & ~7;
        }

        var file = new byte[offset];
        Bytes(table).CopyTo(file, HeaderLength);
        for (var i = 0; i < SectionCount; i++) sections[i].CopyTo(file, table[i].Offset);
        var header = new Header { Magic = Magic, Major = Major, Minor = Minor, Sections = SectionCount, Length = (ulong)offset, Year = (uint)Release.Year, Month = (uint)Release.Month, BodyCrc = Crc32C.Of(file.AsSpan(HeaderLength)) };
        header.HeaderCrc = Crc32C.Of(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in header, 1)));
        MemoryMarshal.Write(file, in header);
        return file;
    }

    private static ForwardRecord[] Forward(List<(ulong Code, WhoTarget Target)> rows, Strings strings) =>
    [
        .. rows.OrderBy(row => row.Code).ThenBy(row => row.Target.Row).Select(row => new ForwardRecord
        {
            Code = row.Code,
            Id = row.Target.Entity.Id,
            Expression = strings.Add(row.Target.Expression),
            Row = (uint)row.Target.Row,
            Residual = (byte)row.Target.Entity.Residual,
            Class = (byte)row.Target.Class,
        }),
    ];

    private static byte[] Bytes<T>(T[] records) where T : unmanaged => MemoryMarshal.AsBytes(records.AsSpan()).ToArray();

    /// <summary>Texts, each once: a 16-bit length, then UTF-8; offset 0 is the empty text.</summary>
    private sealed class Strings
    {
        private readonly Dictionary<string, uint> _offsets = new(StringComparer.Ordinal) { [""] = 0 };
        private readonly List<byte> _all = [0, 0];

        public uint Add(string text)
        {
            if (_offsets.TryGetValue(text, out var offset)) return offset;
            offset = (uint)_all.Count;
            var bytes = Encoding.UTF8.GetBytes(text);
            _all.Add((byte)bytes.Length);
            _all.Add((byte)(bytes.Length >> 8));
            _all.AddRange(bytes);
            return _offsets[text] = offset;
        }

        public byte[] ToArray() => [.. _all];
    }
}
