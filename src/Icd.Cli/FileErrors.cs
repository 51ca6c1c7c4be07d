using System.Text.RegularExpressions;
using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Cli;

/// <summary>Why a file cannot be read or written, with what to do about it.</summary>
internal static partial class FileErrors
{
    public static string Describe(Exception exception, MessageLanguage language)
    {
        var path = exception is FileNotFoundException { FileName: { } name } ? name : Quoted().Match(exception.Message).Groups["path"].Value;
        return exception switch
        {
            ReleaseFormatException problem => problem.Describe(language),
            _ when path.Length == 0 => exception.Message,
            FileNotFoundException => Say($"Filen {path} finnes ikke. Sjekk stien.", $"There is no file {path}. Check the path."),
            DirectoryNotFoundException => Say($"Mappen {Path.GetDirectoryName(path)} finnes ikke. Lag den først, eller sjekk stien.", $"There is no folder {Path.GetDirectoryName(path)}. Make it first, or check the path."),
            UnauthorizedAccessException when Directory.Exists(path) => Say($"{path} er en mappe; det skal være en fil.", $"{path} is a folder; a file is expected."),
            UnauthorizedAccessException => Say($"{path} kan ikke leses eller skrives. Sjekk tilgangen til filen.", $"{path} may not be read or written. Check its permissions."),
            _ => exception.Message,
        };

        string Say(string bokmal, string english) => language == MessageLanguage.Bokmal ? bokmal : english;
    }

    [GeneratedRegex("'(?<path>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
