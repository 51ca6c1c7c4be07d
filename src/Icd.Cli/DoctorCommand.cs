using System.CommandLine;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Mapping.Who;

namespace Icd.Cli;

/// <summary><c>icd doctor</c>: what data are loaded, what is missing, and what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new CommandWithExamples(
            "doctor", "What data are loaded, what is missing, and what to do about it. Exit code 0 if everything is there.",
            "icd doctor",
            "icd doctor --json --lang nb");
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var findings = Examine(GlobalOptions.CatalogOf(parsed), GlobalOptions.MessageLanguageOf(parsed) == MessageLanguage.Bokmal).ToList();
        if (parsed.GetValue(GlobalOptions.Json)) Terminal.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("dataDirectory", GlobalOptions.DirectoryOf(parsed));
            writer.WriteStartArray("findings");
            foreach (var (name, state, text, remedy) in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                writer.WriteString("state", state);
                writer.WriteString("text", text);
                writer.WriteString("remedy", remedy);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        else
        {
            Console.Out.WriteLine(GlobalOptions.DirectoryOf(parsed));
            foreach (var (_, state, text, remedy) in findings) Console.Out.WriteLine($"  {state,-8} {text}{(remedy is null ? "" : $"\n           {remedy}")}");
        }

        return findings.Exists(finding => finding.State == "broken") ? ExitCode.Data : findings.Exists(finding => finding.State == "missing") ? ExitCode.No : ExitCode.Fine;
    }

    private static IEnumerable<(string Name, string State, string Text, string? Remedy)> Examine(ReleaseCatalog catalog, bool nb)
    {
        string Say(string bokmal, string english) => nb ? bokmal : english;
        var open = new List<Release>();
        foreach (var key in catalog.Keys)
        {
            string? problem = null;
            try
            {
                open.Add(catalog.Open(key));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problem = exception.Message;
            }

            if (problem is not null) yield return ("release", "broken", problem, Say($"Les utgivelsen inn på nytt: `icd data import FIL --replace`, eller slett {key.FileName}.", $"Import the release again: `icd data import FILE --replace`, or delete {key.FileName}."));
        }

        var mms = open.FindLast(release => release.Classification == Classification.Mms && !release.Key.IsStarter);
        yield return mms is null
            ? ("icd11", "missing", Say("Ingen offisiell ICD-11-utgivelse: startutgivelsen har bare et utvalg.", "No official ICD-11 release: the starter release has a selection only."), Say("`icd data fetch 2024-01` laster ned en; `icd data import FIL` leser filer du har.", "`icd data fetch 2024-01` downloads one; `icd data import FILE` reads files that you have."))
            : ("icd11", "present", $"{mms.Key}: {string.Join(" ", mms.Languages)}", null);
        if (mms is not null)
        {
            yield return mms.HasScales
                ? ("scales", "present", Say("WHOs postkoordineringsskalaer dømmer uttrykk.", "WHO's postcoordination scales judge expressions."), null)
                : ("scales", "missing", Say("WHOs postkoordineringsskalaer mangler: vår egen akseprofil dømmer i stedet, og sier det.", "WHO's postcoordination scales are missing: our own axis profile judges instead, and says so."), Say($"`icd data crawl --release {mms.Key.ReleaseId}` henter dem fra et ICD-API.", $"`icd data crawl --release {mms.Key.ReleaseId}` reads them from an ICD-API."));
        }

        var (who, broken) = Tables(catalog);
        if (broken is not null) yield return ("crosswalk", "broken", broken, Say("Les WHOs tabeller inn på nytt: `icd data import MAPPING.ZIP`.", "Import WHO's tables again: `icd data import MAPPING.ZIP`."));
        else
        {
            yield return who is null
                ? ("crosswalk", "missing", Say("WHOs konverteringstabeller mangler: bare våre egne regler svarer.", "WHO's mapping tables are missing: only our own rules answer."), Say("`icd data fetch 2024-01` henter dem; `icd data import mapping.zip` leser dem.", "`icd data fetch 2024-01` downloads them; `icd data import mapping.zip` reads them."))
                : ("crosswalk", "present", Say($"WHOs konverteringstabeller {who.Release}: {who.Count} ICD-10-koder.", $"WHO's mapping tables {who.Release}: {who.Count} ICD-10 codes."), null);
            if (who is not null && mms is not null && who.Release != mms.Key.ReleaseId && !open.Exists(release => release.Classification == Classification.Mms && !release.Key.IsStarter && release.Key.ReleaseId == who.Release))
                yield return ("carry-over", "missing", Say($"Tabellene er skrevet for {who.Release}, som ikke er lastet: koder som er endret siden, kan ikke bæres over.", $"The tables are written for {who.Release}, which is not loaded: codes that changed since cannot be carried over."), $"`icd data fetch {who.Release}`");
        }

        foreach (var (classification, name) in ((Classification, string)[])[(Classification.Icd10, "icd10"), (Classification.Icpc2, "icpc2")])
        {
            var found = open.FindLast(release => release.Classification == classification);
            yield return found is null
                ? (name, "missing", Say($"Norsk {classification.DisplayName()} mangler i dette bygget.", $"The Norwegian {classification.DisplayName()} is missing from this build."), Say("Bygg med Node.js 20 eller nyere på maskinen.", "Build with Node.js 20 or newer on the machine."))
                : (name, "present", $"{found.Key}: {found.Entities.Count(entity => entity.IsSelectable)} {Say("koder", "codes")}", null);
        }

        var icf = open.FindLast(release => release.Classification == Classification.Icf);
        yield return icf is null
            ? ("icf", "optional", Say("ICF er ikke lastet; bare den som validerer ICF-koder trenger den.", "ICF is not loaded; only who validates ICF codes needs it."), null)
            : ("icf", "present", icf.Key.ToString(), null);
    }

    private static (WhoCrosswalk? Tables, string? Problem) Tables(ReleaseCatalog catalog)
    {
        try
        {
            return (WhoCrosswalk.Newest(catalog.DataDirectory), null);
        }
        catch (ReleaseFormatException exception)
        {
            return (null, exception.Message);
        }
    }
}
