namespace Icd.Core.Codes;

/// <summary>The language of a message to a person.</summary>
public enum MessageLanguage
{
    /// <summary>English.</summary>
    English = 0,

    /// <summary>Norwegian bokmål.</summary>
    Bokmal = 1,
}
