using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Icd.Mapping.Conversion;

/// <summary>The review workbench: the distinct codes that need a human, by frequency, with room for decisions. CSV as a Norwegian Excel opens it.</summary>
internal static class ReviewFile
{
    private static readonly string[] Columns =
        ["code", "count", "title", "reason", "question", "proposal", "proposal_title", "relation", "provenance", "lost", "alternatives", "decision", "author", "date", "comment"];

    /// <summary>Whether a human is to look at a code, and a decision for it would help: a wrong year or pair is to be mended in the input.</summary>
    public static bool IsFor(ConvertedCode code) => code.NeedsReview && code.Reason is not (RejectReason.BadEdition or RejectReason.BeforeIcd10 or RejectReason.NotAPair);

    public static void Write(string path, IEnumerable<CodeTally> codes)
    {
        var beside = OutputFiles.UnfinishedPath(path);
        using (var writer = new StreamWriter(beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" }))
        {
            Row(csv, Columns);
            foreach (var tally in codes.Where(tally => IsFor(tally.Code)))
            {
                var (code, detail) = (tally.Code, tally.Code.Detail);
                Row(csv, [
                    code.Key, tally.Count.ToString(CultureInfo.InvariantCulture), code.SourceTitle ?? "", code.Reason.Code(), code.Question, code.Target, detail.Title, code.RelationCode, code.Provenance,
                    detail.Lost, detail.Alternatives, "", "", "", ""]);
            }
        }

        File.Move(beside, path, overwrite: true);
    }

    private static void Row(CsvWriter csv, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++) csv.WriteField(i == 1 ? cells[i] : SpreadsheetText.Written(cells[i]));
        csv.NextRecord();
    }
}
