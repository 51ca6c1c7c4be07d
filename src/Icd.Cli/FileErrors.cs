using System.Text.RegularExpressions;

namespace Icd.Cli;

/// <summary>What the system says of a file that cannot be read or written, with what to do about it.</summary>
internal static partial class FileErrors
{
    public static string Describe(Exception exception)
    {
        var path = exception is FileNotFoundException { FileName: { } name } ? name : Quoted().Match(exception.Message).Groups["path"].Value;
        return exception switch
        {
            _ when path.Length == 0 => exception.Message,
            FileNotFoundException => $"There is no file {path}. Check the path.",
            DirectoryNotFoundException => $"There is no folder {Path.GetDirectoryName(path)}. Make it first, or check the path.",
            UnauthorizedAccessException when Directory.Exists(path) => $"{path} is a folder; a file is expected.",
            UnauthorizedAccessException => $"{path} may not be read or written. Check its permissions.",
            _ => exception.Message,
        };
    }

    [GeneratedRegex("'(?<path>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
