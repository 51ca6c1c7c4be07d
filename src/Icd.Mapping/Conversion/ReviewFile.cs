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

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" };

    /// <summary>Whether a human is to look at a code, and a decision for it would help: a wrong year or pair is to be mended in the input.</summary>
    public static bool IsFor(ConvertedCode code) => code.NeedsReview && code.Reason is not (RejectReason.BadEdition or RejectReason.BeforeIcd10 or RejectReason.NotAPair);

    /// <summary>Writes the codes that are for it.</summary>
    public static ManifestFile Write(string path, IEnumerable<CodeTally> codes) => Write(path, codes.Where(tally => IsFor(tally.Code)).Select(ReviewEntry.Of));

    /// <summary>Writes a file that is there when it is whole.</summary>
    /// <returns>What the manifest says of it.</returns>
    public static ManifestFile Write(string path, IEnumerable<ReviewEntry> entries)
    {
        var (beside, count) = (OutputFiles.UnfinishedPath(path), 0);
        using (var writer = new StreamWriter(beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, Form))
        {
            Row(csv, Columns);
            foreach (var (code, question, title, alternatives) in entries)
            {
                Row(csv, [
                    code.Code, code.Count.ToString(CultureInfo.InvariantCulture), code.Title ?? "", code.Reason ?? "", question, code.Target ?? "", title, code.Relation ?? "", code.Provenance,
                    code.Lost ?? "", alternatives, "", "", "", ""]);
                count++;
            }
        }

        using var checksum = new RunningChecksum(isSha256: true);
        var bytes = File.ReadAllBytes(beside);
        checksum.Append(bytes);
        File.Move(beside, path, overwrite: true);
        return new(path, bytes.Length, count, checksum.ToString(), Compressed: false);
    }

    /// <summary>Reads a file as it was written, without decisions.</summary>
    public static IEnumerable<ReviewEntry> Read(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        using var csv = new CsvParser(reader, Form);
        for (csv.Read(); csv.Read();)
        {
            var cells = csv.Record!.Select((cell, i) => i == 1 ? cell : SpreadsheetText.Read(cell)).ToArray();
            yield return new(
                new(cells[0], Given(2), long.Parse(cells[1], CultureInfo.InvariantCulture), Given(5), Given(7), cells[8], NeedsReview: true, Given(3), Given(9)), cells[4], cells[6], cells[10]);

            string? Given(int column) => cells[column].Length == 0 ? null : cells[column];
        }
    }

    private static void Row(CsvWriter csv, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++) csv.WriteField(i == 1 ? cells[i] : SpreadsheetText.Written(cells[i]));
        csv.NextRecord();
    }
}
