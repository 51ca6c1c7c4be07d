namespace Icd.SyntheticRegistry;

/// <summary>What can be wrong with a code or a row; the lines of <c>dirt.tsv</c>, in its order.</summary>
internal enum Dirt
{
    LowerCase,
    Blanks,
    CommaForPoint,
    LetterForDigit,
    Truncated,
    Transposed,
    Filler,
    TextBehind,
    OtherSystem,
    Placeholder,
    RetiredLate,
    MainMissing,
    StrayQuote,
    UnclosedQuote,
    ColumnMissing,
    ColumnExtra,
    NulByte,
    ForeignEncoding,
    BlankLine,
}

/// <summary>How much of each kind of dirt a file gets, and has got.</summary>
internal sealed class DirtShares
{
    private readonly double[] _shares = new double[Enum.GetValues<Dirt>().Length];
    private readonly long[] _counts = new long[Enum.GetValues<Dirt>().Length];

    /// <param name="factor">1 for the shares of the table.</param>
    public DirtShares(double factor)
    {
        foreach (var line in Table.Read("dirt.tsv"))
        {
            var kind = Enum.Parse<Dirt>(line[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            _shares[(int)kind] = Table.Number(line[2]) * factor;
        }
    }

    /// <summary>In parts of a million.</summary>
    public double ShareOf(Dirt kind) => _shares[(int)kind];

    /// <summary>How many were written.</summary>
    public long CountOf(Dirt kind) => _counts[(int)kind];

    public void Count(Dirt kind) => _counts[(int)kind]++;

    /// <summary>Whether this row has it; what does is counted.</summary>
    public bool Draw(Dirt kind, RegistryRandom random)
    {
        var share = _shares[(int)kind];
        if (share == 0 || !random.Happens(share)) return false;
        _counts[(int)kind]++;
        return true;
    }

    /// <summary>What is wrong with a code, if anything: one draw for all kinds, since most codes are clean.</summary>
    public Dirt? DrawForCode(RegistryRandom random)
    {
        var drawn = (random.Next() >> 11) * (1.0 / (1UL << 53)) * 1e6;
        for (var kind = Dirt.LowerCase; kind <= Dirt.Placeholder; kind++)
        {
            drawn -= _shares[(int)kind];
            if (drawn < 0) return kind;
        }

        return null;
    }

    /// <summary>The table's name of a kind, <c>letter-for-digit</c>.</summary>
    public static string NameOf(Dirt kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
