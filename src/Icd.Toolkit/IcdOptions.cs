using Icd.Core.Releases;

namespace Icd.Toolkit;

/// <summary>Settings of the toolkit in a process, section <c>Icd</c> of the configuration.</summary>
public sealed class IcdOptions
{
    /// <summary>Where compiled releases live; <c>$ICD_DATA</c>, else <c>icd</c> in the user's application data. It need not exist.</summary>
    public string DataDirectory { get; set; } = ReleaseCatalog.DefaultDirectory();
}
