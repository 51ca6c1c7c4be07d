using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>Judges expressions by the ICD-11 Reference Guide (2.9 to 2.11) over a release.</summary>
/// <remarks>Safe for concurrent use. Judging a valid expression allocates nothing once its stems' axes have been asked for.</remarks>
public sealed class ExpressionValidator
{
    /// <summary>"Diagnosis code descriptors", the universal extension codes (type 2): they fit any stem, whatever its axes.</summary>
    private const uint DiagnosisCodeDescriptors = 1897222875;

    private readonly Release _release;
    private readonly StemAxes _axes;
    private readonly int _universalStart, _universalEnd;

    /// <summary>A validator over the axes of a release.</summary>
    public ExpressionValidator(StemAxes axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        (_axes, _release) = (axes, axes.Release);
        if (_release.TryFind(DiagnosisCodeDescriptors, Residual.None, out var universal)) (_universalStart, _universalEnd) = (universal.Index, universal.End);
    }

    /// <summary>The axes that it judges by.</summary>
    public StemAxes Axes => _axes;

    /// <summary>Whether an extension code is universal (type 2, diagnosis code descriptors).</summary>
    public bool IsUniversal(Entity extension) => extension.Index >= _universalStart && extension.Index < _universalEnd;

    /// <summary>Judges an expression.</summary>
    /// <param name="expression">A parsed expression, with codes or URIs.</param>
    /// <param name="mode">How much is demanded.</param>
    /// <exception cref="ArgumentException">The expression is <c>default</c>.</exception>
    public Verdict Validate(in ClusterExpression expression, ValidationMode mode = ValidationMode.Strict)
    {
        if (expression.Count == 0) throw new ArgumentException("There is no expression to judge.", nameof(expression));
        var buffer = default(EntityBuffer);
        var entities = MemoryMarshal.CreateSpan(ref Unsafe.As<EntityBuffer, Entity>(ref buffer), expression.Count);
        Span<sbyte> axisOf = stackalloc sbyte[expression.Count];
        List<Diagnostic>? diagnostics = null;
        Resolve(in expression, entities, ref diagnostics);
        foreach (var group in expression.Groups)
        {
            if (!entities[group.Start].IsNone) JudgeGroup(in expression, group, entities, axisOf, mode, ref diagnostics);
        }

        return new(diagnostics);
    }

    /// <summary>Which value sits on which axis, members after <c>/</c> included; values that fit nowhere are left out.</summary>
    public IReadOnlyList<AxisBinding> Bind(in ClusterExpression expression)
    {
        var buffer = default(EntityBuffer);
        var entities = MemoryMarshal.CreateSpan(ref Unsafe.As<EntityBuffer, Entity>(ref buffer), expression.Count);
        Span<sbyte> axisOf = stackalloc sbyte[expression.Count];
        List<Diagnostic>? ignored = null;
        Resolve(in expression, entities, ref ignored);
        var bindings = new List<AxisBinding>();
        var previous = -1;
        foreach (var group in expression.Groups)
        {
            var stem = entities[group.Start];
            if (stem.IsNone) continue;
            if (previous >= 0 && FirstStemAxis(entities[previous], stem, previous, bindings) is { } axis) bindings.Add(new(previous, group.Start, axis));
            else previous = group.Start;
            var own = _axes.Find(stem);
            var values = axisOf.Slice(group.Start + 1, group.ExtensionCount);
            Place(own, entities.Slice(group.Start + 1, group.ExtensionCount), values);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] >= 0) bindings.Add(new(group.Start, group.Start + 1 + i, own[values[i]]));
            }
        }

        return bindings;
    }

    /// <summary>After <c>/</c> a member is a value if it fits an axis of the stem before it that has no value yet.</summary>
    private Axis? FirstStemAxis(Entity stem, Entity value, int stemIndex, List<AxisBinding> bindings)
    {
        Axis? optional = null;
        foreach (var axis in _axes.Find(stem))
        {
            if (!axis.TakesStems || !axis.Admits(value) || bindings.Exists(binding => binding.Stem == stemIndex && binding.Axis == axis)) continue;
            if (axis.IsRequired) return axis;
            optional ??= axis;
        }

        return optional;
    }

    private void Resolve(in ClusterExpression expression, Span<Entity> entities, ref List<Diagnostic>? diagnostics)
    {
        for (var i = 0; i < expression.Count; i++)
        {
            var member = expression[i];
            var found = _release.TryFind(member, out entities[i]);
            // A code tells by its form on which side of & it belongs, and the parser has looked.
            var problem = !found ? UnknownKind(member)
                : !entities[i].IsSelectable ? DiagnosticKind.NotSelectable
                : !member.IsUri ? default
                : entities[i].IsExtension && expression.IsStem(i) ? DiagnosticKind.ExtensionAsStem
                : !entities[i].IsExtension && !expression.IsStem(i) ? DiagnosticKind.StemAsExtension
                : default;
            if (problem == default) continue;
            entities[i] = default;
            var severity = problem is DiagnosticKind.CodeNotInStarter or DiagnosticKind.OtherRelease ? DiagnosticSeverity.NotEvaluated : DiagnosticSeverity.Error;
            (diagnostics ??= []).Add(new(problem, severity, i, member.ToString(), default, null, [], _release.Key.ToString(), []));
        }
    }

    private DiagnosticKind UnknownKind(ClusterMember member) =>
        member.IsUri && !member.Uri.Release.IsNone && member.Uri.Release != _release.Key.ReleaseId ? DiagnosticKind.OtherRelease
        : _release.Key.IsStarter ? DiagnosticKind.CodeNotInStarter
        : DiagnosticKind.UnknownCode;

    private void JudgeGroup(in ClusterExpression expression, StemGroup group, Span<Entity> entities, Span<sbyte> axisOf, ValidationMode mode, ref List<Diagnostic>? diagnostics)
    {
        var stem = entities[group.Start];
        var axes = _axes.Find(stem);
        var values = entities.Slice(group.Start + 1, group.ExtensionCount);
        var places = axisOf.Slice(group.Start + 1, group.ExtensionCount);
        var failed = Place(axes, values, places);
        for (var i = 0; i < values.Length; i++)
        {
            if ((failed >> i & 1) != 0) (diagnostics ??= []).Add(Refusal(in expression, group.Start + 1 + i, stem, axes, values, i, mode));
            else if (places[i] >= 0 && IsRepeated(values, places, i)) (diagnostics ??= []).Add(new(DiagnosticKind.RepeatedValue, DiagnosticSeverity.Warning, group.Start + 1 + i, expression[group.Start + 1 + i].ToString(), stem, axes[places[i]], [], axes[places[i]].Provenance, []));
        }

        for (var a = 0; a < axes.Length; a++)
        {
            if (!axes[a].IsRequired || (axes[a].TakesStems ? OtherStemFits(in expression, entities, group.Start, axes[a]) : places.Contains((sbyte)a))) continue;
            var severity = mode == ValidationMode.Lenient ? DiagnosticSeverity.Warning : DiagnosticSeverity.Incomplete;
            (diagnostics ??= []).Add(new(DiagnosticKind.RequiredAxisMissing, severity, group.Start, expression[group.Start].ToString(), stem, axes[a], axes[a].Roots, axes[a].Provenance, [axes[a]]));
        }
    }

    /// <summary>Places the values on axes; universal and unknown ones need none.</summary>
    /// <returns>Bit i is set where value i finds no place.</returns>
    private uint Place(Axis[] axes, ReadOnlySpan<Entity> values, Span<sbyte> places)
    {
        Span<ulong> admitting = stackalloc ulong[values.Length];
        var binder = new ValueBinder(axes, values, places, admitting);
        var failed = 0u;
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].IsNone && !IsUniversal(values[i]) && !binder.TryPlace(i)) failed |= 1u << i;
        }

        binder.FillRequired();
        return failed;
    }

    /// <summary>Both orders of a cluster's stems are valid, so the value of a required axis may stand before its stem.</summary>
    private static bool OtherStemFits(in ClusterExpression expression, ReadOnlySpan<Entity> entities, int stem, Axis axis)
    {
        for (var i = 0; i < entities.Length; i++)
        {
            if (i != stem && expression.IsStem(i) && !entities[i].IsNone && axis.Admits(entities[i])) return true;
        }

        return false;
    }

    private static bool IsRepeated(ReadOnlySpan<Entity> values, ReadOnlySpan<sbyte> places, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (values[i] == values[index] && places[i] == places[index]) return true;
        }

        return false;
    }

    private Diagnostic Refusal(in ClusterExpression expression, int member, Entity stem, Axis[] axes, ReadOnlySpan<Entity> values, int value, ValidationMode mode)
    {
        var token = expression[member].ToString();
        if (!_axes.Covers(stem))
            return new(DiagnosticKind.AxesUnknown, DiagnosticSeverity.NotEvaluated, member, token, stem, null, [], _release.Key.ToString(), []);

        Axis? full = null;
        foreach (var axis in axes)
        {
            if (!axis.TakesStems && axis.Admits(values[value])) full ??= axis;
        }

        var kind = full is null ? DiagnosticKind.ValueOnNoAxis
            : full.AllowMultipleValues == AllowMultipleValues.AllowedExceptFromSameBlock ? DiagnosticKind.ValuesOfSameBlock
            : DiagnosticKind.TooManyValues;
        // Our profile knows less than WHO's scales; the lenient reader is told so instead of being refused.
        var isOurs = !_release.HasScales;
        var isUncertain = isOurs && full is null && (mode == ValidationMode.Lenient || _axes.IsPartial(stem));
        IReadOnlyList<Axis> allowed = full is null ? [.. axes.Where(axis => !axis.TakesStems)] : [full];
        var provenance = full?.Provenance ?? (_release.HasScales ? "WHO scales" : "authored axis profile");
        return new(kind, isUncertain ? DiagnosticSeverity.NotEvaluated : DiagnosticSeverity.Error, member, token, stem, full, [.. allowed.SelectMany(axis => axis.Roots)], provenance, allowed);
    }

    [InlineArray(ClusterExpression.MaxMembers)]
    private struct EntityBuffer
    {
        private Entity _first;
    }
}
