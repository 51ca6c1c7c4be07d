using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>Finds, by the English titles of a release, stems that say what a stem above them with one extension code says.</summary>
/// <remarks>
/// <para>A child's title that is its parent's and a value's words together says what the two say: <c>CA41</c> "Acute bronchiolitis" with
/// <c>XN275</c> is <c>CA41.0</c>. Words of the parent may be missing from the child's title, for the child lies below the parent and
/// means them all the same: <c>1C8E</c> "Viral meningitis, not elsewhere classified" with <c>XN000</c> is <c>1C8E.2</c> "Meningitis due
/// to adenovirus". But an alternative must not be lost ("superficial injury of hip or thigh" with "abrasion" is not "abrasion of hip"),
/// unless it is one of sites and the value names the whole site.</para>
/// <para>A value must be one that the axes of the more general stem take, or one of a block where words mean one thing only: severity,
/// time, aetiology, topology. A scale that leaves a value out because the child exists proves nothing against it; but anatomy has heads
/// and necks of many things, so there the axis must agree, or the title must say "of the …" and nothing else.</para>
/// </remarks>
internal sealed class RuleDerivation
{
    public const string
        SameWords = "derived: the title is that of the stem above with this value's words",
        ImpliesWords = "derived: the title is that of the stem above with this value's words in place of some that it implies";

    private const string Language = "en";

    /// <summary>Severity, temporality, aetiology and topology: blocks of chapter X.</summary>
    private static readonly uint[] Unmistakable = [815889539, 614922797, 71556738, 1413523709];

    private const uint Anatomy = 1154280071, Histopathology = 411368752, Aetiology = 71556738, DimensionsOfInjury = 870996432;

    /// <summary>In the chapters up to 14 an organ's adjective names the site of a disease; up to 20 "of" does. Later it is what a person fears or has lost.</summary>
    private const string LastChapterOfAdjectives = "14", LastChapterOfDiseases = "20", Injuries = "22";

    /// <summary>What stands beside the name of a site: "other or unspecified parts of digestive organs".</summary>
    private static readonly HashSet<string> AroundSites = new(
        ["or", "and", "other", "unspecified", "specified", "part", "site", "organ", "system", "tract", "level", "region", "single", "primary", "ill", "defined", "except", "including",
            "digestive", "genital", "reproductive", "certain", "structure", "adnexa", "not", "elsewhere", "classified", "both", "excluding", "alimentary", "genitourinary"],
        StringComparer.Ordinal);

    /// <summary>The extent of a rash, which is not that of an amputation or a prolapse: only where the stem has such an axis.</summary>
    private static readonly HashSet<string> Extents = new(["XK2J", "XK6P", "XK31", "XK37", "XK06", "XK5F", "XK36", "XK7Z"], StringComparer.Ordinal);

    /// <summary>Words that a more exact value says too: histology that it is a neoplasm, an agent that it is an infection, a contusion that it is an injury.</summary>
    private static readonly HashSet<string>
        NeoplasmWords = new(["malignant", "neoplasm"], StringComparer.Ordinal),
        InfectionWords = new(["infectious", "bacteria", "virus", "not", "elsewhere", "classified"], StringComparer.Ordinal),
        InjuryWords = new(["injury", "superficial", "certain"], StringComparer.Ordinal);

    private static readonly string[] Prepositions = [" of ", " in ", " on "];

    private static readonly HashSet<string> Alternatives = new(["or", "and"], StringComparer.Ordinal);

    private readonly Release _release;
    private readonly StemAxes _axes;
    private readonly TitleWords _words;
    private readonly Entity _anatomy, _histopathology, _aetiology, _dimensionsOfInjury;
    private readonly Dictionary<string, List<Value>> _valuesByWord = new(StringComparer.Ordinal);
    private readonly HashSet<string> _siteWords = new(AroundSites, StringComparer.Ordinal);

    public RuleDerivation(StemAxes axes, TitleWords words)
    {
        (_release, _axes, _words) = (axes.Release, axes, words);
        _release.TryFind(Anatomy, Residual.None, out _anatomy);
        _release.TryFind(Histopathology, Residual.None, out _histopathology);
        _release.TryFind(Aetiology, Residual.None, out _aetiology);
        _release.TryFind(DimensionsOfInjury, Residual.None, out _dimensionsOfInjury);
        foreach (var entity in _release.Entities)
        {
            if (!entity.IsExtension || !entity.IsSelectable || entity.TitleIn(Language) is not { } title) continue;
            var own = words.Of(title);
            AddValue(entity, own);
            // Agents are named in full ("Human respiratory syncytial virus"), diseases by the short name; distributions say what they are.
            foreach (var silent in (ReadOnlySpan<string>)["human", "distribution", "unspecified"])
            {
                if (own.Length > 1 && own.Contains(silent)) AddValue(entity, TitleWords.Minus(own, [silent]));
            }

            if (IsIn(_anatomy, entity)) _siteWords.UnionWith(own);
        }
    }

    public IEnumerable<SanctioningRule> Rules()
    {
        foreach (var target in _release.Entities)
        {
            if (target.IsExtension || target.Residual != Residual.None || target.Kind != EntityKind.Category || !target.IsSelectable || target.TitleIn(Language) is not { } title) continue;
            var words = _words.Of(title);
            var rules = Generals(target).SelectMany(general => Rules(general.General, general.Title, general.Distance, target, title, words)).ToList();
            // What is certain from further up is certain from between.
            foreach (var rule in rules) yield return rules.Exists(other => other.Value == rule.Value && other.Confidence == RuleConfidence.Certain && other.Stem.Contains(rule.Stem)) ? rule with { Confidence = RuleConfidence.Certain } : rule;
        }
    }

    /// <summary>The categories above, and the blocks above that have an "unspecified" to code them by.</summary>
    private static IEnumerable<(Entity General, string Title, int Distance)> Generals(Entity target)
    {
        var distance = 0;
        foreach (var above in target.Ancestors)
        {
            distance++;
            var general = above.Kind == EntityKind.Category ? above : above.Kind == EntityKind.Block ? above.ResidualChild(Residual.Unspecified) ?? default : default;
            if (!general.IsNone && general.IsSelectable && above.TitleIn(Language) is { } title) yield return (general, title, distance);
        }
    }

    private IEnumerable<SanctioningRule> Rules(Entity general, string generalTitle, int distance, Entity target, string title, string[] words)
    {
        var generalWords = _words.Of(generalTitle);
        var (own, lost) = (TitleWords.Minus(words, generalWords), TitleWords.Minus(generalWords, words));
        if (own.Length == 0) yield break;
        var found = new List<(Value Value, RuleConfidence Confidence)>();
        foreach (var value in ValuesWith(own))
        {
            if (!TitleWords.IsWithin(own, value.Words) || !TitleWords.IsWithin(value.Words, words) || found.Exists(other => other.Value.Entity == value.Entity)) continue;
            if (Judge(general, generalTitle, distance, title, words, lost, value) is { } confidence) found.Add((value, confidence));
        }

        foreach (var (value, confidence) in found)
        {
            // Two values of one name: which of them the title means is not known, unless an axis takes only the one.
            var isAmbiguous = found.Exists(other => other.Value.Entity != value.Entity && other.Confidence <= confidence && other.Value.Words.AsSpan().SequenceEqual(value.Words)
                && (!Fits(general, value.Entity) || Fits(general, other.Value.Entity)));
            yield return new(general, value.Entity, target, isAmbiguous ? RuleConfidence.Suggested : confidence, lost.Length == 0 ? SameWords : ImpliesWords);
        }
    }

    /// <summary>Whether the target says the value and everything that the general stem says.</summary>
    private RuleConfidence? Judge(Entity general, string generalTitle, int distance, string title, string[] words, string[] lost, Value value)
    {
        var isSite = IsIn(_anatomy, value.Entity);
        var isHistology = IsIn(_histopathology, value.Entity);
        // The title is the value's and nothing more: a histological type below the stem. Anything else may be more than it.
        if (TitleWords.IsWithin(words, value.Words)) return isHistology && distance == 1 ? RuleConfidence.Certain : null;
        if (LosesAlternative(general, generalTitle, title, words, lost, isSite ? value.Words : null)) return null;
        // Further away the words between are not the stem's own; only histology and sites stay what they are.
        if (lost.Length > 0 && distance > 1 && !isSite && !isHistology) return null;
        if (lost.Length > 0 && general.Residual != Residual.None && !isSite) return null;

        if (Fits(general, value.Entity) || Implies(value.Entity, lost)) return RuleConfidence.Certain;
        if (lost.Length == 0 && !isSite && !Extents.Contains(value.Entity.Code) && IsUnmistakable(value.Entity)) return RuleConfidence.Certain;
        if (isSite && NamesSite(general, generalTitle, title, lost, value)) return RuleConfidence.Certain;
        return lost.Length == 0 ? RuleConfidence.Suggested : null;
    }

    /// <summary>Whether an alternative of the general title is missing from the target's, which then says less.</summary>
    private bool LosesAlternative(Entity general, string generalTitle, string title, string[] words, string[] lost, string[]? site)
    {
        // A list may also lose a member and keep its "or": "abdomen, lower back or pelvis".
        var isLost = Array.Exists(lost, Alternatives.Contains) || (generalTitle.AsSpan().Count(',') > title.AsSpan().Count(',') && generalTitle.Contains(" or ", StringComparison.Ordinal));
        if (site is null) return isLost;
        if (!Array.TrueForAll(lost, _siteWords.Contains)) return true;
        // "… of lip, oral cavity or pharynx" may become "… of tongue", but "muscles or tendons of hip or thigh" not "bursa of hip".
        if (isLost) return Array.Exists(words, word => _siteWords.Contains(word) && !site.Contains(word));
        // "Anomalies of the eye" with "orbit" is less than "anomalies of eyelid, lacrimal apparatus or orbit".
        return general.Residual != Residual.None && Array.Exists(words, word => Alternatives.Contains(word) && !site.Contains(word));
    }

    /// <summary>"Malignant neoplasms of stomach" with "adenocarcinoma" says "adenocarcinoma of stomach", whatever axes the stem has.</summary>
    private bool Implies(Entity value, string[] lost) => lost.Length > 0
        && ((IsIn(_histopathology, value) && Array.TrueForAll(lost, NeoplasmWords.Contains))
            || (IsIn(_aetiology, value) && Array.TrueForAll(lost, InfectionWords.Contains))
            || (IsIn(_dimensionsOfInjury, value) && Array.TrueForAll(lost, InjuryWords.Contains)));

    private static bool IsIn(Entity block, Entity value) => !block.IsNone && block.Contains(value);

    /// <summary>
    /// "Onchocerciasis of the eye", "pulmonary actinomycosis", "foreign body in larynx" below "foreign body in respiratory tract": the same
    /// thing and the value's own name. Fractures of bones have heads and necks that are no such sites.
    /// </summary>
    private bool NamesSite(Entity general, string generalTitle, string title, string[] lost, Value site)
    {
        var chapter = general.Chapter.Code;
        if (lost.Length == 0 && string.CompareOrdinal(chapter, LastChapterOfAdjectives) <= 0) return true;
        if (string.CompareOrdinal(chapter, LastChapterOfDiseases) > 0 && chapter != Injuries) return false;
        if (Preposition(title) is not (> 0 and var at) || !_words.Of(title[at..]).AsSpan().SequenceEqual(site.Words)) return false;
        return lost.Length == 0
            ? title.StartsWith(generalTitle, StringComparison.OrdinalIgnoreCase) && chapter != Injuries
            : general.Residual == Residual.None && Preposition(generalTitle) is > 0 and var above
                && _words.Of(title[..at]).AsSpan().SequenceEqual(_words.Of(generalTitle[..above]))
                && Array.TrueForAll(_words.Of(generalTitle[above..]), _siteWords.Contains);
    }

    /// <summary>Where the site begins: after the first "of", "in" or "on".</summary>
    private static int? Preposition(string title) =>
        Prepositions.Select(word => (Word: word, At: title.IndexOf(word, StringComparison.Ordinal))).Where(found => found.At > 0).OrderBy(found => found.At)
            .Select(found => (int?)(found.At + found.Word.Length)).FirstOrDefault();

    /// <summary>Whether an axis of the stem, or of its "unspecified", takes the value or stands beside it in one list.</summary>
    private bool Fits(Entity stem, Entity value)
    {
        var isSite = IsIn(_anatomy, value);
        foreach (var axis in _axes.Find(stem).Concat(stem.ResidualChild(Residual.Unspecified) is { } unspecified ? _axes.Find(unspecified) : []))
        {
            if (!axis.TakesStems && (axis.Admits(value) || (!isSite && !Extents.Contains(value.Code) && AdmitsSibling(axis, value)))) return true;
        }

        return false;
    }

    private bool IsUnmistakable(Entity value) => Array.Exists(Unmistakable, id => _release.TryFind(id, Residual.None, out var block) && block.Contains(value));

    /// <summary>Scales leave a value out where a child precoordinates it (CA41.Z and XN275); its siblings show that the axis is the one.</summary>
    private static bool AdmitsSibling(Axis axis, Entity value) =>
        value.Parent is { } parent && parent.Children.Any(sibling => sibling != value && axis.Admits(sibling));

    private void AddValue(Entity value, string[] words)
    {
        foreach (var word in words.Distinct())
        {
            if (!_valuesByWord.TryGetValue(word, out var values)) _valuesByWord[word] = values = [];
            values.Add(new(value, words));
        }
    }

    /// <summary>The values that have the rarest of the words.</summary>
    private List<Value> ValuesWith(string[] words)
    {
        List<Value>? fewest = null;
        foreach (var word in words)
        {
            if (!_valuesByWord.TryGetValue(word, out var values)) return [];
            if (fewest is null || values.Count < fewest.Count) fewest = values;
        }

        return fewest!;
    }

    /// <summary>A value under one of its names.</summary>
    private sealed record Value(Entity Entity, string[] Words);
}
