using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Mapping.Rules;
using Icd.Mapping.Who;

namespace Icd.Cli;

/// <summary>What <c>icd doctor</c> finds of one thing.</summary>
/// <param name="Name">What it is about; a contract.</param>
/// <param name="State"><c>present</c>, <c>missing</c>, <c>optional</c> or <c>broken</c>.</param>
/// <param name="Text">For a person.</param>
/// <param name="Remedy">What to do; <see langword="null"/> where nothing has to be done, or another finding says it.</param>
internal sealed record DoctorFinding(string Name, string State, string Text, string? Remedy = null);

/// <summary>Looks at a data directory: what is there, what is missing, what is damaged or unfinished.</summary>
internal sealed class Examination(ReleaseCatalog catalog, bool nb)
{
    private readonly List<Release> _open = [];
    private readonly List<ReleaseKey> _damaged = [];

    public IEnumerable<DoctorFinding> Findings() => [.. Files(), .. Unfinished(), .. Mms(), .. Tables(), .. Norwegian(), Icf()];

    private string Say(string bokmal, string english) => nb ? bokmal : english;

    private IEnumerable<DoctorFinding> Files()
    {
        foreach (var key in catalog.Keys)
        {
            if (Problem(() => _open.Add(catalog.Open(key))) is not { } problem) continue;
            _damaged.Add(key);
            yield return new("release", "broken", problem, Say($"Les utgaven inn på nytt med `icd data import FIL --replace`, eller slett {key.FileName}, så svarer en eldre utgave.", $"Import the release again with `icd data import FILE --replace`, or delete {key.FileName}, and an older release answers."));
        }

        if (!Directory.Exists(catalog.DataDirectory)) yield break;
        foreach (var name in Directory.EnumerateFiles(catalog.DataDirectory, $"*{ReleaseKey.FileExtension}").Select(path => Path.GetFileName(path)).Where(name => !ReleaseKey.TryParseFileName(name, out _)))
            yield return new("release", "broken", Say($"{name} har ikke et navn som en utgave og leses ikke.", $"{name} is not named like a release and is not read."), Say("Gi filen tilbake navnet sitt, for eksempel mms-2024-01.icdrel, eller slett den.", "Give the file back its name, such as mms-2024-01.icdrel, or delete it."));
    }

    private IEnumerable<DoctorFinding> Unfinished()
    {
        var downloads = Path.Combine(catalog.DataDirectory, "downloads");
        var parts = Directory.Exists(downloads) ? Directory.EnumerateFiles(downloads, "*.part", SearchOption.AllDirectories) : [];
        foreach (var release in parts.Select(path => Path.GetFileName(Path.GetDirectoryName(path))!).Distinct())
            yield return new("download", "missing", Say($"Nedlastingen av {release} ble avbrutt.", $"The download of {release} was cut off."), Say($"`icd data fetch {release}` går videre der den stoppet.", $"`icd data fetch {release}` goes on where it stopped."));
        var crawl = Path.Combine(catalog.DataDirectory, "crawl");
        if (Directory.Exists(crawl) && Directory.EnumerateFileSystemEntries(crawl).Any())
            yield return new("crawl", "missing", Say("En innhenting fra et ICD-API ble avbrutt.", "Reading from an ICD-API was cut off."), Say("Samme `icd data crawl` går videre der den stoppet.", "The same `icd data crawl` goes on where it stopped."));
    }

    private Release? Newest(Classification classification) => _open.FindLast(release => release.Classification == classification && !release.Key.IsStarter);

    private IEnumerable<DoctorFinding> Mms()
    {
        if (Newest(Classification.Mms) is not { } mms)
        {
            yield return _damaged.Exists(key => key.Classification == Classification.Mms)
                ? new("icd11", "missing", Say("Ingen offisiell ICD-11-utgave kan leses: den som er skadet, er den eneste.", "No official ICD-11 release can be read: the damaged one is the only one."))
                : new("icd11", "missing", Say("Ingen offisiell ICD-11-utgave: den innebygde startutgaven har bare et utvalg av kodene.", "No official ICD-11 release: the built-in starter release has a selection of codes only."), Say("`icd data fetch 2024-01` laster ned en; `icd data import FIL` leser filer du har.", "`icd data fetch 2024-01` downloads one; `icd data import FILE` reads files that you have."));
            yield break;
        }

        yield return new("icd11", "present", $"ICD-11 {mms.Key}: {string.Join(" ", mms.Languages)}");
        yield return mms.HasScales
            ? new("scales", "present", Say("WHOs postkoordineringsskalaer vurderer uttrykk.", "WHO's postcoordination scales judge expressions."))
            : new("scales", "missing", Say("WHOs postkoordineringsskalaer mangler: vår egen akseprofil vurderer i stedet, og sier det.", "WHO's postcoordination scales are missing: our own axis profile judges instead, and says so."), Say($"`icd data crawl --release {mms.Key.ReleaseId}` henter dem fra et ICD-API.", $"`icd data crawl --release {mms.Key.ReleaseId}` reads them from an ICD-API."));
    }

    private IEnumerable<DoctorFinding> Tables()
    {
        WhoCrosswalk? who = null;
        if (Problem(() => who = WhoCrosswalk.Newest(catalog.DataDirectory)) is { } problem)
        {
            yield return new("crosswalk", "broken", problem, Say("Les dem inn på nytt: `icd data import mapping.zip`.", "Import them again: `icd data import mapping.zip`."));
            yield break;
        }

        yield return who is null
            ? new("crosswalk", "missing", Say("WHOs overgangstabeller mangler: bare våre egne regler svarer.", "WHO's mapping tables are missing: only our own rules answer."), Say("`icd data fetch 2024-01` henter dem; `icd data import mapping.zip` leser dem.", "`icd data fetch 2024-01` downloads them; `icd data import mapping.zip` reads them."))
            : new("crosswalk", "present", Say($"WHOs overgangstabeller {who.Release}: {who.Count} ICD-10-koder", $"WHO's mapping tables {who.Release}: {who.Count} ICD-10 codes"));
        // Rules and tables speak the codes of one release; only where it is loaded do its URIs lead to another.
        var written = who?.Release ?? CrosswalkRules.WrittenFor;
        if (Newest(Classification.Mms) is { } mms && mms.Key.ReleaseId != written && !_open.Exists(release => release.Classification == Classification.Mms && !release.Key.IsStarter && release.Key.ReleaseId == written))
            yield return new("carry-over", "missing", Say($"Regler og tabeller er skrevet for {written}, som ikke er lastet: koder som er endret mellom {written} og {mms.Key.ReleaseId}, kan få feil svar eller ikke noe.", $"Rules and tables are written for {written}, which is not loaded: codes that changed between {written} and {mms.Key.ReleaseId} may be answered wrongly or not at all."), Say($"`icd data fetch {written}` laster den ved siden av.", $"`icd data fetch {written}` loads it beside the other."));
    }

    private IEnumerable<DoctorFinding> Norwegian()
    {
        foreach (var (classification, name) in ((Classification, string)[])[(Classification.Icd10, "icd10"), (Classification.Icpc2, "icpc2")])
        {
            yield return Newest(classification) is not { } found
                ? new(name, "missing", Say($"Norsk {classification.DisplayName()} mangler i dette bygget.", $"The Norwegian {classification.DisplayName()} is missing from this build."), Say("Bygg med Node.js 20 eller nyere på maskinen.", "Build with Node.js 20 or newer on the machine."))
                : new(name, "present", $"{classification.DisplayName()} {found.Key.ReleaseId}: {found.Entities.Count(entity => entity.IsSelectable)} {Say("koder", "codes")}");
        }
    }

    private DoctorFinding Icf() => Newest(Classification.Icf) is { } icf
        ? new("icf", "present", $"ICF {icf.Key}")
        : new("icf", "optional", Say("ICF er ikke lastet; bare den som vurderer ICF-koder, trenger den.", "ICF is not loaded; only who judges ICF codes needs it."));

    private string? Problem(Action open)
    {
        try
        {
            open();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileErrors.Describe(exception, nb ? MessageLanguage.Bokmal : MessageLanguage.English);
        }
    }
}
