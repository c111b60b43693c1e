using Tiny.Bench.Boards.Catalog;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>A process that starts a virtual board, prints the board's folder and waits for ever. Made to be killed.</summary>
internal static class QemuHolder
{
    /// <summary>The program of this assembly: <c>BOARD ELF</c>.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [string id, string firmware])
            return 2;
        await using QemuBoard board = await QemuBoard.StartAsync(BoardCatalog.Load().Find(id)!, firmware, null, CancellationToken.None);
        await Console.Out.WriteLineAsync(board.Folder);
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
