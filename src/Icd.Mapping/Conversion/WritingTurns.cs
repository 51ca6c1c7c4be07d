namespace Icd.Mapping.Conversion;

/// <summary>
/// Lets threads that convert side by side write in the order of the input. A block that is done before its turn is left for whoever writes the one before it,
/// and its thread goes on with another: to wait and to be woken would cost more than a block does.
/// </summary>
/// <param name="most">How many blocks there may be, in work and left together.</param>
/// <param name="create">Makes one.</param>
internal sealed class WritingTurns(int most, Func<ConvertedBlock> create)
{
    private readonly object _turn = new();
    private readonly Dictionary<long, ConvertedBlock> _left = [];
    private readonly Stack<ConvertedBlock> _spare = [];
    private int _made;
    private long _next;

    /// <summary>What made the first thread fail; the others end too.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>A block to fill; waits while all are in use. It is taken before anything is read, so that the block that is next to be written always has a thread.</summary>
    /// <exception cref="OperationCanceledException">Another thread failed.</exception>
    public ConvertedBlock Take()
    {
        lock (_turn)
        {
            while (_spare.Count == 0 && _made == most && Failure is null) Monitor.Wait(_turn);
            if (Failure is not null) throw new OperationCanceledException();
            if (_spare.TryPop(out var spare)) return spare;
            _made++;
            return create();
        }
    }

    /// <summary>Begins the turn of a block, or leaves it here where it is not its turn; then it is no longer the thread's.</summary>
    public bool TryBegin(ConvertedBlock block)
    {
        lock (_turn)
        {
            if (_next == block.Source.Sequence) return true;
            _left.Add(block.Source.Sequence, block);
            return false;
        }
    }

    /// <summary>Waits until all blocks before are written.</summary>
    /// <exception cref="OperationCanceledException">Another thread failed.</exception>
    public void Await(ConvertedBlock block)
    {
        lock (_turn)
        {
            while (_next != block.Source.Sequence)
            {
                if (Failure is not null) throw new OperationCanceledException();
                Monitor.Wait(_turn);
            }
        }
    }

    /// <summary>Ends the turn of a block.</summary>
    /// <returns>The next one, where it was left: whoever ended the turn is to write it.</returns>
    public ConvertedBlock? Pass(ConvertedBlock written)
    {
        lock (_turn)
        {
            written.Forget();
            _spare.Push(written);
            _next++;
            Monitor.PulseAll(_turn);
            return _left.Remove(_next, out var next) ? next : null;
        }
    }

    public void Fail(Exception exception)
    {
        lock (_turn)
        {
            Failure ??= exception;
            Monitor.PulseAll(_turn);
        }
    }
}
