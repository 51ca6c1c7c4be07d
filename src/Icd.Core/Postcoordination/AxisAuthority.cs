namespace Icd.Core.Postcoordination;

/// <summary>Who says that a stem has an axis.</summary>
public enum AxisAuthority
{
    /// <summary>WHO's postcoordination scale, read from the ICD-API.</summary>
    WhoScale = 1,

    /// <summary>A rule of our authored axis profile, which stands in where WHO's scales are not loaded.</summary>
    AuthoredRule = 2,
}
