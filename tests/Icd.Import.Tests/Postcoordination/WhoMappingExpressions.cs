using System.Text.RegularExpressions;
using Icd.Core.Expressions;
using Icd.Tests;

namespace Icd.Import.Tests.Postcoordination;

/// <summary>The postcoordinated expressions that WHO itself wrote, in its mapping tables of 2024-01.</summary>
internal static partial class WhoMappingExpressions
{
    private static readonly string[] Files =
        ["10To11MapToOneCategory.txt", "10To11MapToMultipleCategories.txt", "11To10MapToOneCategory.txt", "foundation_10To11MapToOneCategory.txt"];

    public static List<ClusterExpression> Read() =>
    [
        .. Files.SelectMany(file => File.ReadLines(WhoData.File("2024-01", "mapping", file)).Skip(1))
            .SelectMany(line => line.Split('\t')).Select(cell => cell.Trim().Trim('"')).Where(cell => Form().IsMatch(cell))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(text => ClusterExpression.TryParse(text, out _)).Select(text => ClusterExpression.Parse(text)),
    ];

    [GeneratedRegex("^[0-9A-Z.]{4,7}([&/][0-9A-Z.]{4,7})+$")]
    private static partial Regex Form();
}
