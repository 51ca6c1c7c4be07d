using System.Text;

namespace Icd.Cli.Shell;

/// <summary>A command line as far as it is typed, cut into words as shells do.</summary>
internal static class CommandLineText
{
    /// <returns>The words, without their quotes; the last is the one at the cursor, empty after a space.</returns>
    public static List<string> Words(string line)
    {
        var (words, word, quote, isBegun) = (new List<string>(), new StringBuilder(), '\0', false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            // PowerShell's paths have backslashes of their own: one stands for the next character only where that would mean something.
            if (c == '\\' && quote != '\'' && i + 1 < line.Length && line[i + 1] is ' ' or '"' or '\'' or '\\') word.Append(line[++i]);
            else if (quote == c) quote = '\0';
            else if (quote == '\0' && c is '"' or '\'') (quote, isBegun) = (c, true);
            else if (quote == '\0' && char.IsWhiteSpace(c)) End();
            else word.Append(c);
        }

        words.Add(word.ToString());
        return words;

        void End()
        {
            // Empty quotes are a word too.
            if (word.Length > 0 || isBegun) words.Add(word.ToString());
            word.Clear();
            isBegun = false;
        }
    }
}
