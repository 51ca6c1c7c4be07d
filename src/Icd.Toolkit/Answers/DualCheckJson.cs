using System.Text.Json;
using Icd.Core.Codes;
using Icd.Mapping.Dual;

namespace Icd.Toolkit.Answers;

/// <summary>A verdict on two sides as JSON; every name is a contract, documented in <c>docs/cli.md</c>.</summary>
internal static class DualCheckJson
{
    public static void Write(Utf8JsonWriter writer, string icd10, string icd11, DualCheck check, MessageLanguage language)
    {
        writer.WriteStartObject();
        writer.WriteString("icd10", icd10);
        writer.WriteString("icd11", icd11);
        writer.WriteString("verdict", ContractName.Of(check.Verdict));
        writer.WriteTexts("reasons", [.. check.Reasons.Select(reason => reason.In(language))]);
        writer.WriteString("derived", check.Derived.HasTarget ? check.Derived.Expression.ToString() : null);
        writer.WriteString("provenance", check.Derived.Provenance.ToString());
        writer.WriteEndObject();
    }
}
