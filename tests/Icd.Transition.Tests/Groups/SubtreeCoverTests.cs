using Icd.Tests;
using Icd.Transition.Groups;
using Icd.Transition.Tests.Support;

namespace Icd.Transition.Tests.Groups;

public class SubtreeCoverTests
{
    [WhoDataFact]
    public void Of_RandomDemands_HoldsAllThatMustBeInAndNothingElse()
    {
        var release = TestReleases.Crosswalk.Release;
        var random = new Random(11);
        var stems = Enumerable.Range(0, release.Count).Where(i => release[i].IsSelectable && !release[i].IsExtension).ToArray();
        for (var round = 0; round < 30; round++)
        {
            var mustBe = new bool?[release.Count];
            // Whole subtrees with exceptions inside them, so that inclusions and exclusions nest.
            for (var i = 0; i < 6; i++)
            {
                var root = release[stems[random.Next(stems.Length)]];
                var value = random.Next(3) > 0;
                foreach (var entity in root.Descendants.Prepend(root).Where(entity => entity.IsSelectable && random.Next(4) > 0)) mustBe[entity.Index] = value;
            }

            for (var i = 0; i < 20; i++) mustBe[stems[random.Next(stems.Length)]] = random.Next(2) == 0;
            var cover = SubtreeCover.Of(release, mustBe);
            for (var i = 0; i < release.Count; i++)
            {
                if (mustBe[i] is not { } wanted) continue;
                bool Any(bool isExcluded) => cover.Any(term => term.IsExcluded == isExcluded && (term.IsExact ? term.Entity.Index == i : term.Entity.Contains(release[i])));
                Assert.Equal(wanted, Any(false) && !Any(true));
            }
        }
    }

    [WhoDataTheory]
    [InlineData("BA41 BA41.0 BA41.1 BA41.Z BA42 BA42.0 BA42.1 BA42.Z", "BA43", "BA41 BA42")]
    [InlineData("BA41 BA41.0 BA41.1", "BA41.Z", "BA41 not BA41.Z")]
    [InlineData("BA41.0", "BA41.1 BA41.Z", "BA41.0")]
    [InlineData("BA41", "BA41.0 BA41.1 BA41.Z", "=BA41")]
    public void Of_SmallDemands_IsTheShortestAndLowest(string inside, string outside, string expected)
    {
        var release = TestReleases.Crosswalk.Release;
        var mustBe = new bool?[release.Count];
        foreach (var code in inside.Split(' ', StringSplitOptions.RemoveEmptyEntries)) mustBe[Index(code)] = true;
        foreach (var code in outside.Split(' ', StringSplitOptions.RemoveEmptyEntries)) mustBe[Index(code)] = false;

        Assert.Equal(expected, string.Join(' ', SubtreeCover.Of(release, mustBe).Select(term => $"{(term.IsExcluded ? "not " : "")}{(term.IsExact ? "=" : "")}{term.Entity.Code}")));

        int Index(string code) => release.TryFind(code, out var entity) ? entity.Index : throw new ArgumentException(code);
    }
}
