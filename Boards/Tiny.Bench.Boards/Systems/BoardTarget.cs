using Tiny.Bench.Boards.Catalog;

namespace Tiny.Bench.Boards.Systems;

/// <summary>An open target with everything that was started for it. Closing it leaves nothing behind.</summary>
public sealed class BoardTarget : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _opened;

    internal BoardTarget(BoardSession session, BoardDescription? board, Stack<IAsyncDisposable> opened)
    {
        Session = session;
        Board = board;
        _opened = opened;
    }

    /// <summary>The board, in step.</summary>
    public BoardSession Session { get; }

    /// <summary>What the catalogue knows of it; null for a bare port.</summary>
    public BoardDescription? Board { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => CloseAsync(_opened);

    internal static async ValueTask CloseAsync(Stack<IAsyncDisposable> opened)
    {
        while (opened.TryPop(out IAsyncDisposable? last))
            await last.DisposeAsync();
    }
}
