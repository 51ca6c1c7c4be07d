namespace Icd.Mapping.Conversion;

/// <summary>Lets threads that convert side by side write in the order of the input.</summary>
internal sealed class WritingTurns
{
    private readonly object _turn = new();
    private long _next;

    /// <summary>What made the first thread fail; the others end too.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Waits until all blocks before are written.</summary>
    /// <exception cref="OperationCanceledException">Another thread failed.</exception>
    public void Await(long sequence)
    {
        lock (_turn)
        {
            while (_next != sequence)
            {
                if (Failure is not null) throw new OperationCanceledException();
                Monitor.Wait(_turn);
            }
        }
    }

    public void Pass()
    {
        lock (_turn)
        {
            _next++;
            Monitor.PulseAll(_turn);
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
