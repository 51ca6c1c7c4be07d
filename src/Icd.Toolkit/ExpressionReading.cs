using System.Text;
using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Toolkit;

/// <summary>An ICD-11 expression read out: each member with its title and axis, and all of it as a line of text.</summary>
/// <param name="Members">The members, in the order written.</param>
public sealed record ExpressionReading(IReadOnlyList<ExpressionReading.Member> Members)
{
    /// <param name="Entity">What the member names; <c>default</c> where the release lacks it.</param>
    /// <param name="Text">The member as written, canonical.</param>
    /// <param name="IsStem">Whether it is a stem.</param>
    /// <param name="Index">Its index in the expression.</param>
    /// <param name="Axis">The axis that it is a value of, by WHO's name; <see langword="null"/> where it is none.</param>
    /// <param name="Of">The index of the stem whose axis that is; -1 where there is none.</param>
    /// <param name="Bokmal">The title in bokmål, or what there is.</param>
    /// <param name="English">The title in English, or what there is.</param>
    public readonly record struct Member(Entity Entity, string Text, bool IsStem, int Index, string? Axis, int Of, DisplayTitle Bokmal, DisplayTitle English);

    /// <summary>Whether every title is there in a language.</summary>
    public bool IsComplete(MessageLanguage language) => Members.All(member => !member.Entity.IsNone && Title(member, language).Language == (language == MessageLanguage.Bokmal ? "nb" : "en"));

    /// <summary>Whether any of it is our wording, not the publisher's.</summary>
    public bool IsAuthored(MessageLanguage language) => Members.Any(member => Title(member, language).IsAuthored);

    /// <summary>The line: stems joined by <c>/</c>, each with its values in parentheses, a value behind the name of its axis.</summary>
    public string In(MessageLanguage language)
    {
        var text = new StringBuilder();
        foreach (var (position, stem) in Members.Where(member => member.IsStem).Index())
        {
            if (position > 0) text.Append(" / ");
            // A stem that is a value of another one says by its axis what it is to it.
            if (stem.Axis is { } axis) text.Append(AxisNames.Label(axis, language)).Append(": ");
            text.Append(Title(stem, language).Text);
            var values = Members.Skip(stem.Index + 1).TakeWhile(member => !member.IsStem).Select(value => value.Axis is null ? Title(value, language).Text : $"{AxisNames.Label(value.Axis, language)}: {Title(value, language).Text}").ToList();
            if (values.Count > 0) text.Append(" (").AppendJoin("; ", values).Append(')');
        }

        return text.ToString();
    }

    /// <summary>Reads an expression out.</summary>
    /// <param name="engines">The release.</param>
    /// <param name="catalog">Where titles come from.</param>
    /// <param name="expression">A parsed expression.</param>
    public static ExpressionReading Of(MmsEngines engines, ReleaseCatalog catalog, in ClusterExpression expression)
    {
        ArgumentNullException.ThrowIfNull(engines);
        ArgumentNullException.ThrowIfNull(catalog);
        var bindings = engines.Validator.Bind(in expression);
        var members = new Member[expression.Count];
        for (var i = 0; i < members.Length; i++)
        {
            var text = expression[i].ToString();
            var found = engines.Release.TryFind(expression[i], out var entity);
            var (axis, of) = AxisOf(bindings, i);
            members[i] = new(
                entity, text, expression.IsStem(i), i, axis, of,
                found ? catalog.TitleOf(entity, "nb") : new(text, "", false), found ? catalog.TitleOf(entity, "en") : new(text, "", false));
        }

        return new(members);
    }

    private static (string? Axis, int Of) AxisOf(IReadOnlyList<AxisBinding> bindings, int value)
    {
        foreach (var binding in bindings)
        {
            if (binding.Value == value) return (binding.Axis.Name, binding.Stem);
        }

        return (null, -1);
    }

    private static DisplayTitle Title(Member member, MessageLanguage language) => language == MessageLanguage.Bokmal ? member.Bokmal : member.English;
}
