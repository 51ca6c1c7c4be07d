using System.Runtime.InteropServices;
using System.Text;
using Icd.Core.Codes;
using Icd.Core.Releases;
using static Icd.Mapping.Who.WhoCrosswalkFormat;

namespace Icd.Mapping.Who;

/// <summary>WHO's mapping tables of one release, read from their compiled file.</summary>
/// <remarks>Immutable; safe for concurrent use.</remarks>
public sealed class WhoCrosswalk
{
    /// <summary>The extension of compiled crosswalk files.</summary>
    public const string FileExtension = ".icdmap";

    private const string FilePrefix = "crosswalk-";

    private readonly byte[] _file;
    private readonly SectionRecord[] _sections;

    private WhoCrosswalk(byte[] file, string name)
    {
        _file = file;
        if (file.Length < HeaderLength || MemoryMarshal.Read<Header>(file) is not { Magic: Magic } header)
            throw new ReleaseFormatException(ReleaseFormatProblem.NotARelease, name, "er ikke en kompilert overgangstabell. Les WHOs overgangstabeller inn på nytt.", "is not a compiled crosswalk. Import WHO's mapping tables again.");
        if (header.Major != Major)
        {
            throw new ReleaseFormatException(
                header.Major > Major ? ReleaseFormatProblem.NewerFormat : ReleaseFormatProblem.OlderFormat, name,
                $"er en kompilert overgangstabell i format {header.Major}; denne versjonen leser format {Major}. Les WHOs overgangstabeller inn på nytt.",
                $"is a compiled crosswalk of format {header.Major}, and this version reads format {Major}. Import WHO's mapping tables again.");
        }

        var expected = header.HeaderCrc;
        header.HeaderCrc = 0;
        if (header.Length != (ulong)file.Length) throw new ReleaseFormatException(ReleaseFormatProblem.WrongLength, name, $"har {file.Length} byte, ikke {header.Length}. Les WHOs overgangstabeller inn på nytt.", $"has {file.Length} bytes instead of {header.Length}. Import WHO's mapping tables again.");
        if (Crc32C.Of(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in header, 1))) != expected || Crc32C.Of(file.AsSpan(HeaderLength)) != header.BodyCrc || header.Sections < SectionCount)
            throw new ReleaseFormatException(ReleaseFormatProblem.Corrupt, name, "er skadet: sjekksummen stemmer ikke. Les WHOs overgangstabeller inn på nytt.", "is damaged: its checksum is wrong. Import WHO's mapping tables again.");
        _sections = MemoryMarshal.Cast<byte, SectionRecord>(file.AsSpan(HeaderLength, SectionCount * 8)).ToArray();
        Release = ReleaseId.Create((int)header.Year, (int)header.Month);
        Sources = [.. Records<SourceRecord>(Section.Sources).ToArray().Select(source => new WhoTableSource((WhoTable)source.Table, Text(source.Name), Text(source.Sha256), (int)source.Rows))];
    }

    /// <summary>The release whose codes the targets are.</summary>
    public ReleaseId Release { get; }

    /// <summary>What was imported.</summary>
    public IReadOnlyList<WhoTableSource> Sources { get; }

    /// <summary>How many ICD-10 codes the one-category table has.</summary>
    public int Count => Records<ForwardRecord>(Section.One).Length;

    /// <summary>The name of the compiled file, <c>crosswalk-2024-01.icdmap</c>.</summary>
    public static string FileName(ReleaseId release) => $"{FilePrefix}{release}{FileExtension}";

    /// <summary>The newest crosswalk of a data directory that is not newer than a release; <see langword="null"/> where there is none.</summary>
    /// <param name="directory">The data directory; it need not exist.</param>
    /// <param name="notAfter">The MMS release in use; <c>default</c> for any.</param>
    /// <exception cref="ReleaseFormatException">The file is damaged. An older one never stands in for it unsaid.</exception>
    public static WhoCrosswalk? Newest(string directory, ReleaseId notAfter = default)
    {
        if (!Directory.Exists(directory)) return null;
        var (newest, release) = ((string?)null, default(ReleaseId));
        foreach (var path in Directory.EnumerateFiles(directory, $"{FilePrefix}*{FileExtension}"))
        {
            if (!ReleaseId.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(FilePrefix.Length), out var other)) continue;
            if ((notAfter.IsNone || other.CompareTo(notAfter) <= 0) && (newest is null || other.CompareTo(release) > 0)) (newest, release) = (path, other);
        }

        return newest is null ? null : Open(newest);
    }

    /// <summary>Opens a compiled file.</summary>
    /// <exception cref="ReleaseFormatException">The file is damaged or something else.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static WhoCrosswalk Open(string path) => new(File.ReadAllBytes(path), path);

    /// <summary>Reads a compiled crosswalk from bytes.</summary>
    /// <exception cref="ReleaseFormatException">The bytes are damaged or something else.</exception>
    public static WhoCrosswalk Load(ReadOnlySpan<byte> bytes, string name = "(memory)") => new(bytes.ToArray(), name);

    /// <summary>The row of the one-category table for a code; <see langword="null"/> where the table lacks it.</summary>
    public WhoTarget? Find(Icd10Code code)
    {
        var records = Records<ForwardRecord>(Section.One);
        var at = FirstAt(records, PackedCode.Of(code));
        return at < 0 ? null : ToTarget(WhoTable.OneCategory, in records[at]);
    }

    /// <summary>The rows of the table with several categories for a code, in its order.</summary>
    public IReadOnlyList<WhoTarget> FindAll(Icd10Code code)
    {
        var records = Records<ForwardRecord>(Section.Many);
        var packed = PackedCode.Of(code);
        var at = FirstAt(records, packed);
        if (at < 0) return [];
        var found = new List<WhoTarget>();
        for (; at < records.Length && records[at].Code == packed; at++) found.Add(ToTarget(WhoTable.MultipleCategories, in records[at]));
        return found;
    }

    /// <summary>Whether the table with several categories has more than one row for a code.</summary>
    internal bool HasSeveral(Icd10Code code)
    {
        var records = Records<ForwardRecord>(Section.Many);
        var packed = PackedCode.Of(code);
        var at = FirstAt(records, packed);
        return at >= 0 && at + 1 < records.Length && records[at + 1].Code == packed;
    }

    /// <summary>WHO's way back from an entity: of MMS, otherwise of the Foundation; <see langword="null"/> where neither table has it.</summary>
    public WhoBackTarget? FindBack(uint id, Residual residual) =>
        FindBack(Section.Back, WhoTable.Back, id, residual) ?? (residual == Residual.None ? FindBack(Section.FoundationBack, WhoTable.FoundationBack, id, residual) : null);

    /// <summary>All rows of the one-category table.</summary>
    public IEnumerable<(Icd10Code Code, WhoTarget Target)> Rows()
    {
        for (var i = 0; i < Count; i++)
        {
            var record = Records<ForwardRecord>(Section.One)[i];
            yield return (PackedCode.ToCode(record.Code), ToTarget(WhoTable.OneCategory, in record));
        }
    }

    internal void CopyTo(WhoCrosswalkDraft draft, HashSet<WhoTable> tables)
    {
        foreach (var (code, target) in Rows())
        {
            if (tables.Contains(WhoTable.OneCategory)) draft.Add(code, target);
        }

        if (tables.Contains(WhoTable.Foundation))
        {
            foreach (var record in Records<FoundationRecord>(Section.Foundation).ToArray()) draft.AddFoundation(PackedCode.ToCode(record.Code), EntityUri.Create(Linearization.Foundation, record.Id), record.IsEquivalent != 0);
        }

        if (tables.Contains(WhoTable.MultipleCategories))
        {
            foreach (var record in Records<ForwardRecord>(Section.Many).ToArray()) draft.Add(PackedCode.ToCode(record.Code), ToTarget(WhoTable.MultipleCategories, in record));
        }

        foreach (var (section, table) in ((Section, WhoTable)[])[(Section.Back, WhoTable.Back), (Section.FoundationBack, WhoTable.FoundationBack)])
        {
            if (!tables.Contains(table)) continue;
            foreach (var record in Records<BackRecord>(section).ToArray())
                draft.AddBack(EntityUri.Create(Linearization.Mms, (uint)(record.Key >> 2), (Residual)(record.Key & 3)), new(table, (int)record.Row, PackedCode.ToCode(record.Code)));
        }
    }

    private WhoBackTarget? FindBack(Section section, WhoTable table, uint id, Residual residual)
    {
        var records = Records<BackRecord>(section);
        var key = ((ulong)id << 2) | (byte)residual;
        var (low, high) = (0, records.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (records[middle].Key < key) low = middle + 1;
            else high = middle;
        }

        return low < records.Length && records[low].Key == key ? new(table, (int)records[low].Row, PackedCode.ToCode(records[low].Code)) : null;
    }

    private static int FirstAt(ReadOnlySpan<ForwardRecord> records, ulong code)
    {
        var (low, high) = (0, records.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (records[middle].Code < code) low = middle + 1;
            else high = middle;
        }

        return low < records.Length && records[low].Code == code ? low : -1;
    }

    private WhoTarget ToTarget(WhoTable table, in ForwardRecord record)
    {
        var foundation = FoundationOf(record.Code);
        return new(
            table, (int)record.Row, Text(record.Expression), (WhoTargetClass)record.Class,
            record.Id == 0 ? default : EntityUri.Create(Linearization.Mms, record.Id, (Residual)record.Residual),
            foundation.Id == 0 ? default : EntityUri.Create(Linearization.Foundation, foundation.Id),
            foundation.IsEquivalent != 0);
    }

    private FoundationRecord FoundationOf(ulong code)
    {
        var records = Records<FoundationRecord>(Section.Foundation);
        var (low, high) = (0, records.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (records[middle].Code < code) low = middle + 1;
            else high = middle;
        }

        return low < records.Length && records[low].Code == code ? records[low] : default;
    }

    private string Text(uint offset)
    {
        var strings = SectionBytes(Section.Strings)[(int)offset..];
        return Encoding.UTF8.GetString(strings.Slice(2, strings[0] | (strings[1] << 8)));
    }

    private ReadOnlySpan<byte> SectionBytes(Section section) => _file.AsSpan((int)_sections[(int)section].Offset, (int)_sections[(int)section].Length);

    private ReadOnlySpan<T> Records<T>(Section section) where T : unmanaged => MemoryMarshal.Cast<byte, T>(SectionBytes(section));
}
