using Icd.Core.Codes;
using Icd.Core.Expressions;
using Icd.Core.Postcoordination;
using Icd.Core.Releases;
using Icd.Core.Sanctioning;
using Icd.Mapping.Sqlite;
using Icd.Mapping.Tests.Support;
using Icd.Tests;

namespace Icd.Mapping.Tests.Store;

/// <summary>Search by meaning, held against an evaluation in memory of every registration.</summary>
public class MeaningSearchTests
{
    private const int Count = 400;

    private static readonly Lazy<Corpus> Instance = new(() => new());

    [WhoDataFact]
    public void Find_ByExpression_FindsWhatSubsumptionSays()
    {
        var corpus = Instance.Value;
        using var temporary = corpus.Stored();
        var hits = 0;
        foreach (var general in corpus.Generalisations(250))
        {
            var query = general;
            var expected = corpus.Expressions.Where(expression => corpus.Subsumption.Subsumes(in query, in expression.Value) == Subsumption.Yes).Select(expression => expression.Id).ToList();
            var found = temporary.Store.Find(DiagnosisQuery.Of(in query, corpus.Validator));
            Assert.True(expected.SequenceEqual(found.Registrations.Select(stored => stored.Id)),
                $"{general}: expected {Shown(expected)}, found {Shown(found.Registrations.Select(stored => stored.Id))}");
            Assert.Equal(0, found.Unindexed);
            hits += expected.Count;
        }

        Assert.True(hits > 500, $"only {hits} hits: the test proves too little");

        string Shown(IEnumerable<long> ids) => string.Join("; ", ids.Take(8).Select(id => corpus.Expressions[(int)id - 1].Value));
    }

    [WhoDataFact]
    public void Find_ByParts_FindsWhatEachMeaningHas()
    {
        var corpus = Instance.Value;
        using var temporary = corpus.Stored();
        var (hits, misses) = (0, 0);
        foreach (var query in corpus.StemQueries(400))
        {
            var expected = corpus.Expressions.Where(expression => corpus.Subsumption.MeaningOf(in expression.Value)!.Any(meaning => Meets(meaning, query))).Select(expression => expression.Id).ToList();
            Assert.Equal(expected, temporary.Find(new() { Stems = [query] }));
            hits += expected.Count;
            misses += expected.Count == 0 ? 1 : 0;
        }

        Assert.True(hits > 2000 && misses < 300, $"{hits} hits, {misses} queries without one: the test proves too little");
    }

    [WhoDataTheory]
    [InlineData("NC32.2", "NC32", null, null, true)] // a stem below
    [InlineData("NC32.2&XK8G", "NC32", "XK8G", "laterality", true)] // a value on its axis
    [InlineData("NC32.2&XK8G", "NC32", "XK9K", "laterality", false)] // right is not left
    [InlineData("NC32.2&XK8G", "NC32", null, "laterality", true)]
    [InlineData("NC32.2", "NC32", null, "laterality", false)]
    [InlineData("NC32.2", "NC32", "XA8U33", null, true)] // the precoordinated stem says the anatomy
    [InlineData("NC32&XA8U33", "NC32.2", null, null, true)] // and the combination says the stem
    [InlineData("NC32.Z", "NC32", null, null, true)]
    [InlineData("BA41.0", "NC32", null, null, false)]
    public void Find_OneExpression(string stored, string stem, string? value, string? axis, bool isFound)
    {
        var release = RealCrosswalk.Instance.Release;
        using var temporary = new TemporaryStore(release);
        var id = temporary.Add("", stored, release);
        ValueQuery[] values = value is null && axis is null ? [] : [new(value is null ? null : Find(release, value), axis)];

        Assert.Equal(isFound ? [id] : [], temporary.Find(new() { Stems = [new(Find(release, stem), values)] }));
        // The opposite: the stem without such a value.
        if (values is [var one]) Assert.Equal(isFound ? [] : [id], temporary.Find(new() { Stems = [new(Find(release, stem), new ValueQuery(one.Value, one.Axis, isAbsent: true))] }));
    }

    [WhoDataFact]
    public void Find_TwoStems_AreMetByTwoStems()
    {
        var release = RealCrosswalk.Instance.Release;
        using var temporary = new TemporaryStore(release);
        var one = temporary.Add("", "NC32.2", release);
        var two = temporary.Add("", "NC32.2/NC32.3", release);

        Assert.Equal([one, two], temporary.Find(DiagnosisQuery.Below(Find(release, "NC32"))));
        Assert.Equal([two], temporary.Find(new() { Stems = [new(Find(release, "NC32")), new(Find(release, "NC32"))] }));
    }

    [WhoDataFact]
    public void Find_RowsOfTwoReleases_SideBySide()
    {
        var (earlier, later) = (RealCrosswalk.Instance.Release, RealCrosswalk.Later.Release);
        using var temporary = new TemporaryStore(earlier, later);
        var (old, young) = (temporary.Add("Z95.3", "QB50.3", earlier), temporary.Add("Z95.3", "QB50.24", later));
        var wound = temporary.Add("", "NC32.2&XK8G", later);

        Assert.Equal([old, young], temporary.Find(DiagnosisQuery.Below(Find(earlier, "QB50"))));
        Assert.Equal([old, young], temporary.Find(DiagnosisQuery.Below(Find(later, "QB50").Chapter)));
        // The same entity under another code.
        Assert.Equal([old, young], temporary.Find(DiagnosisQuery.Below(Find(earlier, "QB50.3"))));
        Assert.Equal([wound], temporary.Find(new() { Stems = [new(Find(earlier, "NC32"), new ValueQuery(Find(earlier, "XK8G")))] }));
    }

    [WhoDataFact]
    public void Find_EntityThatAReleaseLacks_SaysWhichReleasesCannotBeJudged()
    {
        var (earlier, later) = (RealCrosswalk.Instance.Release, RealCrosswalk.Later.Release);
        using var temporary = new TemporaryStore(earlier, later);
        var added = later.Entities.First(entity => entity.IsSelectable && !entity.IsExtension && entity.Id != 0 && entity.Residual == Residual.None && !earlier.TryFind(entity.Id, entity.Residual, out _));

        var found = temporary.Store.Find(DiagnosisQuery.Below(added));

        Assert.Equal([earlier.Key.ReleaseId], found.ReleasesWithout);
        Assert.Empty(temporary.Store.Find(DiagnosisQuery.Below(Find(earlier, "NC32"))).ReleasesWithout);
    }

    [WhoDataFact]
    public void Use_AfterTheRegistrations_IndexesThem()
    {
        var release = RealCrosswalk.Instance.Release;
        using var temporary = new TemporaryStore();
        var id = temporary.Add("", "NC32.2&XK8G", release);
        var unknown = temporary.Add("", "NC99.9", release);
        var without = temporary.Add("I10", "", release);
        Assert.Equal([id, unknown], temporary.Store.Unindexed());

        Assert.Equal(2, temporary.Store.Use(release));

        var found = temporary.Store.Find(DiagnosisQuery.Below(Find(release, "NC32")));
        Assert.Equal([id], found.Registrations.Select(stored => stored.Id));
        Assert.Equal(1, found.Unindexed);
        Assert.Equal([unknown], temporary.Store.Unindexed());
        Assert.Equal(0, temporary.Store.Use(release));
        Assert.Equal("I10", temporary.Store.Get(without)!.Registration.Icd10[0].ToString());
    }

    [WhoDataFact]
    public void Use_OfficialAfterStarter_TakesItsPlaceAndKeepsIt()
    {
        var release = RealCrosswalk.Instance.Release;
        if (TemporaryStore.Starter.Key.ReleaseId != release.Key.ReleaseId) return;
        using var temporary = new TemporaryStore(TemporaryStore.Starter);
        var id = temporary.Add("", "BA41.0", release);
        Assert.Equal(1, temporary.Store.Use(release));
        temporary.Reopen(TemporaryStore.Starter);
        Assert.Equal([id], temporary.Find(DiagnosisQuery.Below(Find(release, "BA41"))));
        // The starter's positions mean nothing in the official tree: what is added now waits for it.
        var waiting = temporary.Add("", "BA41.0", release);
        Assert.Equal([waiting], temporary.Store.Unindexed());
        Assert.Equal(1, temporary.Store.Use(release));
        Assert.Equal([id, waiting], temporary.Find(DiagnosisQuery.Below(Find(release, "BA41"))));
    }

    [WhoDataFact]
    public void Find_AnsweredByIndexes()
    {
        var release = RealCrosswalk.Instance.Release;
        using var temporary = new TemporaryStore(release);
        using var connection = temporary.Raw();
        using var command = connection.CreateCommand();
        var query = new DiagnosisQuery { Icd10 = new(Icd10Code.Parse("S52")), Stems = [new(Find(release, "NC32").Chapter, new ValueQuery(Find(release, "XK8G"), "laterality"))] };
        command.CommandText = "explain query plan " + QuerySql.Ids(query, command);
        using var rows = command.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read()) plan.Add(rows.GetString(3));
        Assert.Contains(plan, step => step.Contains("diagnosis_icd10_code", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("diagnosis_member_node (release=? AND node>? AND node<?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && step.Contains("diagnosis", StringComparison.Ordinal));
    }

    private static Entity Find(Release release, string code) => release.TryFind(code, out var entity) ? entity : throw new InvalidOperationException(code);

    private static bool Meets(StemMeaning meaning, StemQuery query) =>
        (query.Stem is not { } stem || meaning.Stems.Any(own => stem.Contains(own)))
        && query.Values.All(value => meaning.Values.Any(own =>
            (value.Value is not { } wanted || wanted.Contains(own.Entity))
            && (value.Axis is null || own.Axis == value.Axis || (value.Value is not null && (own.Axis is null || !own.IsWritten)))) != value.IsAbsent);

    /// <summary>Random expressions of release 2024-01, a third of them around what precoordinated stems are made of.</summary>
    internal sealed class Corpus
    {
        private readonly Random _random = new(20261122);

        public Corpus()
        {
            Validator = new(RealCrosswalk.Instance.Validator.Axes);
            var rules = SanctioningRules.Of(Validator.Axes);
            Subsumption = new(Validator, rules);
            var certain = rules.All.Where(rule => rule.Confidence == RuleConfidence.Certain).ToList();
            Stems = [.. Release.Entities.Where(entity => entity is { IsSelectable: true, IsExtension: false })];
            // Many in few places, so that queries have hits.
            var dense = Stems.Where(stem => stem.Code.StartsWith("NC3", StringComparison.Ordinal) || stem.Code.StartsWith("CA4", StringComparison.Ordinal)).ToList();
            while (Expressions.Count < Count)
            {
                var rule = Pick(certain);
                var expression = (Expressions.Count % 6) switch
                {
                    0 => Of(rule.Target),
                    1 => rule.IsJoined || !rule.Stem.IsSelectable || !rule.Value.IsSelectable ? Of(rule.Target) : Of(rule.Stem).WithExtension(rule.Value.Icd11Code),
                    2 => WithValues(Pick(Stems)),
                    3 => WithValues(Pick(dense)).WithStem(Pick(Stems).Icd11Code),
                    _ => WithValues(Pick(dense)),
                };
                if (Subsumption.MeaningOf(in expression) is not null) Expressions.Add((Expressions.Count + 1, expression));
            }
        }

        private static Release Release => RealCrosswalk.Instance.Release;

        public ExpressionValidator Validator { get; }

        public ExpressionSubsumption Subsumption { get; }

        public List<(long Id, ClusterExpression Value)> Expressions { get; } = [];

        private List<Entity> Stems { get; }

        public TemporaryStore Stored()
        {
            var temporary = new TemporaryStore(Release);
            foreach (var (id, expression) in Expressions) Assert.Equal(id, temporary.Add("", expression.ToString(), Release));
            return temporary;
        }

        /// <summary>Expressions of the corpus with members replaced by what is above them, or left out.</summary>
        public IEnumerable<ClusterExpression> Generalisations(int count)
        {
            for (var i = 0; i < count; i++)
            {
                ClusterExpression? general = null;
                foreach (var group in Pick(Expressions).Value.Groups)
                {
                    if (general is not null && _random.Next(2) == 0) continue;
                    var stem = Above(group.Stem).Icd11Code;
                    general = general is { } begun ? begun.WithStem(stem) : new(stem);
                    for (var j = 0; j < group.ExtensionCount; j++)
                    {
                        if (_random.Next(3) > 0) general = general.Value.WithExtension(Above(group.Extension(j)).Icd11Code);
                    }
                }

                yield return general!.Value;
            }
        }

        /// <summary>Stems and what is above them, with values on axes, axes alone, and without.</summary>
        public IEnumerable<StemQuery> StemQueries(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var expression = Pick(Expressions).Value;
                var meaning = Pick(Subsumption.MeaningOf(in expression)!);
                var values = new List<ValueQuery>();
                foreach (var value in meaning.Values.Where(value => value.Entity.Id != 0 && _random.Next(2) == 0))
                {
                    var above = Any(value.Entity);
                    values.Add(_random.Next(4) switch
                    {
                        0 when value.Axis is not null => new(null, value.Axis, _random.Next(3) == 0),
                        1 => new(above, value.Axis, _random.Next(3) == 0),
                        _ => new(above, null, _random.Next(4) == 0),
                    });
                }

                Entity? stem = _random.Next(4) == 0 && values.Count > 0 ? null : Any(meaning.Stems[0]);
                yield return new(stem, values);
            }
        }

        private ClusterExpression WithValues(Entity stem)
        {
            var expression = Of(stem);
            foreach (var axis in Validator.Axes.Of(stem).Where(axis => !axis.TakesStems && axis.Roots.Count > 0 && _random.Next(2) == 0).Take(3))
            {
                var values = axis.Values.Take(60).ToList();
                if (values.Count > 0) expression = expression.WithExtension(Pick(values).Icd11Code);
            }

            return expression;
        }

        private static ClusterExpression Of(Entity stem) => new(stem.Icd11Code);

        private Entity Above(ClusterMember member)
        {
            Assert.True(Release.TryFind(member, out var entity));
            return Pick(entity.Ancestors.Where(above => above.IsSelectable).Prepend(entity).Take(3).ToList());
        }

        private Entity Any(Entity entity) => Pick(entity.Ancestors.Prepend(entity).Where(above => above.Id != 0 && above.Residual == Residual.None).DefaultIfEmpty(entity.Parent ?? entity).ToList());

        private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];
    }
}
