using System.Globalization;
using Icd.Core.Postcoordination;
using Icd.Mapping.Sqlite;

namespace Icd.Mapping.Tests.Store;

/// <summary>A program that writes to a store until it is killed, and says which registration it has written.</summary>
internal static class StoreWriter
{
    private static StemAxes Axes { get; } = new(TemporaryStore.Starter);

    /// <summary>Postcoordinated expressions of the starter release, a stem joined to each.</summary>
    private static readonly string[] Expressions =
    [
        .. from stem in TemporaryStore.Starter.Entities.Where(entity => entity is { IsSelectable: true, IsExtension: false })
           let value = Axes.Of(stem).Where(axis => !axis.TakesStems).SelectMany(axis => axis.Values).Take(1).ToList()
           where value.Count > 0
           select $"{stem.Code}&{value[0].Code}/5A11",
    ];

    public static int Main(string[] arguments)
    {
        if (arguments is not [var path, var count]) return 2;
        using var store = DualRegistrationStore.Open(path, TemporaryStore.Starter);
        var total = int.Parse(count, CultureInfo.InvariantCulture);
        var release = TemporaryStore.Starter.Key.ReleaseId;
        Parallel.For(0, total, new() { MaxDegreeOfParallelism = 4 }, i =>
        {
            var stored = store.Add(TemporaryStore.Registration("A17.0† G01*", Expressions[i % Expressions.Length], release));
            if (i % 2 == 0) stored = store.Update(stored.Id, 1, stored.Registration with { Icd11 = Core.Expressions.ClusterExpression.Parse(Expressions[(i + 1) % Expressions.Length]) });
            lock (Expressions)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stored.Id} {stored.Version}"));
                Console.Out.Flush();
            }
        });
        return 0;
    }
}
