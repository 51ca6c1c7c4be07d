using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Icd.Core.Releases;
using Icd.Mapping;
using Icd.Transition.Scan.Codes;
using Icd.Transition.Scan.Detection;
using Icd.Transition.Scan.Files;
using Icd.Transition.Scan.Meaning;
using Icd.Transition.Scan.Text;

namespace Icd.Transition.Scan;

/// <summary>Finds what depends on ICD-10 in source code, settings and data, and says what becomes of it in ICD-11.</summary>
/// <remarks>
/// Nothing is ever written to what is scanned. A first pass over the bytes passes over the files that have nothing; the others are divided into tokens by the syntax of their language. Safe for
/// concurrent use.
/// </remarks>
public sealed class Scanner
{
    private readonly CodeBook _book;
    private readonly CodePatterns _patterns;
    private readonly FirstPass _firstPass;
    private readonly FileAnalysis _analysis;
    private readonly Advisor _advisor;
    private readonly Crosswalk _crosswalk;

    /// <summary>A scanner for the codes of a crosswalk's edition.</summary>
    /// <param name="crosswalk">What codes become.</param>
    /// <param name="titleOf">Titles of ICD-11 by language (BCP 47), such as <see cref="ReleaseCatalog.TitleOf"/>; without it only those of the release itself.</param>
    public Scanner(Crosswalk crosswalk, Func<Entity, string, DisplayTitle>? titleOf = null)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        _crosswalk = crosswalk;
        _book = new(crosswalk.Edition);
        _patterns = new(_book);
        _firstPass = new(_book);
        _analysis = new(_book, _patterns);
        _advisor = new(_book, crosswalk, titleOf ?? OwnTitle);
    }

    private static DisplayTitle OwnTitle(Entity entity, string language) =>
        entity.TitleIn(language) is { } title ? new(title, language, entity.IsAuthored) : new(entity.Title, entity.Release.Languages[0], entity.IsAuthored);

    /// <summary>Scans files and folders.</summary>
    /// <exception cref="IOException">A path that was named does not exist; files below one that cannot be read are in <see cref="ScanCounts.Problems"/>.</exception>
    public ScanReport Scan(ScanOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var system in options.Systems)
        {
            if (!File.Exists(system.Path) && !Directory.Exists(system.Path)) throw new FileNotFoundException($"There is no file or folder {system.Path}.", system.Path);
        }

        var counts = new ScanCounts();
        var own = options.IgnoreFiles.Select(file => IgnoreRules.Parse(options.WorkingDirectory, File.ReadLines(file))).ToList();
        var walk = new FileWalk(own, counts);
        var found = new ConcurrentBag<(string Path, ScanSystem System, string Language, Sighting Sighting)>();
        var (suppressed, below) = (0, 0);
        // A file that lies below two of the paths is read once, for the first.
        Parallel.ForEach(
            Partitioner.Create(options.Systems.SelectMany(system => walk.Files(Path.GetFullPath(system.Path)).Select(path => (Path: path, System: system))).DistinctBy(file => file.Path), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Parallelism) },
            file =>
            {
                foreach (var (language, sighting, hidden) in Read(file.Path, counts, options.MinConfidence))
                {
                    Interlocked.Add(ref suppressed, hidden);
                    if (sighting is null) continue;
                    if (sighting.Confidence < options.MinConfidence) Interlocked.Increment(ref below);
                    else found.Add((file.Path, file.System, language, sighting));
                }
            });

        var ordered = found.GroupBy(item => item.Path, StringComparer.Ordinal)
            .OrderBy(file => IndexOf(options.Systems, file.First().System)).ThenBy(file => file.Key, StringComparer.Ordinal).ToList();
        var findings = ordered.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Max(1, options.Parallelism)).SelectMany(file => Findings(file.Key, [.. file], options)).ToList();
        var fresh = findings.Where(finding => options.Baseline?.Has(finding.Fingerprint) != true).ToList();
        return new(fresh, counts, [.. options.Systems.Select(system => system.Name).Distinct()], suppressed, findings.Count - fresh.Count, below, _crosswalk.Edition.Key.ToString(), _crosswalk.Release.Key.ToString());
    }

    /// <summary>Scans a text as a file of a name would be; for tests and editors.</summary>
    internal IReadOnlyList<Finding> ScanText(string name, string text, double minConfidence = 0.5)
    {
        var system = new ScanSystem("", name);
        var sightings = Examine(name, Languages.Of(name), text, minConfidence).Sightings.Where(sighting => sighting.Confidence >= minConfidence).Select(sighting => (name, system, Languages.Of(name).Name, sighting)).ToList();
        return Findings(name, sightings, new() { Systems = [system], WorkingDirectory = "" });
    }

    private static int IndexOf(IReadOnlyList<ScanSystem> systems, ScanSystem system)
    {
        for (var i = 0; i < systems.Count; i++)
        {
            if (ReferenceEquals(systems[i], system)) return i;
        }

        return systems.Count;
    }

    private List<(string Language, Sighting? Sighting, int Suppressed)> Read(string path, ScanCounts counts, double minConfidence)
    {
        var found = new List<(string, Sighting?, int)>();
        try
        {
            if (Languages.IsWorkbook(path)) ReadWorkbook(path, counts, found);
            else if (Languages.IsBinaryByName(path)) counts.AddBinary();
            else ReadText(path, counts, minConfidence, found);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or System.Xml.XmlException)
        {
            counts.AddProblem(path, exception.Message);
        }

        return found;
    }

    private void ReadText(string path, ScanCounts counts, double minConfidence, List<(string, Sighting?, int)> found)
    {
        var syntax = Languages.Of(path);
        var table = syntax.IsTable ? new TableDetector(_book, _patterns, path) : null;
        var (line, isExamined) = (1, false);
        SourceFile.Read(path, counts, piece =>
        {
            var hasMore = piece.Length >= SourceFile.PieceLength / 2;
            if (!isExamined && !_firstPass.IsWorthALook(piece, (syntax.IsBare || syntax.IsData) && !syntax.IsProse))
            {
                if (hasMore) line += piece.Count((byte)'\n');
                return;
            }

            isExamined = true;
            var text = SourceFile.Decode(piece);
            if (table is not null)
            {
                table.Read(text);
                return;
            }

            var (sightings, suppressed) = Examine(path, syntax, text, minConfidence, line);
            if (suppressed > 0) found.Add((syntax.Name, null, suppressed));
            found.AddRange(sightings.Select(sighting => (syntax.Name, (Sighting?)sighting, 0)));
            if (hasMore) line += text.AsSpan().Count('\n');
        });
        if (isExamined) counts.AddExamined();
        if (table is not null && isExamined) found.AddRange(table.Finish().Select(sighting => (syntax.Name, (Sighting?)sighting, 0)));
    }

    private (IReadOnlyList<Sighting> Sightings, int Suppressed) Examine(string path, Syntax syntax, string text, double minConfidence, int line = 1)
    {
        if (!syntax.IsTable)
        {
            using var source = new Source(path, syntax, text, line);
            return _analysis.Of(source, minConfidence);
        }

        var table = new TableDetector(_book, _patterns, path);
        table.Read(text);
        return ([.. table.Finish()], 0);
    }

    private void ReadWorkbook(string path, ScanCounts counts, List<(string, Sighting?, int)> found)
    {
        counts.AddFile(new FileInfo(path).Length);
        counts.AddExamined();
        foreach (var (sheet, text) in WorkbookText.Read(path))
        {
            var table = new TableDetector(_book, _patterns, path);
            table.Read(text);
            found.AddRange(table.Finish().Select(sighting => ("workbook", (Sighting?)(sighting with { Name = $"{sheet}: {sighting.Name}" }), 0)));
        }
    }

    private List<Finding> Findings(string path, List<(string Path, ScanSystem System, string Language, Sighting Sighting)> sightings, ScanOptions options)
    {
        var system = sightings.Count > 0 ? sightings[0].System : null;
        var shown = Shown(path, options.WorkingDirectory);
        // Relative to what was scanned, so that a baseline holds wherever the tree lies.
        var relative = system is null || options.WorkingDirectory.Length == 0 ? path : Path.GetRelativePath(Directory.Exists(system.Path) ? system.Path : Path.GetDirectoryName(Path.GetFullPath(system.Path))!, path).Replace('\\', '/');
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        foreach (var (_, _, language, sighting) in sightings.OrderBy(item => item.Sighting.Locations is [var first, ..] ? (first.Line, first.Column) : default).ThenBy(item => item.Sighting.Kind))
        {
            var consequence = _advisor.Of(sighting);
            var key = $"{sighting.Kind.Name()}\n{relative}\n{string.Join('\n', sighting.Written.Select(written => string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))}";
            var ordinal = seen[key] = seen.GetValueOrDefault(key) + 1;
            findings.Add(new()
            {
                Kind = sighting.Kind,
                Place = sighting.Place,
                Path = shown,
                System = system!.Name,
                Language = language,
                Location = sighting.Locations is [var location, ..] ? location : new(1, 1, 1, 1),
                Locations = sighting.Locations ?? [],
                Count = sighting.Count ?? Math.Max(1, sighting.Locations?.Count ?? 1),
                Snippet = sighting.Snippet ?? "",
                Written = sighting.Written,
                Confidence = Math.Round(sighting.Confidence, 2),
                Reasons = [.. sighting.Evidence.Where(item => item.Text.English.Length > 0).OrderByDescending(item => Math.Abs(item.Weight)).Select(item => item.Text)],
                Risk = consequence.Risk,
                Change = consequence.Change,
                Counterparts = consequence.Counterparts,
                Counts = consequence.Counts,
                Cover = consequence.Cover,
                Length = sighting.Length,
                Name = sighting.Kind is FindingKind.Name or FindingKind.CodeSystem or FindingKind.Column ? sighting.Name : null,
                Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{ordinal}")).AsSpan(0, 8)),
            });
        }

        return findings;
    }

    private static string Shown(string path, string workingDirectory)
    {
        if (workingDirectory.Length == 0) return path;
        var relative = Path.GetRelativePath(workingDirectory, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
