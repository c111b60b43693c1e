using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>The virtual boards of the catalogue with firmware built from this checkout, once for all tests that share it.</summary>
public sealed class VirtualBoards : IDisposable
{
    private readonly TemporaryFolder _cache = new();

    /// <summary>Ids of the boards: a new file in the catalogue is tested by that alone.</summary>
    public static TheoryData<string> Ids => [.. All.Select(board => board.Id)];

    /// <summary>The boards themselves.</summary>
    internal static IEnumerable<BoardDescription> All => BoardCatalog.Load().Boards.Where(board => board.Kind == BoardKind.Virtual);

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

    /// <summary>Starts a board with a model that TFLM answered, halted.</summary>
    internal async Task<QemuBoard> StartAsync(BoardDescription board, FirmwareOptions options, GoldenFile golden, CancellationToken ct)
    {
        byte[] plan = PlanCompiler.Compile(TfliteModel.Load(Official.Model(golden.Model)), new PlanOptions { ModelId = "model" });
        return await QemuBoard.StartAsync(board, await FirmwareAsync(board, options, ct), plan, ct);
    }

    /// <summary>Lets a board run and asks for its extension.</summary>
    internal static async Task<(DeviceConnection Connection, ExtendedDevice Device)> OpenAsync(QemuBoard board, CancellationToken ct)
    {
        var connection = new DeviceConnection(await SerialPorts.OpenAsync(board.Address, ct), new ProtocolTimeouts(), TimeProvider.System);
        await board.RunAsync(ct);
        await connection.SynchroniseByNameAsync(ct);
        ExtendedDevice? device = await ExtendedDevice.TryOpenAsync(connection, ct);
        Assert.NotNull(device);
        return (connection, device);
    }

    /// <summary>What a board's ticks are in instructions.</summary>
    internal static long InstructionsOf(ExtendedDevice device, long ticks) =>
        new TickClock(device.Capabilities.TimerHertz, Find(device.Capabilities.Board).Machine!.InstructionShift).InstructionsOf(ticks)!.Value;
}
