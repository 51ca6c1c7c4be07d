using System.Text;
using System.Text.Json.Nodes;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Api.Who;

/// <summary>Codes and combinations of codes taken apart: <c>codeinfo</c> and <c>describe</c>.</summary>
internal sealed class CombinationView(Linearization linearization, ReaderLanguages languages)
{
    /// <summary>Where a value is named that sits on none of the stem's axes.</summary>
    private const string NoAxis = "otherPostcoordination";

    private Release Release => linearization.Release;

    /// <summary>The stem of a code and which of its values sits on which axis.</summary>
    /// <param name="code">A code or a combination.</param>
    /// <param name="isFlexible">Whether values count that the stem's axes do not admit.</param>
    /// <param name="toTerminal">Whether codes with others below them become their unspecified ones.</param>
    /// <returns><see langword="null"/> where the release does not know a code or, if not flexible, a value is not admitted.</returns>
    public JsonObject? CodeInfo(string code, bool isFlexible, bool toTerminal)
    {
        if (Read(code) is not { } combination || !combination.IsCodable || (!isFlexible && !IsAdmitted(combination))) return null;
        var stem = combination.Groups[0].Stem;
        var answer = new JsonObject
        {
            ["@context"] = WhoAddress.Context("CodeInfo"),
            ["@id"] = $"{WhoAddress.Root(Release)}/codeinfo/{Uri.EscapeDataString(code)}",
            ["code"] = code,
            ["stemId"] = WhoAddress.Of(toTerminal ? Terminal(stem) : stem),
        };
        if (!combination.IsSingle) answer["stemCode"] = (toTerminal ? Terminal(stem) : stem).Code;
        foreach (var axis in ValuesByAxis(combination))
            answer[axis.Key] = new JsonArray([.. axis.Select(value => (JsonNode)CodeOf(value, toTerminal))]);
        if (!combination.IsSingle && Replacement(combination) is { } simpler)
        {
            answer["simplifiedCode"] = CodeOf(simpler, toTerminal);
            answer["simplifiedStemCode"] = simpler.Groups[0].Stem.Code;
        }

        return answer;
    }

    /// <summary>A code or address, or a combination of such, in all notations.</summary>
    /// <param name="text">Codes or URIs, with <c>&amp;</c> and <c>/</c> between them.</param>
    /// <param name="simplify">Whether a combination becomes the one code that says the same, where there is one.</param>
    /// <param name="isFlexible">As in <see cref="CodeInfo"/>.</param>
    /// <param name="toTerminal">As in <see cref="CodeInfo"/>; Foundation URIs stay as they are.</param>
    public PostcoordinationSet? Describe(string text, bool simplify, bool isFlexible, bool toTerminal)
    {
        if (Read(text) is not { } combination || (!isFlexible && !IsAdmitted(combination))) return null;
        if (simplify && !combination.IsSingle && Replacement(combination) is { } simpler) combination = simpler;
        return Set(combination, toTerminal);
    }

    private PostcoordinationSet Set(Combination combination, bool toTerminal)
    {
        var stem = combination.Groups[0].Stem;
        var whole = new PostcoordinationSet
        {
            Code = CodeOf(combination, toTerminal),
            LinearizationUri = Join(combination, entity => WhoAddress.Of(toTerminal ? Terminal(entity) : entity), " & ", " / "),
            FoundationUri = Join(combination, WhoAddress.Foundation, " & ", " / "),
            Label = LabelOf(combination),
        };
        return combination.IsSingle ? whole : whole with
        {
            StemCode = (toTerminal ? Terminal(stem) : stem).Code,
            StemLinearizationUri = WhoAddress.Of(toTerminal ? Terminal(stem) : stem),
            StemFoundationUri = WhoAddress.Foundation(stem),
            StemLabel = TitleOf(stem),
            PostcoordinationValues =
            [
                .. ValuesByAxis(combination).Select(axis => new AxisValues(
                    PostcoordinationScale.AxisUriPrefix + axis.Key, [.. axis.Select(value => Set(value, toTerminal))])),
            ],
        };
    }

    /// <summary>The stem's values by axis, in the order written: its extension codes, and further stems with theirs.</summary>
    private ILookup<string, Combination> ValuesByAxis(Combination combination)
    {
        var bindings = combination.Expression is { } expression && linearization.Engines is { } engines ? engines.Validator.Bind(in expression) : [];
        var values = new List<(string Axis, Combination Value)>();
        var member = 0;
        for (var group = 0; group < combination.Groups.Count; group++)
        {
            // A further stem is a value of the first with all that it carries; what it carries is its own.
            if (group > 0) Add(member, combination.Groups[group]);
            member++;
            foreach (var extension in combination.Groups[group].Extensions)
            {
                if (group == 0) Add(member, new(extension, []));
                member++;
            }
        }

        return values.ToLookup(value => value.Axis, value => value.Value);

        void Add(int at, Group value)
        {
            var bound = bindings.FirstOrDefault(binding => binding.Stem == 0 && binding.Value == at).Axis;
            values.Add((bound?.Name ?? NoAxis, new([value], ExpressionOf(value))));
        }
    }

    /// <summary>Reads codes or URIs; an entity that cannot be coded, such as a chapter, only by itself.</summary>
    private Combination? Read(string text)
    {
        if (EntityUri.TryParse(text.Trim(), out var uri)) return Release.TryFind(uri, out var named) ? Combination.Of(named) : null;
        if (Release.TryFind(text.Trim(), out var single)) return Combination.Of(single);
        if (Release.Classification != Classification.Mms || !ClusterExpression.TryParse(text, out var expression)) return null;
        var groups = new List<Group>();
        foreach (var group in expression.Groups)
        {
            if (!Release.TryFind(group.Stem, out var stem) || !stem.IsSelectable || stem.IsExtension) return null;
            var extensions = new Entity[group.ExtensionCount];
            for (var i = 0; i < extensions.Length; i++)
            {
                if (!Release.TryFind(group.Extension(i), out extensions[i]) || !extensions[i].IsSelectable || !extensions[i].IsExtension) return null;
            }

            groups.Add(new(stem, extensions));
        }

        return new(groups, expression);
    }

    private bool IsAdmitted(Combination combination) =>
        combination.Expression is not { } expression || linearization.Engines is not { } engines
        || engines.Validator.Validate(in expression).Kind is VerdictKind.Valid or VerdictKind.Incomplete;

    private Combination? Replacement(Combination combination) =>
        combination.Expression is { } expression && linearization.Engines?.Canonicaliser.Canonicalise(in expression).Replacement is { } replacement ? Read(replacement.ToString()) : null;

    private static ClusterExpression? ExpressionOf(Group group)
    {
        if (group.Stem.IsExtension || group.Stem.Icd11Code == default) return null;
        var expression = new ClusterExpression(group.Stem.Icd11Code);
        foreach (var extension in group.Extensions) expression = expression.WithExtension(extension.Icd11Code);
        return expression;
    }

    private static Entity Terminal(Entity entity) => !entity.IsLeaf && entity.ResidualChild(Residual.Unspecified) is { } unspecified ? unspecified : entity;

    private static string CodeOf(Combination combination, bool toTerminal) => Join(combination, entity => (toTerminal ? Terminal(entity) : entity).Code, "&", "/");

    private static string Join(Combination combination, Func<Entity, string> name, string extension, string stem) =>
        string.Join(stem, combination.Groups.Select(group => string.Join(extension, group.Extensions.Prepend(group.Stem).Select(name))));

    private string LabelOf(Combination combination)
    {
        var label = new StringBuilder();
        foreach (var group in combination.Groups)
        {
            if (label.Length > 0) label.Append(" / ");
            label.Append(TitleOf(group.Stem));
            foreach (var extension in group.Extensions) label.Append(" [").Append(TitleOf(extension)).Append(']');
        }

        return label.ToString();
    }

    private string TitleOf(Entity entity) => languages.TitleOf(linearization.Loaded.Catalog, entity).Text;

    /// <summary>A stem, or an entity by itself, with its extension codes.</summary>
    private readonly record struct Group(Entity Stem, IReadOnlyList<Entity> Extensions);

    /// <summary>What was asked about, as entities; and as an expression, where it is one.</summary>
    private sealed record Combination(IReadOnlyList<Group> Groups, ClusterExpression? Expression)
    {
        public bool IsSingle => Groups is [{ Extensions.Count: 0 }];

        public bool IsCodable => Groups.All(group => group.Stem.IsSelectable);

        public static Combination Of(Entity entity) => new([new(entity, [])], null);
    }
}
