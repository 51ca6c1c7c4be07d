namespace Icd.SyntheticRegistry;

/// <summary>What is written in the column for remarks: about nobody, but of the shapes that such columns have.</summary>
internal static class FreeText
{
    /// <summary>Phrases with the letters, quotes, delimiters and line breaks that parsers fall over.</summary>
    public static readonly string[] Phrases =
    [
        "Kontroll om 3 mnd.",
        "Innkomst for observasjon; ingen funn",
        "Pas. ønsker ikke videre utredning",
        "Røntgen uten tegn til brudd, ny kontroll ved behov",
        "Henvist fra fastlege",
        "Sier selv at det er \"som før\"",
        "Epikrise sendt,\r\nkopi til fastlege",
        "Overført til sykehjem",
        "Smerter i høyre kne; økende",
        "Se notat av 12/3; \"OBS allergi\"",
        "Blodtrykk 150/90",
        "Ny time gitt\nPasienten møtte ikke",
        "Ærlig talt usikker diagnose?",
        "Tidl. operert på Ullevål",
        "INR 2,5; fortsetter uendret dose",
        "Utskrevet til hjemmet i god almenntilstand",
        "Født i uke 39",
        "ØNH-tilsyn rekvirert",
        "Medikamenter:\tse kurve",
        "Ingen merknad",
    ];

    /// <summary>A phrase with a quote in a cell that needs none.</summary>
    public const string Stray = "Kul 5\" på leggen";

    /// <summary>A phrase to put behind a quote that nothing closes.</summary>
    public const string Unclosed = "pas. kommer tilbake";
}
