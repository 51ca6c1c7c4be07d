using System.Text;
using Icd.Mapping.Conversion;
using Icd.Mapping.Tests.Support;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>Runs conversions in a folder of a test's own.</summary>
internal sealed class Converting : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("icd-convert-test-").FullName;

    public static BatchConversion Batch { get; } = new(RealCrosswalk.Instance, RealCrosswalk.Catalog);

    public string File(string name) => Path.Combine(_folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return File(name);
    }

    public byte[] Bytes(string name) => System.IO.File.ReadAllBytes(File(name));

    public string Text(string name) => System.IO.File.ReadAllText(File(name));

    /// <summary>Options for a file that was written, from <c>in.csv</c> to <c>out.csv</c> unless changed.</summary>
    public ConversionOptions Options(params string[] columns) => new() { Input = File("in.csv"), Output = File("out.csv"), Columns = columns };

    /// <summary>Converts a text by its column <c>dx</c> and gives the output.</summary>
    public string Convert(string text, Func<ConversionOptions, ConversionOptions>? with = null) => Encoding.UTF8.GetString(Convert(Encoding.UTF8.GetBytes(text), with));

    public byte[] Convert(byte[] bytes, Func<ConversionOptions, ConversionOptions>? with = null)
    {
        Write("in.csv", bytes);
        var options = Options("dx") with { Force = true };
        Run(with is null ? options : with(options));
        return Bytes("out.csv");
    }

    public static ConversionManifest Run(ConversionOptions options) => Batch.Run(options);

    /// <summary>The error that a conversion ends with.</summary>
    public static ConversionException Refused(ConversionOptions options) => Assert.Throws<ConversionException>(() => Batch.Run(options));

    /// <summary>Rejects as (row, column, reason).</summary>
    public IReadOnlyList<(int Row, string Column, string Reason)> Rejects(string output = "out.csv") =>
    [
        .. Text(output + ".rejects.csv").TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';'))
            .Where(cells => int.TryParse(cells[0], out _)).Select(cells => (int.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture), cells[2], cells[3])),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
