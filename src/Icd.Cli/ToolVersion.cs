using System.Reflection;

namespace Icd.Cli;

/// <summary>The version of the tool, such as <c>0.1.0</c>, without the commit.</summary>
internal static class ToolVersion
{
    public static string Text { get; } = (typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
