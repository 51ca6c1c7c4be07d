using System.Globalization;

namespace Icd.Mapping.Conversion;

/// <summary>Whether a run may go on where an earlier one stopped: only where the result is that of an undisturbed run.</summary>
internal static class ResumeGuard
{
    /// <exception cref="ConversionException">Something is not as it was.</exception>
    public static void Check(Checkpoint checkpoint, ConversionPlan plan, ConversionInput input)
    {
        if (checkpoint.Tool != BatchConversion.Tool) throw Refused($"den ble begynt av {checkpoint.Tool}, og dette er {BatchConversion.Tool}", $"it was begun by {checkpoint.Tool}, and this is {BatchConversion.Tool}");
        var options = plan.Options.Deciding();
        foreach (var name in options.Keys.Union(checkpoint.Options.Keys))
        {
            var (before, now) = (checkpoint.Options.GetValueOrDefault(name), options.GetValueOrDefault(name));
            if (before != now) throw Refused($"--{name} var {Shown(before, "ikke oppgitt")} og er nå {Shown(now, "ikke oppgitt")}", $"--{name} was {Shown(before, "not given")} and is {Shown(now, "not given")} now");
        }

        if ((checkpoint.Shard, checkpoint.Shards) != (plan.Options.Shard, plan.Options.Shards)) throw Refused($"den gjaldt del {checkpoint.Shard}/{checkpoint.Shards}", $"it was of shard {checkpoint.Shard}/{checkpoint.Shards}");
        if (checkpoint.OutputChecksum.StartsWith("sha256", StringComparison.Ordinal) != plan.Options.IsOutputSha256) throw Refused("sjekksummen av resultatet var av et annet slag", "the output's checksum was of another kind");
        if (checkpoint.Data != plan.Data) throw Difference(checkpoint.Data, plan.Data);
        if (checkpoint.InputFileBytes != input.FileBytes) throw Refused($"{input.Path} hadde {checkpoint.InputFileBytes} byte og har nå {input.FileBytes}", $"{input.Path} had {checkpoint.InputFileBytes} bytes and has {input.FileBytes} now");
        if (checkpoint.InputModified == input.Modified) return;
        var written = input.Modified?.ToString("u", CultureInfo.InvariantCulture);
        throw Refused($"{input.Path} er skrevet til i mellomtiden, {written}", $"{input.Path} was written to in between, at {written}");
    }

    /// <summary>Reads the part of the input that was converted already.</summary>
    /// <param name="checksum">Of the input's beginning; goes on here.</param>
    /// <returns>What was read beyond that part.</returns>
    /// <exception cref="ConversionException">It is another than before.</exception>
    public static int Skip(ConversionInput input, ConversionPlan plan, Checkpoint checkpoint, RunningChecksum checksum)
    {
        var sampled = (int)Math.Min(input.Sample.Length, checkpoint.InputOffset);
        checksum.Append(input.Sample.AsSpan(plan.Beginning.Length..sampled));
        var buffer = new byte[1 << 17];
        for (var left = checkpoint.InputOffset - sampled; left > 0;)
        {
            var read = input.Stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) break;
            checksum.Append(buffer.AsSpan(0, read));
            left -= read;
        }

        return checksum.ToString() == checkpoint.InputChecksum ? sampled : throw Refused($"{input.Path} er ikke filen den var: begynnelsen er en annen", $"{input.Path} is not the file that it was: its beginning is another");
    }

    private static ConversionException Difference(ManifestData before, ManifestData now) =>
        (before.Icd10, before.Icd10Hash) != (now.Icd10, now.Icd10Hash) ? Refused($"ICD-10 var {before.Icd10} og er nå {now.Icd10}, eller en annen liste med det navnet", $"ICD-10 was {before.Icd10} and is {now.Icd10} now, or another list of that name")
        : (before.Mms, before.MmsHash) != (now.Mms, now.MmsHash) ? Refused($"ICD-11 var {before.Mms} og er nå {now.Mms}, eller en annen import av den", $"ICD-11 was {before.Mms} and is {now.Mms} now, or another import of it")
        : before.Who != now.Who ? Refused("WHOs tabeller er andre enn før", "WHO's mapping tables are others than before")
        : before.Rules != now.Rules ? Refused("reglene er andre enn før", "the mapping rules are others than before")
        : Refused("beslutningene er andre enn før", "the decisions are others than before");

    private static string Shown(string? value, string missing) => value is null ? missing : $"'{value.Replace('\t', ' ')}'";

    private static ConversionException Refused(string bokmal, string english) =>
        ConversionException.OfData($"Den avbrutte kjøringen kan ikke tas opp igjen: {bokmal}. Begynn på nytt med --force.", $"The unfinished run cannot be resumed: {english}. Start anew with --force.");
}
