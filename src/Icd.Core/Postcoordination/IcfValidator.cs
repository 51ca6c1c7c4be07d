using Icd.Core.Codes;
using Icd.Core.Releases;

namespace Icd.Core.Postcoordination;

/// <summary>Judges qualified ICF codes such as <c>b280.2</c>, <c>d450.23</c>, <c>s730.301</c> and <c>e310+2</c>.</summary>
/// <remarks>
/// Rules of WHO's ICF (annex 2, coding guidelines). Body functions have one qualifier, body structures three (extent, nature of the change,
/// location), activities and participation up to five (performance, capacity without and with assistance, and two optional ones), of which
/// any may be left open by <c>_</c>; environmental factors one, a barrier after a point or a facilitator after a plus sign. ICF has its own
/// syntax: its codes are no members of a cluster.
/// </remarks>
public sealed class IcfValidator
{
    /// <summary>From here on qualifiers are entities with codes, and the point joins codes.</summary>
    private static readonly ReleaseId QualifiersAreCodes = ReleaseId.Create(2026, 1);

    private const string Rules = "WHO ICF, annex 2", Extent = "0-4, 8, 9", ChangeOrLocation = "0-9";

    private readonly Release _release;

    /// <summary>A validator over a release of ICF.</summary>
    /// <exception cref="ArgumentException">The release is not one of ICF.</exception>
    public IcfValidator(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Classification != Classification.Icf) throw new ArgumentException($"{release.Key} is not a release of ICF.", nameof(release));
        _release = release;
    }

    /// <summary>Whether a text has the form of an ICF code: a lower-case letter of a component, one or at least three digits, then the end or qualifiers.</summary>
    /// <remarks>ICD-10 codes have two digits before their point and are written with capitals, ICD-11 codes have a letter in second place.</remarks>
    public static bool HasIcfForm(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 2 || text[0] is not ('b' or 's' or 'd' or 'e')) return false;
        var digits = Digits(text);
        return digits is 1 or >= 3 && (digits + 1 == text.Length || text[digits + 1] is '.' or '+');
    }

    /// <summary>Judges a code with its qualifiers.</summary>
    /// <param name="text">The code; space round it is passed over.</param>
    public IcfVerdict Validate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = text.AsSpan().Trim();
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var lower = code.Length > 0 ? char.ToLowerInvariant(code[0]) : ' ';
        var digits = code.Length > 0 ? Digits(code) : 0;
        if (lower is not ('b' or 's' or 'd' or 'e') || digits == 0 || (digits + 1 < code.Length && code[digits + 1] is not ('.' or '+')))
            return Of(null, [new(IcfDiagnosticKind.NotIcf, DiagnosticSeverity.Error, start, code.ToString(), "", Rules)]);

        var category = lower + code[1..(digits + 1)].ToString();
        var canonical = category + code[(digits + 1)..].ToString();
        if (!_release.TryFind(category, out var entity)) return Of(canonical, [new(IcfDiagnosticKind.UnknownCategory, DiagnosticSeverity.Error, start, category, "", _release.Key.ToString())]);
        if (!entity.IsSelectable) return Of(canonical, [new(IcfDiagnosticKind.NotSelectable, DiagnosticSeverity.Error, start, category, "", _release.Key.ToString())]);
        return Of(canonical, Qualifiers(lower, category, code, digits + 1, start));
    }

    private List<IcfDiagnostic> Qualifiers(char component, string category, ReadOnlySpan<char> code, int at, int start)
    {
        var allowed = Allowed(component);
        if (at + 1 >= code.Length) return [new(IcfDiagnosticKind.QualifierMissing, DiagnosticSeverity.Incomplete, start, code.ToString(), allowed[0], Rules)];
        if (_release.Key.ReleaseId >= QualifiersAreCodes)
            return [new(IcfDiagnosticKind.QualifiersAreCodes, DiagnosticSeverity.NotEvaluated, start + at, code[at..].ToString(), "", _release.Key.ToString())];

        var found = new List<IcfDiagnostic>();
        if (code[at] == '+' && component != 'e') found.Add(new(IcfDiagnosticKind.FacilitatorOutsideEnvironment, DiagnosticSeverity.Error, start + at, "+", ".", Rules));
        var isOpen = true;
        for (var i = at + 1; i < code.Length; i++)
        {
            var place = i - at - 1;
            if (place >= allowed.Length)
            {
                found.Add(new(IcfDiagnosticKind.TooManyQualifiers, DiagnosticSeverity.Error, start + i, code[i..].ToString(), allowed.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), Rules));
                break;
            }

            var isLeftOpen = code[i] == '_' && component == 'd';
            isOpen &= isLeftOpen;
            if (!isLeftOpen && (!char.IsAsciiDigit(code[i]) || (allowed[place] == Extent && code[i] is '5' or '6' or '7')))
                found.Add(new(IcfDiagnosticKind.QualifierOutOfRange, DiagnosticSeverity.Error, start + i, code[i].ToString(), component == 'd' ? Extent + ", _" : allowed[place], Rules));
        }

        if (isOpen && found.Count == 0) found.Add(new(IcfDiagnosticKind.QualifierMissing, DiagnosticSeverity.Incomplete, start, category, allowed[0], Rules));
        return found;
    }

    /// <summary>What each place takes.</summary>
    private static string[] Allowed(char component) => component switch
    {
        's' => [Extent, ChangeOrLocation, ChangeOrLocation],
        'd' => [Extent, Extent, Extent, Extent, Extent],
        _ => [Extent],
    };

    private static IcfVerdict Of(string? canonical, List<IcfDiagnostic> diagnostics) => new(
        diagnostics.Count == 0 ? VerdictKind.Valid : diagnostics[0].Severity switch
        {
            DiagnosticSeverity.Incomplete => VerdictKind.Incomplete,
            DiagnosticSeverity.NotEvaluated => VerdictKind.NotEvaluated,
            _ => VerdictKind.Invalid,
        },
        canonical,
        diagnostics);

    private static int Digits(ReadOnlySpan<char> code)
    {
        var digits = code[1..].IndexOfAnyExceptInRange('0', '9');
        return digits < 0 ? code.Length - 1 : digits;
    }
}
