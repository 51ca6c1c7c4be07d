using System.Text.RegularExpressions;
using Icd.Core.Codes;
using Icd.Import.Tabulation;

namespace Icd.Import;

/// <summary>Which language and release a tabulation is of, where it does not say so itself.</summary>
internal static partial class FileNaming
{
    /// <summary>The language in a file's name: <c>…-MMS-es.txt</c>, <c>simpletabulation_fr.xlsx</c>; none means English in older releases.</summary>
    public static string Language(TabulationFile file, ImportOptions options)
    {
        if (options.Language is { Length: > 0 } given) return given;
        var name = Path.GetFileNameWithoutExtension(file.Name);
        if (LanguageSuffix().Match(name) is { Success: true } match) return match.Groups["language"].Value.ToLowerInvariant();
        if (name.Equals("simpletabulation", StringComparison.OrdinalIgnoreCase) && !file.HasEnglishTitles) return "en";
        throw new ImportException(file.Name, "the language cannot be told from the file's name", "Say it, for example --language en.");
    }

    /// <summary>The release, from the surest sign to the least sure one; signs that contradict each other are an error.</summary>
    public static ReleaseId Release(TabulationFile file, ImportOptions options, List<string> notes)
    {
        var (inUris, ofLabel, ofFolder) = (InUris(file), file.ReleaseOfLabel(), OfFolder(file.Name));
        if (!options.Release.IsNone)
        {
            if (!inUris.IsNone && inUris != options.Release)
                throw new ImportException(file.Name, $"its URIs are of release {inUris}, not {options.Release}", "Leave out --release, or check the file.");
            return options.Release;
        }

        if (!inUris.IsNone) return inUris;
        if (file.ReleaseInUris == "beta" && !ofFolder.IsNone)
        {
            notes.Add($"{file.Name}: an export from WHO's test platform ({file.VersionLabel}) with no release of its own; taken for {ofFolder} after its folder. Say --release to decide otherwise.");
            return ofFolder;
        }

        if (!ofLabel.IsNone && !ofFolder.IsNone && ofLabel != ofFolder)
            throw new ImportException(file.Name, $"the folder says release {ofFolder}, the file's label '{file.VersionLabel}' says {ofLabel}", "Say which with --release.");
        if (!ofLabel.IsNone)
        {
            if (ofFolder.IsNone) notes.Add($"{file.Name}: release {ofLabel} read from the file's label '{file.VersionLabel}'.");
            return ofLabel;
        }

        return !ofFolder.IsNone
            ? ofFolder
            : throw new ImportException(file.Name, "the file does not say which release it is of", "Say it, for example --release 2024-01.");
    }

    private static ReleaseId InUris(TabulationFile file) => ReleaseId.TryParse(file.ReleaseInUris, out var release) ? release : default;

    private static ReleaseId OfFolder(string path)
    {
        foreach (var part in path.Split(['/', '\\']).Reverse())
        {
            if (part.Length == 7 && ReleaseId.TryParse(part, out var release)) return release;
        }

        return default;
    }

    [GeneratedRegex(@"[-_](?<language>[a-zA-Z]{2}(-[a-zA-Z]{2,4})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageSuffix();
}
