using System.Text;

namespace Icd.Mapping.Tests.Conversion;

/// <summary>Files as registries have them, made from a seed: most rows are sound, some are not.</summary>
internal static class DirtyFile
{
    private static readonly string[] Codes = ["I10", "E11.9", "e119", "J44.1", "S72.00", "V4n1a", "C50.9", "A17.0+ G01*", "M54.5 ", "", "", "Z99.9", "XYZ", "\"I25.1\"", "K35.8", "F32.1", "\"N39.0\"", "T84.0"];

    private static readonly string[] Texts = ["Oslo", "Bergen, sentrum", "Bj\u00F8rn", "\"Hansen, Kari\"", "\"to\nlinjer\"", "\"sitat \"\"her\"\"\"", "5\" skrue", "", "0", "2019-04-01", "\"\""];

    /// <summary>A header <c>id,tekst,dx,y</c> and rows, with every kind of dirt among them.</summary>
    public static byte[] Make(int seed, int rows, string lineEnd = "\n", bool endsWithLineEnd = true)
    {
        var random = new Random(seed);
        var text = new MemoryStream();
        Write("id,tekst,dx,y" + lineEnd);
        for (var row = 1; row <= rows; row++)
        {
            var (words, code, end) = (Texts[random.Next(Texts.Length)], Codes[random.Next(Codes.Length)], row == rows && !endsWithLineEnd ? "" : lineEnd);
            switch (random.Next(200))
            {
                case 0:
                    Write($"{row},\"aldri lukket,{code},x{end}");
                    break;
                case 1:
                    Write($"{row},{code}{end}");
                    break;
                case 2:
                    Write($"{row},a,b,{code},c,d{end}");
                    break;
                case 3:
                    text.Write([0xE6, 0xF8, 0xFF]);
                    Write($",{words},{code},y{end}");
                    break;
                case 4:
                    Write($"{row},\0,{code},y{end}");
                    break;
                case 5:
                    Write(end.Length > 0 ? end : "x");
                    break;
                case 6:
                    Write($"{row},\"et \"sitat\" her\",{code},y{end}");
                    break;
                case 7:
                    Write($"{row},{words},{code},\"y\"\r{end}");
                    break;
                default:
                    Write($"{row},{words},{code},{random.Next(100)}{end}");
                    break;
            }
        }

        return text.ToArray();

        void Write(string part) => text.Write(Encoding.UTF8.GetBytes(part));
    }
}
