namespace Icd.Mapping.Conversion;

/// <summary>All that is decided before the first row is converted.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Layout">What of the file is read and what is added.</param>
/// <param name="Bom">Whether the file begins with a byte order mark.</param>
/// <param name="Beginning">The bytes before the first row: byte order mark and header.</param>
/// <param name="NewBeginning">The same with the names that are added.</param>
/// <param name="HeaderLines">How many lines the header takes.</param>
/// <param name="Added">The names that are added.</param>
/// <param name="Converter">Answers.</param>
/// <param name="Data">What answers.</param>
internal sealed record ConversionPlan(
    ConversionOptions Options, ConversionLayout Layout, bool Bom, byte[] Beginning, byte[] NewBeginning, int HeaderLines, IReadOnlyList<string> Added, ICodeConverter Converter, ManifestData Data);
