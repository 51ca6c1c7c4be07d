namespace Icd.Cli;

/// <summary>The inputs of a command: its arguments, or standard input line by line where there are none or a dash.</summary>
internal static class InputLines
{
    public static IEnumerable<string> Of(string[] arguments) =>
        arguments is [] or ["-"] ? StandardInput() : arguments;

    private static IEnumerable<string> StandardInput()
    {
        if (!Console.IsInputRedirected) Terminal.Note("Reading standard input, one a line; end with Ctrl-D.");
        // Console.In locks and decodes line by line; a reader of our own is several times faster on long lists.
        using var reader = new StreamReader(Console.OpenStandardInput(), Console.InputEncoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
