using System.CommandLine.Completions;
using Icd.Core.Releases;

namespace Icd.Cli.Shell;

/// <summary>The names of releases that are loaded, for completion.</summary>
internal static class ReleaseNames
{
    /// <summary>Ids such as <c>2024-01</c>.</summary>
    /// <param name="only">Of this classification; <see langword="null"/> of any.</param>
    public static Func<CompletionContext, IEnumerable<string>> Ids(Classification? only) =>
        context => Loaded(context).Where(key => only is null || key.Classification == only).Select(key => key.ReleaseId.ToString()).Distinct();

    /// <summary>Names such as <c>icf-2024-01</c>; without the classification for MMS.</summary>
    public static IEnumerable<string> Keys(CompletionContext context) =>
        Loaded(context).Select(key => key.Classification == Classification.Mms ? key.ReleaseId.ToString() : key.ToString());

    private static IEnumerable<ReleaseKey> Loaded(CompletionContext context)
    {
        try
        {
            return GlobalOptions.CatalogOf(context.ParseResult).Keys.Where(key => !key.IsStarter);
        }
        catch (Exception exception) when (exception is UsageException or DataMissingException or IOException or UnauthorizedAccessException)
        {
            // Half a command line may name a directory that is none; the finished one says so.
            return [];
        }
    }
}
