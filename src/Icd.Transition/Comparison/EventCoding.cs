using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Mapping;

namespace Icd.Transition.Comparison;

/// <summary>What the codes of events mean: units, targets, groups; each code and expression is worked out once.</summary>
internal sealed class EventCoding(Crosswalk crosswalk, ComparisonOptions options)
{
    private readonly Dictionary<Icd10Code, OldCode> _codes = [];
    private readonly Dictionary<string, NewCode> _targets = new(StringComparer.Ordinal);

    private readonly NewCode _noTarget = new("", "", [.. Enumerable.Repeat(new Unit("-", "–", int.MaxValue), 3)], -1, new ulong[options.Groups?.Words ?? 0]);

    public OldCode Of(Icd10Code code)
    {
        if (_codes.TryGetValue(code, out var known)) return known;
        var isListed = crosswalk.Edition.TryFind(code, out var entity);
        if (!isListed) crosswalk.Edition.TryFind(code.Category, out entity);
        var text = code.ToString("D", null);
        var units = entity.IsNone ? [.. Enumerable.Repeat(new Unit("-", "–", int.MaxValue), 3)] : Units.Of(entity, options.TitleOf);
        var answer = crosswalk.Map(code);
        return _codes[code] = new(
            text, isListed ? options.TitleOf(entity) : text, isListed, units, answer, answer.HasTarget ? Of(answer.Expression.ToString()) : _noTarget,
            [.. answer.Alternatives.Select(alternative => alternative.Target).Where(target => ClusterExpression.TryParse(target, out _)).Select(Of)],
            options.Groups is { } groups ? [.. groups.Of(code)] : []);
    }

    public NewCode Of(string expression)
    {
        if (_targets.TryGetValue(expression, out var known)) return known;
        var parsed = ClusterExpression.Parse(expression);
        var groups = new ulong[options.Groups?.Words ?? 0];
        options.Groups?.AddTo(groups, in parsed);
        return _targets[expression] = crosswalk.Release.TryFind(parsed[0], out var stem)
            ? new(expression, options.TitleOf(stem), Units.Of(stem, options.TitleOf), stem.Index, groups)
            : new(expression, expression, [.. Enumerable.Repeat(new Unit("?", "?", int.MaxValue - 1), 3)], -1, groups);
    }
}
