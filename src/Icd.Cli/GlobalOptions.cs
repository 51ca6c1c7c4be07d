using System.CommandLine;
using Icd.Core.Codes;
using Icd.Core.Releases;
using Icd.Embedded;

namespace Icd.Cli;

/// <summary>The options that every command has.</summary>
internal static class GlobalOptions
{
    /// <summary>In the order in which POSIX says that they count.</summary>
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static Option<string?> DataDirectory { get; } = new("--data-dir")
    {
        Description = $"Where compiled releases live (default: ${ReleaseCatalog.DirectoryVariable}, else the user's application data)",
        Recursive = true,
        HelpName = "DIR",
    };

    public static Option<string?> Language { get; } = Restricted(new("--lang")
    {
        Description = "Language of titles and messages: nb or en (default: from the environment's locale)",
        Recursive = true,
    });

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write JSON; its names are contracts",
        Recursive = true,
    };

    /// <exception cref="UsageException">The directory's name is empty, as from an unset shell variable.</exception>
    /// <exception cref="DataMissingException">The name is a file's.</exception>
    public static string DirectoryOf(ParseResult parsed)
    {
        var directory = parsed.GetValue(DataDirectory) ?? ReleaseCatalog.DefaultDirectory();
        if (string.IsNullOrWhiteSpace(directory)) throw new UsageException("--data-dir oppgir ingen mappe; utelat den for den vanlige.", "--data-dir names no directory; leave it out for the default one.");
        return File.Exists(directory)
            ? throw new DataMissingException($"The data directory {directory} is a file. Name a directory with --data-dir or {ReleaseCatalog.DirectoryVariable}.")
            : directory;
    }

    public static ReleaseCatalog CatalogOf(ParseResult parsed) => new(DirectoryOf(parsed), EmbeddedReleases.All);

    /// <summary>BCP 47 language of titles; where <c>--lang</c> is none that there is, the locale's.</summary>
    public static string LanguageOf(ParseResult parsed) => parsed.GetResult(Language)?.Errors.Any() == true ? LocaleLanguage() : parsed.GetValue(Language) ?? LocaleLanguage();

    public static MessageLanguage MessageLanguageOf(ParseResult parsed) =>
        LanguageOf(parsed) == "nb" ? MessageLanguage.Bokmal : MessageLanguage.English;

    private static string LocaleLanguage()
    {
        var locale = LocaleVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.StartsWith("nb", StringComparison.Ordinal) || locale.StartsWith("no", StringComparison.Ordinal) || locale.StartsWith("nn", StringComparison.Ordinal) ? "nb" : "en";
    }

    private static Option<string?> Restricted(Option<string?> option)
    {
        option.AcceptOnlyFromAmong("nb", "en");
        return option;
    }
}
