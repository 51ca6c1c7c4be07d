using Icd.Core.Releases;
using Microsoft.Extensions.Options;

namespace Icd.Toolkit;

/// <summary>Settings of the toolkit in a process, section <c>Icd</c> of the configuration.</summary>
public sealed class IcdOptions
{
    /// <summary>Where compiled releases live; <c>$ICD_DATA</c>, else <c>icd</c> in the user's application data. It need not exist.</summary>
    public string DataDirectory { get; set; } = ReleaseCatalog.DefaultDirectory();

    /// <summary>How often the data directory is looked at for new files; zero for never.</summary>
    public TimeSpan Watch { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>Says at start what is wrong with the settings.</summary>
internal sealed class IcdOptionsValidation : IValidateOptions<IcdOptions>
{
    public ValidateOptionsResult Validate(string? name, IcdOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory)) return ValidateOptionsResult.Fail("Icd:DataDirectory is empty. Name a directory, or leave the setting out for the default one.");
        if (options.DataDirectory.Contains('\0')) return ValidateOptionsResult.Fail("Icd:DataDirectory holds a null character.");
        if (File.Exists(options.DataDirectory)) return ValidateOptionsResult.Fail($"Icd:DataDirectory is {options.DataDirectory}, which is a file. Name the directory that it lies in.");
        return options.Watch < TimeSpan.Zero || options.Watch > TimeSpan.FromDays(1)
            ? ValidateOptionsResult.Fail($"Icd:Watch is {options.Watch}. Expected is a time of up to a day such as 00:00:05, or 00:00:00 for never.")
            : ValidateOptionsResult.Success;
    }
}
