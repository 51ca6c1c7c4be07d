using System.Globalization;
using CsvHelper;

namespace Icd.Benchmarks;

/// <summary>What a program writes in an afternoon: CsvHelper, a dictionary, a loop.</summary>
internal static class CsvHelperJoin
{
    private static readonly string[] Diagnoses = ["dx1", "dx2", "dx3"];

    public static int Run(string input, string crosswalk, string output, string[] columns)
    {
        var answers = new Dictionary<string, string[]>();
        using (var table = new CsvReader(new StreamReader(crosswalk), CultureInfo.InvariantCulture))
        {
            table.Read();
            table.ReadHeader();
            while (table.Read()) answers[table.GetField("icd10")!] = [.. columns.Select(column => table.GetField(column)!)];
        }

        using var reader = new CsvReader(new StreamReader(input), CultureInfo.InvariantCulture);
        using var writer = new CsvWriter(new StreamWriter(output), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var places = Diagnoses.Select(diagnosis => reader.GetFieldIndex(diagnosis)).ToArray();
        foreach (var name in reader.HeaderRecord!) writer.WriteField(name);
        foreach (var diagnosis in Diagnoses)
        {
            foreach (var column in columns) writer.WriteField($"{diagnosis}_{column}");
        }

        writer.WriteField("icd_reason");
        writer.NextRecord();
        while (reader.Read())
        {
            for (var i = 0; i < reader.HeaderRecord!.Length; i++) writer.WriteField(reader.GetField(i));
            foreach (var place in places)
            {
                var answer = answers.GetValueOrDefault(reader.GetField(place)!);
                for (var i = 0; i < columns.Length; i++) writer.WriteField(answer?[i]);
            }

            // No row of this file is rejected.
            writer.WriteField("");
            writer.NextRecord();
        }

        return 0;
    }
}
