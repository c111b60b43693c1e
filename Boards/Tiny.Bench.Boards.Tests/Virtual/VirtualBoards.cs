using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>The virtual boards of the catalogue with firmware built from this checkout, once for all tests that share it.</summary>
public sealed class VirtualBoards : IDisposable
{
    private readonly TemporaryFolder _cache = new();

    /// <summary>Ids of the boards: a new file in the catalogue is tested by that alone.</summary>
    public static TheoryData<string> Ids => [.. BoardCatalog.Load().Boards.Where(board => board.Kind == BoardKind.Virtual).Select(board => board.Id)];

    public void Dispose() => _cache.Dispose();

    /// <summary>A board by id; skips the test where its emulator or compiler is missing.</summary>
    public static BoardDescription Find(string id)
    {
        BoardDescription board = BoardCatalog.Load().Find(id)!;
        InstalledTool.Require("make", board.Firmware!.Compiler, board.Machine!.Emulator);
        return board;
    }

    /// <summary>Builds a board's firmware.</summary>
    public Task<string> FirmwareAsync(BoardDescription board, CancellationToken ct) => FirmwareAsync(board, new FirmwareOptions(), ct);

    /// <summary>Builds a board's firmware with options.</summary>
    public Task<string> FirmwareAsync(BoardDescription board, FirmwareOptions options, CancellationToken ct)
    {
        var cache = new FirmwareCache(Path.Combine(Repository.Root, "Boards", "Firmware"), _cache.Path, new ToolPath());
        return cache.BuildAsync(board.Firmware!, options, ct);
    }
}
