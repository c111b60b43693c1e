using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Energy;

/// <summary>The texts that a meter answers, from its reader to whoever asked.</summary>
internal sealed class MeterAnswers(TimeProvider time)
{
    private readonly Channel<string> _texts = Channel.CreateUnbounded<string>();

    /// <summary>One has come.</summary>
    public void Add(string text) => _texts.Writer.TryWrite(text);

    /// <summary>No more will come: whoever waits is told why.</summary>
    public void Fail(TinyBenchException failure) => _texts.Writer.TryComplete(failure);

    /// <summary>Forgets those that nobody asked for.</summary>
    public void Clear()
    {
        while (_texts.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Waits for the one that says something; others are passed over.</summary>
    /// <param name="find">What a text says; null when it is not the one.</param>
    /// <param name="where">The meter and the command, for the error.</param>
    /// <param name="waitedFor">What does not come, for the error.</param>
    /// <param name="within">For all of them together.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="LinkTimeoutException">It did not come.</exception>
    /// <exception cref="TinyBenchException">The meter failed.</exception>
    public async ValueTask<string> FindAsync(Func<string, string?> find, string where, string waitedFor, TimeSpan within, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            while (true)
            {
                if (find(await _texts.Reader.ReadAsync(either.Token)) is { } found)
                    return found;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new LinkTimeoutException(where, waitedFor, within);
        }
        catch (ChannelClosedException closed)
        {
            ExceptionDispatchInfo.Throw(closed.InnerException!);
            throw;
        }
    }
}
