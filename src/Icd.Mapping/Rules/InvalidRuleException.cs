namespace Icd.Mapping.Rules;

/// <summary>A rule does not yield a valid expression for a code in the release that is loaded.</summary>
/// <remarks>With the release that the rules are written for this is a bug, which a test finds; a later release may have retired a code.</remarks>
internal sealed class InvalidRuleException(CrosswalkRule rule, string code, string what)
    : Exception($"{rule.Origin} for {code}: {what.TrimEnd('.')}.");
