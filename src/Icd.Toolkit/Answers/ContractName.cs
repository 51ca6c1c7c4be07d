using System.Collections.Concurrent;
using System.Text.Json;
using Icd.Search;

namespace Icd.Toolkit.Answers;

/// <summary>Names of values as JSON contracts write them: <c>LetterNotInAlphabet</c> is <c>letter-not-in-alphabet</c>.</summary>
internal static class ContractName
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.Known.GetOrAdd(value, static value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    /// <summary>One system, as searches and their hits name it.</summary>
    public static string Of(SearchSystems system) => system switch
    {
        SearchSystems.Icd10 => "icd10",
        SearchSystems.Icd11 => "icd11",
        _ => "icpc2",
    };

    private static class Names<T> where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> Known = [];
    }
}
