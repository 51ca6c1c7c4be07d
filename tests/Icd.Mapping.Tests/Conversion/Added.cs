using Icd.Mapping.Conversion;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>Takes the added cells off an output again, row by row of the input.</summary>
internal static class Added
{
    /// <summary>Asserts that an output is its input with so many cells after each row and nothing else.</summary>
    public static void IsAllThatWasAdded(ReadOnlySpan<byte> input, ReadOnlySpan<byte> output, Dialect dialect, int added)
    {
        var rows = 0;
        while (!input.IsEmpty)
        {
            var end = new RowCut(dialect).Find(input, 1, isComplete: true);
            var row = input[..end];
            var content = dialect.ContentLength(row);
            Assert.True(output.StartsWith(row[..content]), $"Row {rows} is not as it was.");
            output = output[content..];
            for (var i = 0; i < added; i++)
            {
                Assert.Equal(dialect.Delimiter, output[0]);
                output = output[1..];
                var cell = output is [(byte)'"', ..] ? QuotedLength(output) : output.IndexOfAny(dialect.Delimiter, (byte)'\r', (byte)'\n') is >= 0 and var at ? at : output.Length;
                output = output[cell..];
            }

            Assert.True(output.StartsWith(row[content..]), $"The line end of row {rows} is not as it was.");
            output = output[(row.Length - content)..];
            input = input[end..];
            rows++;
        }

        Assert.Equal(0, output.Length);
    }

    private static int QuotedLength(ReadOnlySpan<byte> text)
    {
        for (var i = 1; ; i++)
        {
            if (text[i] != '"') continue;
            if (i + 1 < text.Length && text[i + 1] == '"') i++;
            else return i + 1;
        }
    }
}
