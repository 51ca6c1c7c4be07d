using System.Numerics;
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>Assigns the extension codes of one stem to its axes.</summary>
/// <remarks>
/// Preference as the ICD-API binds values: an axis without a value before one that has one, required before optional, then
/// the declared order. Where that leaves a value without a place, earlier values move to other axes that admit them, so
/// whether a set of values fits does not depend on the order in which it is written.
/// </remarks>
internal readonly ref struct ValueBinder
{
    private readonly Axis[] _axes;
    private readonly ReadOnlySpan<Entity> _values;

    /// <summary>For each value the index of its axis, or −1.</summary>
    private readonly Span<sbyte> _axisOf;

    /// <summary>For each value the axes that admit it, as bits.</summary>
    private readonly Span<ulong> _admitting;

    public ValueBinder(Axis[] axes, ReadOnlySpan<Entity> values, Span<sbyte> axisOf, Span<ulong> admitting)
    {
        _axes = axes;
        _values = values;
        _axisOf = axisOf;
        _axisOf.Fill(-1);
        _admitting = admitting;
        for (var value = 0; value < values.Length; value++)
        {
            var bits = 0UL;
            for (var axis = 0; axis < axes.Length && !values[value].IsNone; axis++)
            {
                if (!axes[axis].TakesStems && axes[axis].Admits(values[value])) bits |= 1UL << axis;
            }

            admitting[value] = bits;
        }
    }

    /// <summary>Places a value; <see langword="false"/> where no arrangement of it and the earlier ones fits.</summary>
    public bool TryPlace(int value) => TryPlace(value, 0);

    /// <summary>Gives required axes that stayed empty a value from elsewhere, so that no other order of the values would fill more.</summary>
    public void FillRequired()
    {
        for (var axis = 0; axis < _axes.Length; axis++)
        {
            if (_axes[axis] is { IsRequired: true, TakesStems: false } && !HasValue(axis)) TryFill(axis, 0);
        }
    }

    /// <summary>Moves a value to an empty axis; a required axis that it leaves empty takes one in turn.</summary>
    private bool TryFill(int axis, ulong visited)
    {
        visited |= 1UL << axis;
        for (var value = 0; value < _axisOf.Length; value++)
        {
            var from = _axisOf[value];
            if (from < 0 || (visited >> from & 1) != 0 || !Admits(axis, value)) continue;
            _axisOf[value] = (sbyte)axis;
            if (!_axes[from].IsRequired || HasValue(from) || TryFill(from, visited)) return true;
            _axisOf[value] = from;
        }

        return false;
    }

    private bool TryPlace(int value, ulong visited)
    {
        var open = _admitting[value] & ~visited;
        if (open == 0) return false;
        // First an empty axis, required ones before optional ones; then a filled one that takes several.
        int empty = -1, filled = -1;
        for (var rest = open; rest != 0; rest &= rest - 1)
        {
            var axis = BitOperations.TrailingZeroCount(rest);
            if (HasValue(axis))
            {
                if (filled < 0 && TakesAnother(axis, value)) filled = axis;
                continue;
            }

            if (empty < 0) empty = axis;
            if (!_axes[axis].IsRequired) continue;
            empty = axis;
            break;
        }

        if (empty < 0 && filled < 0) return TryMakeRoom(value, visited);
        _axisOf[value] = (sbyte)(empty >= 0 ? empty : filled);
        return true;
    }

    /// <summary>Moves a value that stands in the way to another axis, which may move a further one.</summary>
    private bool TryMakeRoom(int value, ulong visited)
    {
        for (var axis = 0; axis < _axes.Length; axis++)
        {
            if ((visited >> axis & 1) != 0 || !Admits(axis, value)) continue;
            visited |= 1UL << axis;
            for (var other = 0; other < _axisOf.Length; other++)
            {
                if (other == value || _axisOf[other] != axis) continue;
                _axisOf[other] = -1;
                if ((!HasValue(axis) || TakesAnother(axis, value)) && TryPlace(other, visited))
                {
                    _axisOf[value] = (sbyte)axis;
                    return true;
                }

                _axisOf[other] = (sbyte)axis;
            }
        }

        return false;
    }

    private bool Admits(int axis, int value) => (_admitting[value] >> axis & 1) != 0;

    private bool HasValue(int axis) => _axisOf.Contains((sbyte)axis);

    private bool TakesAnother(int axis, int value)
    {
        switch (_axes[axis].AllowMultipleValues)
        {
            case AllowMultipleValues.AllowAlways:
                return true;
            case AllowMultipleValues.NotAllowed:
                return !HasValue(axis);
            default:
                var block = _axes[axis].BlockOf(_values[value]);
                for (var other = 0; other < _axisOf.Length; other++)
                {
                    if (other != value && _axisOf[other] == axis && _axes[axis].BlockOf(_values[other]) == block) return false;
                }

                return true;
        }
    }
}
