namespace Icd.Browser.Tests;

/// <summary>The machine's own Chromium.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Where it is; <see langword="null"/> where there is none.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("ICD_CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    /// <summary>No graphics card, no sandbox inside a container, and no calls home.</summary>
    public static string[] Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
}
