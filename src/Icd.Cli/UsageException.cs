using Icd.Core.Codes;
using Icd.Mapping;

namespace Icd.Cli;

/// <summary>The command line is well-formed but asks for something that makes no sense.</summary>
internal sealed class UsageException(MapText text) : Exception(text.English)
{
    public UsageException(string bokmal, string english) : this(new MapText(bokmal, english))
    {
    }

    /// <summary>The message in a language.</summary>
    public string In(MessageLanguage language) => text.In(language);
}
