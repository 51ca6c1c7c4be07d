using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Icd.Mapping.Conversion.Report;

namespace Icd.Mapping.Conversion;

/// <summary>One run. Threads take blocks in turn, convert them side by side, and write them in turn again.</summary>
/// <remarks>There are two blocks with their output for each thread; that is all the memory that rows take, whatever the file's size.</remarks>
internal sealed class ConversionRun
{
    /// <summary>More threads would wait for the disk, and each has some megabytes of its own.</summary>
    private const int MostThreads = 16;

    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(200);

    private readonly ConversionPlan _plan;
    private readonly ConversionOptions _options;
    private readonly ConversionInput _input;
    private readonly TimeProvider _time;
    private readonly Action<ConversionProgress>? _report;
    private readonly CancellationToken _cancellation;
    private readonly CellAnswers _maker;
    private readonly Lock _reading = new();
    private readonly WritingTurns _turns;
    private readonly long _began;
    private readonly int _threads;

    private BlockReader _reader = null!;
    private OutputFiles _files = null!;
    private ConversionTally _tally = new();
    private AnswerSet _answers;
    private ShardStart? _shardStart;
    private Checkpoint? _resumed;
    private Task _checkpointing = Task.CompletedTask;
    private long _taken, _lastReport, _lastCheckpoint, _firstOwn, _firstForeign;
    private bool _isOverLimit;

    public ConversionRun(ConversionPlan plan, ConversionInput input, TimeProvider time, Action<ConversionProgress>? report, CancellationToken cancellation)
    {
        (_plan, _options, _input, _time, _report, _cancellation) = (plan, plan.Options, input, time, report, cancellation);
        _maker = new(plan.Converter, plan.Layout.Dialect, plan.Options);
        _answers = new(_maker, plan.Options.Edition);
        _began = _lastCheckpoint = time.GetTimestamp();
        // One more than there are processors: one of them may be waiting for the disk.
        _threads = plan.Options.Threads > 0 ? plan.Options.Threads : Math.Min(Environment.ProcessorCount + 1, MostThreads);
        _turns = new(2 * _threads, () => new(WritePart));
    }

    public ConversionManifest Run()
    {
        var started = _time.GetUtcNow();
        long size = 0;
        if (_options.Shards > 0)
        {
            size = _input.Measure();
            var blocks = (size + BlockReader.BlockSize - 1) / BlockReader.BlockSize;
            _firstOwn = (_options.Shard - 1) * blocks / _options.Shards;
            _firstForeign = _options.Shard == _options.Shards ? long.MaxValue : _options.Shard * blocks / _options.Shards;
        }
        else
        {
            _firstForeign = long.MaxValue;
        }

        try
        {
            Begin();
            Convert();
            // A part without a row begins where reading ended.
            if (_shardStart is null or { Row: < 0 }) _shardStart = new(_reader.Offset, _tally.Rows, _reader.Checksum);
            if (_isOverLimit || _cancellation.IsCancellationRequested) Stop();
            RefuseIfTooManyRejects();
            // The disk and the other processor work while the summary is made.
            var flushing = Task.Run(() =>
            {
                _checkpointing.GetAwaiter().GetResult();
                _files.FlushToDisk();
            });
            var form = Task.Run(() => ConversionJson.Contract.ConversionManifest);
            var manifest = Manifest(started, size) with { Review = _options.Review is { } review ? ReviewFile.Write(review, _tally.ByFrequency()) : null };
            if (_options.Report is { } report) ConversionReport.WriteFile(report, manifest, _options.ReportOptions);
            var json = JsonSerializer.SerializeToUtf8Bytes(manifest, form.GetAwaiter().GetResult());
            flushing.GetAwaiter().GetResult();
            _files.Finish(json);
            return manifest;
        }
        catch (InvalidDataException exception) when (_input.IsCompressed)
        {
            throw _input.Damaged(exception);
        }
        finally
        {
            _files?.Dispose();
        }
    }

    private string CheckpointPath => OutputFiles.CheckpointPath(_options);

    private void Begin()
    {
        var checksum = new RunningChecksum(isSha256: true);
        checksum.Append(_plan.Beginning);
        if (_options.Resume && File.Exists(CheckpointPath))
        {
            _resumed = Checkpoint.Read(CheckpointPath);
            ResumeGuard.Check(_resumed, _plan, _input);
            (_tally, _shardStart) = (ConversionTally.From(_resumed.Tally, _plan.Converter), _resumed.ShardStart);
            var sampled = _input.Guarded(() => ResumeGuard.Skip(_input, _plan, _resumed, checksum));
            _reader = new(_input.Stream, _input.Sample, sampled, _resumed.InputOffset, _plan.Layout.Dialect, checksum);
            _files = OutputFiles.Resume(_options, _resumed);
            return;
        }

        _reader = new(_input.Stream, _input.Sample, _plan.Beginning.Length, _plan.Beginning.Length, _plan.Layout.Dialect, checksum);
        _tally.Skip(0, _plan.HeaderLines);
        _files = OutputFiles.Begin(_options);
        if (_options.Shard > 1) return;
        _files.Write(_options.IsCompressed ? GzipMember.Of(_plan.NewBeginning) : _plan.NewBeginning);
        _files.WriteRejects(RejectsFile.Beginning);
    }

    private void Convert()
    {
        var threads = Enumerable.Range(0, _threads).Select(i => new Thread(Work) { IsBackground = true, Name = $"convert {i}" }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (_turns.Failure is not { } failure) return;
        try
        {
            _checkpointing.GetAwaiter().GetResult();
        }
        catch (IOException)
        {
            // The failure that ended the run is the one to tell; a checkpoint on a full disk fails for the same reason.
        }

        ExceptionDispatchInfo.Throw(failure);
    }

    private void Work()
    {
        try
        {
            var converter = new BlockConverter(_plan.Layout, _options);
            for (var output = _turns.Take(); Take(output.Source); output = _turns.Take())
            {
                output.Begin(CurrentAnswers());
                converter.Convert(output);
                Complete(output);
                if (!_turns.TryBegin(output)) continue;
                for (var next = output; next is not null; next = _turns.Pass(next))
                {
                    Write(next);
                    Account(next);
                }
            }
        }
        catch (Exception exception)
        {
            _turns.Fail(exception);
        }
    }

    private bool Take(Block block)
    {
        lock (_reading)
        {
            if (_turns.Failure is not null || _isOverLimit || _cancellation.IsCancellationRequested || _reader.Number >= _firstForeign) return false;
            block.IsCountedOnly = _reader.Number < _firstOwn;
            // Where the part begins in rows is known when its turn comes; where in bytes, now.
            block.ChecksumBefore = !block.IsCountedOnly && _shardStart is null ? _reader.Checksum : null;
            if (block.ChecksumBefore is not null) _shardStart = new(_reader.Offset, -1, block.ChecksumBefore);
            if (!_reader.Read(block)) return false;
            block.Sequence = _taken++;
            var isDue = _options.Output != ConversionOptions.Stream && _time.GetElapsedTime(Volatile.Read(ref _lastCheckpoint)) >= _options.CheckpointEvery && _checkpointing.IsCompleted;
            (block.InputChecksum, block.End) = (isDue ? _reader.Checksum : null, _reader.Offset);
            return true;
        }
    }

    private AnswerSet CurrentAnswers()
    {
        var answers = Volatile.Read(ref _answers);
        if (!answers.IsFull) return answers;
        var empty = new AnswerSet(_maker, _options.Edition);
        return Interlocked.CompareExchange(ref _answers, empty, answers) == answers ? empty : Volatile.Read(ref _answers);
    }

    /// <summary>Does what needs no turn.</summary>
    private void Complete(ConvertedBlock output)
    {
        if (_options.IsCompressed) output.Compressed = GzipMember.Of(output.Text);
        output.Checksum = _files.PartOf(output.Written);
    }

    private void Write(ConvertedBlock output) => _files.Write(output.Written, output.Checksum);

    /// <summary>Writes what is there of a block whose output is larger than the buffer.</summary>
    private void WritePart(ConvertedBlock output)
    {
        Complete(output);
        _turns.Await(output);
        Write(output);
        output.Clear();
    }

    /// <summary>Counts a block whose turn it is.</summary>
    private void Account(ConvertedBlock output)
    {
        var block = output.Source;
        if (block.ChecksumBefore is not null) _shardStart = _shardStart! with { Row = _tally.Rows };
        if (output.Rejects.Count > 0) _files.WriteRejects(RejectsFile.Entries(output.Rejects, _tally.Rows, _tally.Lines));
        _tally.Add(output);
        if (_tally.RejectedRows > _options.MaxRejects) _isOverLimit = true;
        if (block.InputChecksum is not null && _checkpointing.IsCompleted)
        {
            // Where keeping the state failed, so will the run: nobody should wait hours for a result that could not be taken up.
            _checkpointing.GetAwaiter().GetResult();
            KeepState(block.End, block.InputChecksum);
        }

        if (_report is not null && _time.GetElapsedTime(_lastReport) >= ReportEvery)
        {
            _lastReport = _time.GetTimestamp();
            _report(new(RowsHere, _tally.RejectedRows, _input.BytesRead, _input.FileBytes));
        }
    }

    private long RowsHere => _tally.Rows - (_shardStart is { Row: >= 0 } start ? start.Row : 0);

    private void KeepState(long offset, string inputChecksum)
    {
        var checkpoint = CheckpointAt(offset, inputChecksum);
        Volatile.Write(ref _lastCheckpoint, _time.GetTimestamp());
        _checkpointing = Task.Run(() =>
        {
            _files.FlushToDisk();
            checkpoint.Write(CheckpointPath);
        });
    }

    private Checkpoint CheckpointAt(long offset, string inputChecksum) => new()
    {
        Tool = BatchConversion.Tool,
        Options = _options.Deciding(),
        Data = _plan.Data,
        Shard = _options.Shard,
        Shards = _options.Shards,
        Started = _resumed?.Started ?? _time.GetUtcNow() - Elapsed,
        Seconds = Seconds,
        Resumed = Resumed,
        InputFileBytes = _input.FileBytes,
        InputModified = _input.Modified,
        InputOffset = offset,
        InputChecksum = inputChecksum,
        OutputBytes = _files.OutputBytes,
        OutputChecksum = _files.OutputChecksum,
        RejectsBytes = _files.RejectsBytes,
        RejectsChecksum = _files.RejectsChecksum ?? "",
        ShardStart = _shardStart is { Row: >= 0 } ? _shardStart : null,
        Tally = _tally.State(),
    };

    private TimeSpan Elapsed => _time.GetElapsedTime(_began);

    private double Seconds => Math.Round((_resumed?.Seconds ?? 0) + Elapsed.TotalSeconds, 3);

    private int Resumed => _resumed is null ? 0 : _resumed.Resumed + 1;

    /// <summary>Ends before the end, in a state that can be taken up.</summary>
    private void Stop()
    {
        KeepForResume();
        if (!_isOverLimit) throw new OperationCanceledException(_cancellation);
        throw TooManyRejects(new($"{_tally.RejectedRows} rader er avvist ved rad {RowsHere}, flere enn de {_options.MaxRejects} som er tillatt", $"{_tally.RejectedRows} rows are rejected by row {RowsHere}, more than the {_options.MaxRejects} allowed"));
    }

    private void RefuseIfTooManyRejects()
    {
        if (_options.MaxRejectPercent is not { } percent || _tally.RejectedRows * 100.0 <= percent * RowsHere) return;
        KeepForResume();
        var (share, allowed) = (Percent(_tally.RejectedRows * 100.0 / RowsHere), Percent(percent));
        throw TooManyRejects(new(
            $"{_tally.RejectedRows} av {RowsHere} rader er avvist ({share.Bokmal} %), mer enn de {allowed.Bokmal} % som er tillatt",
            $"{_tally.RejectedRows} of {RowsHere} rows are rejected ({share.English} %), more than the {allowed.English} % allowed"));

        static MapText Percent(double value)
        {
            var text = value.ToString("0.##", CultureInfo.InvariantCulture);
            return new(text.Replace('.', ','), text);
        }
    }

    private void KeepForResume()
    {
        _checkpointing.GetAwaiter().GetResult();
        if (_options.Output == ConversionOptions.Stream) return;
        _files.FlushToDisk();
        CheckpointAt(_reader.Offset, _reader.Checksum).Write(CheckpointPath);
    }

    private ConversionException TooManyRejects(MapText what)
    {
        var rejects = _options.RejectsPath is { } path ? OutputFiles.UnfinishedPath(path) : null;
        var isStream = _options.Output == ConversionOptions.Stream;
        return new(ConversionProblem.TooManyRejects, new(
            $"{what.Bokmal}.{(rejects is null ? "" : $" {rejects} lister dem.")} Rett filen og begynn på nytt med --force, eller tillat flere med --max-rejects{(isStream ? "" : " og gå videre med --resume")}.",
            $"{what.English}.{(rejects is null ? "" : $" {rejects} lists them.")} Mend the input and start anew with --force, or allow more with --max-rejects{(isStream ? "" : " and go on with --resume")}."));
    }

    private ConversionManifest Manifest(DateTimeOffset started, long size)
    {
        var start = _shardStart!;
        var rows = RowsHere;
        return new()
        {
            Tool = BatchConversion.Tool,
            Started = _resumed?.Started ?? started,
            Ended = _time.GetUtcNow(),
            Seconds = Seconds,
            Resumed = Resumed,
            Threads = _threads,
            Input = new(_options.Input, _options.Shards > 0 ? size : _reader.Offset, _tally.Rows, _reader.Checksum, _input.IsCompressed),
            Output = new(_options.Output, _files.OutputBytes, rows, _files.OutputChecksum, _options.IsCompressed),
            Rejects = _files.HasRejects ? new(_options.RejectsPath!, _files.RejectsBytes, _tally.RejectedRows, _files.RejectsChecksum!, false) : null,
            Shard = _options.Shards == 0 ? null : new(_options.Shard, _options.Shards, _options.Shard == 1 ? 0 : start.Offset, _reader.Offset, start.Row, size, start.ChecksumBefore, _reader.Checksum),
            Dialect = new(((char)_plan.Layout.Dialect.Delimiter).ToString(), _plan.Layout.Dialect.Encoding.Name, _plan.Bom, _options.HasHeader, _plan.Layout.ColumnCount),
            Columns = [.. _plan.Layout.Columns.Select(column => new ManifestColumn(column.Name, column.Index + 1, column.Asterisk < 0 ? null : column.Asterisk + 1))],
            Options = _options.Deciding(),
            Data = _plan.Data,
            Added = _plan.Added,
            // Shards list all their codes, so that the whole can be summed up.
            Summary = _tally.Summary(_plan.Converter, _options.Direction, rows, _options.Shards == 0 ? ConversionSummary.CodesListed : int.MaxValue),
        };
    }
}
