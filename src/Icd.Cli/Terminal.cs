using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Icd.Cli;

/// <summary>Writing to the two streams: colours on a terminal only, JSON with Norwegian letters as they are.</summary>
internal static class Terminal
{
    /// <summary>The error code of a pipe whose reader has gone (EPIPE), as .NET reports it.</summary>
    public const int BrokenPipe = 32;

    private static readonly bool OutIsColoured = IsColoured(Console.IsOutputRedirected);
    private static readonly bool ErrorIsColoured = IsColoured(Console.IsErrorRedirected);

    /// <summary>Relaxed: the output goes to a shell or file, not into a page; æ, ø and å stay readable.</summary>
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Bold(string text) => OutIsColoured ? $"\e[1m{text}\e[0m" : text;

    public static string Faint(string text) => OutIsColoured ? $"\e[2m{text}\e[0m" : text;

    public static string Code(string text) => OutIsColoured ? $"\e[36m{text}\e[0m" : text;

    /// <summary>Errors quote what was typed and what servers and files say.</summary>
    public static void Error(string message) => Console.Error.WriteLine(ErrorIsColoured ? $"\e[31micd:\e[0m {Visible(message)}" : $"icd: {Visible(message)}");

    public static void Note(string message) => Console.Error.WriteLine(ErrorIsColoured ? $"\e[2m{Visible(message)}\e[0m" : Visible(message));

    /// <summary>Text from outside with its control characters as pictures, one for one: it must not steer the reader's terminal.</summary>
    public static string Visible(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && text.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0
        ? text
        : string.Create(text.Length, text, static (visible, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                visible[i] = source[i] switch
                {
                    '\t' or '\n' => source[i],
                    < ' ' => (char)('\u2400' + source[i]),
                    '\u007F' => '\u2421',
                    > '\u007F' and < '\u00A0' => '\uFFFD',
                    var other => other,
                };
            }
        });

    /// <summary>Writes one JSON value and a line end.</summary>
    public static void Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact)) write(writer);
        Console.Out.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static bool IsColoured(bool isRedirected) =>
        !isRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null);
}
