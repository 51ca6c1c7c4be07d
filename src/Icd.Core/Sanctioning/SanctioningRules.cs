using System.Buffers.Binary;
using Icd.Core.Codes;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;

namespace Icd.Core.Sanctioning;

/// <summary>The rules of a release by which a combination is replaced by a precoordinated stem, and back.</summary>
/// <remarks>
/// They come from our tables (<c>data/sanctions/</c>) and from the release's English titles. What the titles say is worked out when a
/// release is imported and kept in its file; where the file was made with other tables it is worked out anew, which takes a second.
/// </remarks>
public sealed class SanctioningRules
{
    private const string Language = "en";

    /// <summary>Counted up when the derivation changes, so that no file's rules outlive the code that made them.</summary>
    private const uint DerivationVersion = 1;

    private static readonly Lazy<uint> CurrentStamp = new(ComputeStamp);

    private readonly Dictionary<ulong, SanctioningRule> _byCombination;
    private readonly Dictionary<int, List<SanctioningRule>> _byTarget;
    private readonly List<SanctioningRule> _all;

    private SanctioningRules(Release release, IEnumerable<SanctioningRule> derived, AuthoredSanctions authored)
    {
        Release = release;
        var decided = authored.Of(release).ToList();
        var overruled = decided.Select(rule => (rule.Stem, rule.Value, rule.Target)).ToHashSet();
        _all =
        [
            .. decided.Where(rule => rule.Confidence is not null).Select(rule => new SanctioningRule(rule.Stem, rule.Value, rule.Target, rule.Confidence!.Value, rule.Origin)),
            .. derived.Where(rule => !overruled.Contains((rule.Stem, rule.Value, rule.Target))),
        ];
        (_byCombination, _byTarget) = (new(_all.Count * 2), new(_all.Count));
        foreach (var rule in _all.OrderBy(rule => rule.Confidence)) Index(rule);
    }

    /// <summary>The release that the rules are of.</summary>
    public Release Release { get; }

    /// <summary>All rules, those of our tables first, then by target.</summary>
    public IReadOnlyCollection<SanctioningRule> All => _all;

    /// <summary>The rules of a release; from titles only where it has English ones and they are WHO's.</summary>
    public static SanctioningRules Of(StemAxes axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        return Of(axes, AuthoredSanctions.Default);
    }

    internal static SanctioningRules Of(StemAxes axes, AuthoredSanctions authored)
    {
        var isStored = axes.HasDefaultProfile && authored == AuthoredSanctions.Default && axes.Release.SanctionStamp == CurrentStamp.Value;
        return new(axes.Release, isStored ? axes.Release.Sanctions.Select(Stored) : Derive(axes, authored), authored);
    }

    /// <summary>Works out what the titles of a release say and adds it to a draft that is to be compiled; the draft must be complete otherwise.</summary>
    /// <exception cref="InvalidDataException">The draft cannot be compiled.</exception>
    public static void AddDerived(ReleaseDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Key.Classification != Classification.Mms || draft.Key.IsStarter) return;
        draft.Sanctions.Clear();
        foreach (var rule in Derive(new(Release.Load(draft.Compile())), AuthoredSanctions.Default))
            draft.Sanctions.Add(new(rule.Stem.Uri, rule.Value.Uri, rule.Target.Uri, rule.Confidence == RuleConfidence.Certain, rule.Provenance == RuleDerivation.ImpliesWords));
        draft.SanctionStamp = CurrentStamp.Value;
    }

    /// <summary>The stem that says what a stem with an extension code or a joined stem says, or <see langword="null"/>.</summary>
    public SanctioningRule? Find(Entity stem, Entity value) => _byCombination.GetValueOrDefault(Key(stem, value));

    /// <summary>What a precoordinated stem is made of: a nearest stem above and a value; <see langword="null"/> where that is not known.</summary>
    public SanctioningRule? Decompose(Entity stem) => Targeting(stem) is [var first, ..] ? first : null;

    /// <summary>The rules that lead to a stem, certain ones first: it may be said in several ways.</summary>
    public IReadOnlyList<SanctioningRule> Targeting(Entity stem) => _byTarget.TryGetValue(stem.Index, out var rules) ? rules : [];

    private static ulong Key(Entity stem, Entity value) => ((ulong)(uint)stem.Index << 32) | (uint)value.Index;

    // The starter release's titles are our own words, which prove nothing about WHO's stems.
    private static IEnumerable<SanctioningRule> Derive(StemAxes axes, AuthoredSanctions authored) =>
        axes.Release.Key.IsStarter || !axes.Release.Languages.Contains(Language) ? [] : new RuleDerivation(axes, new(authored.Synonyms)).Rules();

    private static SanctioningRule Stored(ReleaseSanction stored) => new(
        stored.Stem, stored.Value, stored.Target, stored.IsCertain ? RuleConfidence.Certain : RuleConfidence.Suggested,
        stored.ImpliesWords ? RuleDerivation.ImpliesWords : RuleDerivation.SameWords);

    private void Index(SanctioningRule rule)
    {
        if (!_byTarget.TryGetValue(rule.Target.Index, out var known)) _byTarget[rule.Target.Index] = known = [];
        known.Add(rule);
        foreach (var stem in WithUnspecified(rule.Stem))
        {
            foreach (var value in WithUnspecified(rule.Value)) _byCombination.TryAdd(Key(stem, value), rule);
        }
    }

    private static IEnumerable<Entity> WithUnspecified(Entity entity) =>
        entity.ResidualChild(Residual.Unspecified) is { } unspecified ? [entity, unspecified] : [entity];

    /// <summary>A checksum of everything but the release that the derivation reads.</summary>
    private static uint ComputeStamp()
    {
        var assembly = typeof(SanctioningRules).Assembly;
        var stamp = DerivationVersion;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (assembly.GetManifestResourceStream(name) is not { } stream) continue;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            stamp = BinaryPrimitives.ReverseEndianness(Crc32C.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), stamp));
        }

        return stamp;
    }
}
