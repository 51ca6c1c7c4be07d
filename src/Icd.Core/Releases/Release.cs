using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using static Icd.Core.Releases.ReleaseFormat;

namespace Icd.Core.Releases;

/// <summary>One published version of a classification, immutable, read in place from its compiled file.</summary>
/// <remarks>
/// Opening maps the file and verifies its checksum; nothing is parsed and hardly anything allocated, so a process may
/// hold many releases, and processes share the memory. All members are safe for concurrent use. There is nothing to
/// dispose: the mapping ends when the release and its entities are collected.
/// </remarks>
public sealed class Release
{
    private readonly ReleaseMemory _memory;
    private readonly SectionRecord[] _sections;

    /// <summary>Where the entities are in memory: nothing is read as often.</summary>
    private readonly unsafe EntityRecord* _entities;
    private readonly string[] _languages;
    private readonly ReleaseSource[] _sources;
    private readonly KeyTable _codes, _uris;

    private unsafe Release(ReleaseMemory memory, string path)
    {
        _memory = memory;
        var header = ReleaseHeader.Verify(memory.Bytes, path);
        _sections = header.Sections;
        ContentHash = header.ContentHash;
        try
        {
            var info = Records<InfoRecord>(Section.Info)[0];
            // A classification that this version does not know has no name; without this check only a later error message would fail.
            _ = info.Classification.Name();
            Key = new(info.Classification, info.Year == 0 ? default : ReleaseId.Create(info.Year, (int)info.Month), info.IsStarter != 0);
            Title = Text(info.Title) ?? "";
            Count = Records<EntityRecord>(Section.Entities).Length;
            _entities = (EntityRecord*)(memory.Start + _sections[(int)Section.Entities].Offset);
            _languages = new string[Records<uint>(Section.Languages).Length];
            for (var i = 0; i < _languages.Length; i++) _languages[i] = Text(Records<uint>(Section.Languages)[i])!;
            _sources = new ReleaseSource[Records<SourceRecord>(Section.Sources).Length];
            for (var i = 0; i < _sources.Length; i++) _sources[i] = ReadSource(Records<SourceRecord>(Section.Sources)[i]);
            if (!SectionsFit()) throw new ArgumentException("its sections do not fit each other");
            _codes = new(Records<ulong>(Section.CodeKeys), Records<int>(Section.CodeValues));
            _uris = new(Records<ulong>(Section.UriKeys), Records<int>(Section.UriValues));
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // The checksum is right, so these bytes were written so: by a faulty or foreign writer.
            throw new ReleaseFormatException(ReleaseFormatProblem.Corrupt, path, "motsier seg selv. Les utgaven inn på nytt.", $"contradicts itself ({exception.Message.TrimEnd('.')}). Import the release again.");
        }
    }

    /// <summary>What tells this release from others.</summary>
    public ReleaseKey Key { get; }

    /// <summary>The classification.</summary>
    public Classification Classification => Key.Classification;

    /// <summary>The publisher's name of the release, for people.</summary>
    public string Title { get; }

    /// <summary>How many entities there are; their indexes run from 0 in depth-first order.</summary>
    public int Count { get; }

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over everything but the sources: two releases with the same hash say the same,
    /// whatever files they were compiled from.
    /// </summary>
    public string ContentHash { get; }

    /// <summary>The languages that titles are loaded in, the first one the default.</summary>
    public IReadOnlyList<string> Languages => _languages;

    /// <summary>What the release was compiled from.</summary>
    public IReadOnlyList<ReleaseSource> Sources => _sources;

    /// <summary>Whether any stem has a postcoordination scale: without them expressions can be judged by our axis profile only.</summary>
    public bool HasScales => Records<ScaleRecord>(Section.Scales).Length > 0;

    /// <summary>Which version of the derivation made <see cref="Sanctions"/>; 0 where the file has none.</summary>
    internal uint SanctionStamp => Records<uint>(Section.SanctionStamp) is [var stamp] ? stamp : 0;

    /// <summary>The sanctioning rules that were worked out from the titles when the release was imported.</summary>
    internal IReadOnlyList<ReleaseSanction> Sanctions
    {
        get
        {
            var records = Records<SanctionRecord>(Section.Sanctions);
            var rules = new ReleaseSanction[records.Length];
            for (var i = 0; i < rules.Length; i++)
                rules[i] = new(new(this, records[i].Stem), new(this, records[i].Value), new(this, records[i].Target), records[i].IsCertain != 0, records[i].ImpliesWords != 0);
            GC.KeepAlive(this);
            return rules;
        }
    }

    /// <summary>An entity by its index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entity.</exception>
    public Entity this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new(this, index);
        }
    }

    /// <summary>All entities in depth-first order.</summary>
    public IEnumerable<Entity> Entities => Enumerable.Range(0, Count).Select(index => new Entity(this, index));

    /// <summary>The chapters; for ICF and ICPC-2 whatever stands at the top.</summary>
    public IEnumerable<Entity> Roots
    {
        get
        {
            for (var i = 0; i < Count; i = new Entity(this, i).End) yield return new(this, i);
        }
    }

    /// <summary>Opens a compiled release file by mapping it into memory.</summary>
    /// <param name="path">A <c>.icdrel</c> file.</param>
    /// <exception cref="ReleaseFormatException">The file is damaged, truncated, too new or something else.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static Release Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(ReleaseMemory.Map(path), path);
    }

    /// <summary>Reads a compiled release from bytes, which are copied.</summary>
    /// <param name="bytes">The contents of a compiled file.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="ReleaseFormatException">The bytes are damaged, truncated, too new or something else.</exception>
    public static Release Load(ReadOnlySpan<byte> bytes, string name = "(memory)") => new(ReleaseMemory.Of(bytes), name);

    /// <summary>Reads a compiled release in place from a resource of an assembly.</summary>
    /// <param name="resource">From <c>GetManifestResourceStream</c>; it stays in use, so it is not to be disposed of.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="ReleaseFormatException">The bytes are damaged, truncated, too new or something else.</exception>
    public static Release Load(UnmanagedMemoryStream resource, string name) => new(ReleaseMemory.Of(resource), name);

    /// <summary>Finds an entity by its code, as a person types it: any case, ICD-10 with or without point.</summary>
    /// <param name="code">A code of this classification; chapter numbers are codes too.</param>
    /// <param name="entity">The entity, or <c>default</c>.</param>
    public bool TryFind(ReadOnlySpan<char> code, out Entity entity)
    {
        entity = default;
        return ReleaseCodes.TryKey(Classification, code, out var key) && TryFindKey(key, out entity);
    }

    /// <summary>Whether text has the form of a code of a classification, so that it is worth looking up there.</summary>
    public static bool HasCodeForm(Classification classification, ReadOnlySpan<char> code) => ReleaseCodes.TryKey(classification, code, out _);

    /// <summary>Finds an entity by its ICD-11 code; never found in a release of another classification.</summary>
    public bool TryFind(Icd11Code code, out Entity entity)
    {
        entity = default;
        return Classification == Classification.Mms && TryFindKey(code.Packed, out entity);
    }

    /// <summary>Finds an entity by its ICD-10 code, whatever its mark; never found in a release of another classification.</summary>
    public bool TryFind(Icd10Code code, out Entity entity)
    {
        entity = default;
        return Classification == Classification.Icd10 && TryFindKey(code.PackedCode, out entity);
    }

    /// <summary>Finds an entity by its URI: the linearization's or the Foundation's.</summary>
    /// <remarks>A versioned URI of another release is not found here; ask that release.</remarks>
    public bool TryFind(EntityUri uri, out Entity entity)
    {
        entity = default;
        if (uri == default || Classification.Linearization() is not { } own) return false;
        if (uri.Linearization != Linearization.Foundation && uri.Linearization != own) return false;
        return (uri.Release.IsNone || uri.Release == Key.ReleaseId) && TryFind(uri.Id, uri.Residual, out entity);
    }

    /// <summary>Finds what a member of an expression names, by its code or URI.</summary>
    public bool TryFind(ClusterMember member, out Entity entity) => member.IsUri ? TryFind(member.Uri, out entity) : TryFind(member.Code, out entity);

    /// <summary>Finds an entity by WHO's number.</summary>
    public bool TryFind(uint id, Residual residual, out Entity entity) => TryFind(in _uris, UriKey(id, residual), out entity);

    internal static ulong UriKey(uint id, Residual residual) => ((ulong)id << 2) | (byte)residual;

    private bool TryFindKey(ulong key, out Entity entity) => TryFind(in _codes, key, out entity);

    private bool TryFind(in KeyTable table, ulong key, out Entity entity)
    {
        var index = table.Find(key);
        GC.KeepAlive(this);
        entity = index < 0 ? default : new(this, index);
        return index >= 0;
    }

    internal unsafe EntityRecord Record(int index)
    {
        if ((uint)index >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(index));
        var record = _entities[index];
        GC.KeepAlive(this);
        return record;
    }

    internal int LanguageIndex(ReadOnlySpan<char> language)
    {
        for (var i = 0; i < _languages.Length; i++)
        {
            if (language.Equals(_languages[i], StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    internal string? TitleOf(int index, int language)
    {
        var text = Text(Records<uint>(Section.Titles)[(language * Count) + index]);
        GC.KeepAlive(this);
        return text;
    }

    internal IReadOnlyList<Term> TermsOf(int index)
    {
        var starts = Records<uint>(Section.TermIndex);
        var records = Records<TermRecord>(Section.Terms)[(int)starts[index]..(int)starts[index + 1]];
        if (records.IsEmpty) return [];
        var terms = new Term[records.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var record = records[i];
            var text = Text(record.Text) ?? "";
            terms[i] = new(record.Kind, text.Length == 0 ? "" : _languages[record.Language], text, new(record.Reference), _sources[record.Source]);
        }

        GC.KeepAlive(this);
        return terms;
    }

    internal IReadOnlyList<PostcoordinationScale> ScalesOf(int index)
    {
        var starts = Records<uint>(Section.ScaleIndex);
        var records = Records<ScaleRecord>(Section.Scales)[(int)starts[index]..(int)starts[index + 1]];
        if (records.IsEmpty) return [];
        var scales = new PostcoordinationScale[records.Length];
        for (var i = 0; i < scales.Length; i++)
        {
            var record = records[i];
            var roots = new Entity[record.RootCount];
            for (var r = 0; r < roots.Length; r++) roots[r] = this[Records<int>(Section.ScaleRoots)[(int)record.RootStart + r]];
            scales[i] = new(Text(record.Axis)!, record.IsRequired != 0, record.Multiple, roots, _sources[record.Source]);
        }

        GC.KeepAlive(this);
        return scales;
    }

    /// <summary>A text of the string section: its length as a 32-bit integer, then UTF-8.</summary>
    internal string? Text(uint reference)
    {
        if (reference == 0) return null;
        var strings = SectionBytes(Section.Strings)[(int)reference..];
        var length = MemoryMarshal.Read<int>(strings);
        var text = Encoding.UTF8.GetString(strings.Slice(sizeof(int), length));
        GC.KeepAlive(this);
        return text;
    }

    private ReleaseSource ReadSource(SourceRecord record) =>
        new((SourceKind)record.Kind, Text(record.Name) ?? "", Text(record.Language) ?? "", Text(record.Version) ?? "", Text(record.Sha256) ?? "");

    /// <summary>Whether sections that are read side by side have the lengths that this takes: better one error on opening than many in use.</summary>
    private bool SectionsFit() =>
        Records<uint>(Section.Titles).Length == (long)_languages.Length * Count
        && Records<uint>(Section.TermIndex).Length == Count + 1
        && Records<uint>(Section.ScaleIndex).Length == Count + 1
        && IsTable(Section.CodeKeys, Section.CodeValues)
        && IsTable(Section.UriKeys, Section.UriValues)
        && IsTree(Records<EntityRecord>(Section.Entities))
        && AreSanctions(Records<SanctionRecord>(Section.Sanctions));

    private bool AreSanctions(ReadOnlySpan<SanctionRecord> rules)
    {
        foreach (ref readonly var rule in rules)
        {
            if ((uint)rule.Stem >= (uint)Count || (uint)rule.Value >= (uint)Count || (uint)rule.Target >= (uint)Count) return false;
        }

        return true;
    }

    private bool IsTable(Section keys, Section values) => KeyTable.Fit(Records<ulong>(keys), Records<int>(values));

    /// <summary>Every subtree lies inside its parent's, so that walking the tree always comes to an end.</summary>
    private static bool IsTree(ReadOnlySpan<EntityRecord> entities)
    {
        for (var i = 0; i < entities.Length; i++)
        {
            ref readonly var entity = ref entities[i];
            var room = entity.Parent < 0 ? entities.Length : entity.Parent < i ? entities[entity.Parent].End : 0;
            if (entity.End <= i || entity.End > room || (uint)entity.Chapter > (uint)i) return false;
        }

        return true;
    }

    /// <summary>Bounds were checked when the file was opened; slicing checks again, so no answer can come from elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> SectionBytes(Section section)
    {
        ref readonly var record = ref _sections[(int)section];
        return _memory.Bytes.Slice((int)record.Offset, (int)record.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<T> Records<T>(Section section) where T : unmanaged => MemoryMarshal.Cast<byte, T>(SectionBytes(section));
}
