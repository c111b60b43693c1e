using Tiny.Bench.Boards.Catalog;

namespace Tiny.Bench.Boards.Systems;

/// <summary>A board for single operators, open, with everything that was started for it. Closing it leaves nothing behind.</summary>
public sealed class PlanTarget : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _opened;

    internal PlanTarget(PlanBoard session, BoardDescription? board, Stack<IAsyncDisposable> opened)
    {
        Session = session;
        Board = board;
        _opened = opened;
    }

    /// <summary>The board, in step.</summary>
    public PlanBoard Session { get; }

    /// <summary>What the catalogue knows of it; null for a bare port.</summary>
    public BoardDescription? Board { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => BoardTarget.CloseAsync(_opened);
}
