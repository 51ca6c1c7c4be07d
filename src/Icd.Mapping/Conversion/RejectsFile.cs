using System.Globalization;
using System.Text;

namespace Icd.Mapping.Conversion;

/// <summary>The rejects file: CSV as a Norwegian Excel opens it (semicolons, UTF-8 with byte order mark).</summary>
internal static class RejectsFile
{
    private const string Header = "row;line;column;reason;converted;text;remedy_nb;remedy_en\r\n";

    private static readonly string[] Remedies = [.. Enum.GetValues<RejectReason>().Select(reason => reason == RejectReason.None ? "" : $"{Quoted(reason.Remedy().Bokmal)};{Quoted(reason.Remedy().English)}")];

    public static byte[] Beginning { get; } = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Header)];

    /// <summary>The entries of a block.</summary>
    /// <param name="rejects">The entries.</param>
    /// <param name="rowsBefore">Rows before the block, the header not counted.</param>
    /// <param name="linesBefore">Lines before the block.</param>
    public static byte[] Entries(IReadOnlyList<RejectedCell> rejects, long rowsBefore, long linesBefore)
    {
        var text = new StringBuilder();
        foreach (var reject in rejects)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rowsBefore + reject.Row + 1};{linesBefore + reject.Line + 1};{Quoted(reject.Column)};{reject.Reason.Code()};{(reject.Reason.IsConverted() ? 1 : 0)};{Quoted(SpreadsheetText.Written(reject.Text))};{Remedies[(int)reject.Reason]}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
