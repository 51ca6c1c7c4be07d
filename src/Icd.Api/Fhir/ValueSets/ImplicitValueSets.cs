using System.Text.RegularExpressions;
using Icd.Api.Fhir.Systems;
using Icd.Core.Codes;
using Icd.Core.Postcoordination;

namespace Icd.Api.Fhir.ValueSets;

/// <summary>Value sets that exist without a resource: WHO's postcoordination scales, and all codes of a code system.</summary>
internal static partial class ImplicitValueSets
{
    /// <summary>Follows a code system's URL: all its codes, or what is below one (<c>?fhir_vs=isa/BA41</c>).</summary>
    private const string AllCodes = "?fhir_vs";

    /// <summary>The url of the value set of all codes of a system.</summary>
    public static string AllCodesOf(string system) => system + AllCodes;

    /// <summary>Finds a value set by its URL.</summary>
    /// <returns><see langword="null"/> where there is none: an entity or axis that is not known included.</returns>
    public static ValueSetDefinition? Find(Terminology terminology, string url, string? version)
    {
        if (ScaleUrl().Match(url) is { Success: true } match) return Scale(terminology, match, url, version);
        var at = url.IndexOf(AllCodes, StringComparison.Ordinal);
        if (at < 0 || terminology.Find(url[..at], version) is not { } system) return null;
        var rest = url[(at + AllCodes.Length)..];
        if (rest.Length == 0) return All(system);
        const string isA = "=isa/";
        if (!rest.StartsWith(isA, StringComparison.Ordinal) || system.Locate(rest[isA.Length..]).Concept is not { IsExpression: false } top) return null;
        return Definition(system, url, "IsA", $"{top.ShortCode ?? top.UriForm} {system.TitleOf(top.Entity, system.Languages[0])}, and all below") with
        {
            Includes = [Clause.Is("is-a", system.Url, system.Version, system.CodeOf(top.Entity))],
        };
    }

    /// <summary>All codes of a version of a system.</summary>
    public static ValueSetDefinition All(CodeSystemVersion system) => Definition(system, AllCodesOf(system.Url), "AllCodes", $"All codes of {system.Name} {system.Version}") with
    {
        Includes = [new(system.Url, system.Version, null, [], [])],
    };

    private static ValueSetDefinition? Scale(Terminology terminology, Match match, string url, string? version)
    {
        var release = match.Groups["release"].Value;
        if (release.Length > 0 && version is not null && version != release) return null;
        if (terminology.Find(MmsSystem.SystemUrl, release.Length > 0 ? release : version) is not MmsSystem mms) return null;
        var residual = match.Groups["residual"].Value switch { "/other" => Residual.Other, "/unspecified" => Residual.Unspecified, _ => Residual.None };
        if (!uint.TryParse(match.Groups["id"].Value, out var id) || !mms.Release.TryFind(id, residual, out var stem) || !stem.IsSelectable) return null;
        var axis = mms.Engines.Validator.Axes.Of(stem).FirstOrDefault(axis => axis.Name == match.Groups["axis"].Value);
        if (axis is null) return null;
        var name = $"{AxisNames.Label(axis.Name, MessageLanguage.English)} of {stem.Code} {stem.Title}";
        return Definition(mms, url, "PostcoordinationScale", name) with
        {
            Description = $"{(axis.Authority == AxisAuthority.WhoScale ? "WHO's postcoordination scale" : "A stand-in for WHO's postcoordination scale, not originating from WHO")}: {axis.Provenance}.",
            Publisher = axis.Authority == AxisAuthority.WhoScale ? mms.Publisher : "ICD-11 transition toolkit; not originating from WHO",
            Includes = [.. axis.Roots.Select(root => Clause.Is("is-a", mms.Url, mms.Version, mms.CodeOf(root)))],
            Excludes = [.. axis.Exclusions.Select(taken => taken.IsAlone ? new Clause(mms.Url, mms.Version, [mms.CodeOf(taken.Entity)], [], []) : Clause.Is("is-a", mms.Url, mms.Version, mms.CodeOf(taken.Entity)))],
        };
    }

    private static ValueSetDefinition Definition(CodeSystemVersion system, string url, string name, string title) => new()
    {
        Url = url,
        Version = system.Version,
        Name = name,
        Title = title,
        Experimental = false,
        Date = system.Version.Split("-starter")[0],
        Publisher = system.Publisher,
    };

    [GeneratedRegex(@"^http://id\.who\.int/icd/release/11/(?:(?<release>\d{4}-\d{2})/)?mms/(?<id>[1-9]\d*)(?<residual>/other|/unspecified)?/postcoordinationScale/(?<axis>[A-Za-z0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ScaleUrl();
}
