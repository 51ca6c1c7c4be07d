using System.Text;
using System.Text.RegularExpressions;

namespace Icd.Transition.Scan.Files;

/// <summary>The patterns of one ignore file, in the syntax and with the meaning that git gives them.</summary>
internal sealed class IgnoreRules
{
    private readonly string _base;
    private readonly List<Rule> _rules = [];

    private IgnoreRules(string folder) => _base = folder;

    /// <summary>Reads a file's patterns.</summary>
    /// <param name="folder">The folder that the patterns are relative to.</param>
    /// <param name="lines">The file's lines.</param>
    public static IgnoreRules Parse(string folder, IEnumerable<string> lines)
    {
        var rules = new IgnoreRules(folder);
        foreach (var line in lines)
        {
            if (Rule.Parse(line) is { } rule) rules._rules.Add(rule);
        }

        return rules;
    }

    /// <summary>What the last pattern that fits says.</summary>
    /// <returns><see langword="null"/> where none fits.</returns>
    public bool? IsIgnored(string path, bool isFolder)
    {
        var relative = Path.GetRelativePath(_base, path).Replace('\\', '/');
        if (relative.StartsWith("../", StringComparison.Ordinal)) return null;
        var name = relative.AsSpan(relative.LastIndexOf('/') + 1);
        for (var i = _rules.Count - 1; i >= 0; i--)
        {
            if (_rules[i].Fits(relative, name, isFolder)) return !_rules[i].IsNegated;
        }

        return null;
    }

    private sealed record Rule(bool IsNegated, bool IsForFolders, string? Name, string? Suffix, Regex? Pattern)
    {
        public bool Fits(string path, ReadOnlySpan<char> name, bool isFolder) =>
            (isFolder || !IsForFolders) && (Name is not null ? name.SequenceEqual(Name) : Suffix is not null ? name.EndsWith(Suffix) : Pattern!.IsMatch(path));

        public static Rule? Parse(string line)
        {
            var text = line.TrimEnd('\r');
            // A blank at the end counts only where a backslash stands before it.
            while (text.EndsWith(' ') && !text.EndsWith("\\ ", StringComparison.Ordinal)) text = text[..^1];
            if (text.Length == 0 || text[0] == '#') return null;
            var isNegated = text[0] == '!';
            if (isNegated || text.StartsWith("\\#", StringComparison.Ordinal) || text.StartsWith("\\!", StringComparison.Ordinal)) text = text[1..];
            var isForFolders = text.EndsWith('/');
            if (isForFolders) text = text[..^1];
            var isAnchored = text.Contains('/');
            text = text.TrimStart('/');
            if (text.Length == 0) return null;
            if (!isAnchored && text.AsSpan().IndexOfAny("*?[\\") < 0) return new(isNegated, isForFolders, text, null, null);
            if (!isAnchored && text[0] == '*' && text.AsSpan(1).IndexOfAny("*?[\\") < 0) return new(isNegated, isForFolders, null, text[1..], null);
            return new(isNegated, isForFolders, null, null, new Regex(Translate(text, isAnchored), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
        }

        private static string Translate(string glob, bool isAnchored)
        {
            var regex = new StringBuilder(isAnchored ? "^" : "(?:^|/)");
            for (var i = 0; i < glob.Length; i++)
            {
                var rest = glob.AsSpan(i);
                if (rest.StartsWith("**/") && (i == 0 || glob[i - 1] == '/'))
                {
                    regex.Append("(?:.*/)?");
                    i += 2;
                }
                else if (rest is "/**")
                {
                    regex.Append("/.+");
                    i += 2;
                }
                else if (glob[i] == '*') regex.Append("[^/]*");
                else if (glob[i] == '?') regex.Append("[^/]");
                else if (glob[i] == '[' && glob.IndexOf(']', Math.Min(i + 2, glob.Length)) is > 0 and var close)
                {
                    var inside = glob[(i + 1)..close].Replace("\\", "\\\\", StringComparison.Ordinal);
                    regex.Append('[').Append(inside[0] is '!' or '^' ? '^' + inside[1..] : inside).Append(']');
                    i = close;
                }
                else if (glob[i] == '\\' && i + 1 < glob.Length) regex.Append(Regex.Escape(glob[++i].ToString()));
                else regex.Append(Regex.Escape(glob[i].ToString()));
            }

            return regex.Append('$').ToString();
        }
    }
}
