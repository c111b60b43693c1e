using System.Globalization;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Enumeration;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Boards.Protocol.InterfaceBoard;
using Tiny.Bench.Boards.Replay;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Boards.Virtual.InterfaceBoard;
using Tiny.Bench.Boards.Virtual.Proxy;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Systems;

/// <summary>Opens what <c>--target</c> names, but the host: a port, a virtual board with its firmware, a recording.</summary>
/// <param name="catalog">The boards that are known.</param>
/// <param name="firmware">Builds firmware for virtual boards.</param>
/// <param name="time">For deadlines and time stamps.</param>
public sealed class BoardTargets(BoardCatalog catalog, FirmwareCache firmware, TimeProvider time)
{
    /// <summary>Bytes of arena that virtual boards are built with; null for their own.</summary>
    public int? ArenaBytes { get; init; }

    /// <summary>How the firmware of virtual boards rounds, one of <see cref="FirmwareOptions.Dialects"/>; null for double rounding.</summary>
    public string? Dialect { get; init; }

    /// <summary>Whether uploads to boards without our extension are read back, and results asked for twice.</summary>
    public bool Verify { get; init; }

    /// <summary>Whether our extension is used where the firmware has it.</summary>
    public bool UseExtension { get; init; } = true;

    /// <summary>How a board is wired for energy mode; null in the other modes.</summary>
    public EnergyWiring? Energy { get; init; }

    /// <summary>The same, for boards wired for energy mode.</summary>
    public BoardTargets ForEnergy(EnergyWiring wiring) => new(catalog, firmware, time) { ArenaBytes = ArenaBytes, Verify = Verify, Energy = wiring };

    private FirmwareOptions Options => new() { ArenaBytes = ArenaBytes, Dialect = Dialect, Energy = Energy is not null, Extension = Energy is null };

    /// <summary>Checks that an address names something that can be opened, as far as that can be told without opening it.</summary>
    /// <exception cref="UnknownBoardException">The catalogue has no such board.</exception>
    public void RequireKnown(TargetAddress address) => Describe(address);

    /// <summary>Whether a target is our firmware as a process of this machine, whose pin can be seen.</summary>
    public bool IsProcess(TargetAddress address) => Describe(address) is { Kind: BoardKind.Process };

    /// <summary>Opens a target and sees to it that the model runs on it.</summary>
    /// <param name="address">Not the host.</param>
    /// <param name="model">What is to run.</param>
    /// <param name="transcript">File that takes every byte of the link; null to keep none.</param>
    /// <param name="planProgress">Told how many bytes of an uploaded plan are safe, and how many there are; may be null.</param>
    /// <param name="ct">Ends the wait; nothing stays behind.</param>
    /// <exception cref="UnknownBoardException">The catalogue has no such board, or it is not attached.</exception>
    /// <exception cref="ModelDoesNotFitException">The board lacks memory; nothing was started or uploaded.</exception>
    /// <exception cref="Core.TinyBenchException">Anything else that <see cref="BoardSession.OpenAsync"/> tells.</exception>
    public Task<BoardTarget> OpenAsync(
        TargetAddress address, BoardModel model, string? transcript, Action<int, int>? planProgress, CancellationToken ct) => OpenAsync(
            address,
            model,
            transcript,
            async (port, board, options, opened) =>
            {
                var session = await BoardSession.OpenAsync(port, model, options with { PlanProgress = planProgress }, time, ct);
                opened.Push(session);
                return new BoardTarget(session, board, opened);
            },
            ct);

    /// <summary>Opens a target for single operators; what model it holds does not matter, and is lost.</summary>
    /// <param name="address">Not the host.</param>
    /// <param name="transcript">File that takes every byte of the link; null to keep none.</param>
    /// <param name="ct">Ends the wait; nothing stays behind.</param>
    /// <exception cref="UnknownBoardException">The catalogue has no such board, or it is not attached.</exception>
    /// <exception cref="Core.TinyBenchException">Anything else that <see cref="PlanBoard.OpenAsync"/> tells.</exception>
    public Task<PlanTarget> OpenForPlansAsync(TargetAddress address, string? transcript, CancellationToken ct) => OpenAsync(
        address,
        model: null,
        transcript,
        async (port, board, options, opened) =>
        {
            PlanBoard session = await PlanBoard.OpenAsync(port, options, time, ct);
            opened.Push(session);
            return new PlanTarget(session, board, opened);
        },
        ct);

    private async Task<T> OpenAsync<T>(
        TargetAddress address,
        BoardModel? model,
        string? transcript,
        Func<ISerialPort, BoardDescription?, BoardOptions, Stack<IAsyncDisposable>, Task<T>> openSession,
        CancellationToken ct)
    {
        var opened = new Stack<IAsyncDisposable>();
        try
        {
            BoardDescription? board = Describe(address);
            (ISerialPort port, Func<CancellationToken, Task> start) = await ConnectAsync(address, board, model, opened, ct);

            // The session closes it too, which does no harm; until there is one, nobody else would.
            opened.Push(port);
            if (transcript is not null)
                port = Record(port, transcript, opened);
            await start(ct);
            var options = new BoardOptions { Verify = Verify, UseExtension = UseExtension && Energy is null };
            if (Energy is not null)
                options = options with { MostBytesACommand = InterfaceBoardPort.InputBytesACommand };
            options = address.Scheme switch
            {
                TargetScheme.Replay => options with { Kind = RunKind.Published },
                _ when board?.Machine is { } machine => options with { Kind = RunKind.Simulated, InstructionShift = machine.InstructionShift },
                _ => options,
            };
            return await openSession(port, board, options, opened);
        }
        catch
        {
            await BoardTarget.CloseAsync(opened);
            throw;
        }
    }

    private BoardDescription? Describe(TargetAddress address) => address.Scheme switch
    {
        TargetScheme.Qemu => catalog.Find(address.Name) is { Machine: not null } board
            ? board
            : throw new UnknownBoardException(address.ToString(), catalog.Boards.Where(known => known.Machine is not null)),
        TargetScheme.Board => catalog.Find(address.Name) ?? throw new UnknownBoardException(address.ToString(), catalog.Boards),
        _ => null,
    };

    // What is opened goes on the stack at once, so that it is closed whatever comes next.
    private async Task<(ISerialPort Port, Func<CancellationToken, Task> Start)> ConnectAsync(
        TargetAddress address, BoardDescription? board, BoardModel? model, Stack<IAsyncDisposable> opened, CancellationToken ct)
    {
        if (address.Scheme == TargetScheme.Replay)
            return (new ReplayPort(Recording.Read(address.Name)), _ => Task.CompletedTask);
        if (board?.Machine is { } machine)
            return await StartQemuAsync(address, board, machine, model, opened, ct);
        if (Energy is { Interface: { } between })
            return (await InterfaceBoardPort.OpenAsync(await SerialPorts.OpenAsync(between, ct), Energy.BoardBaud, new ProtocolTimeouts(), time, ct), _ => Task.CompletedTask);
        TargetAddress link = board?.Kind switch
        {
            null => address,
            BoardKind.Process => await StartProcessAsync(board, model, opened, ct),
            _ => Attached(board),
        };
        ISerialPort port = await SerialPorts.OpenAsync(link, ct);
        return (Energy is { HasEmulatedInterface: true } ? await RelayAsync(port, Energy.BoardBaud, opened, ct) : port, _ => Task.CompletedTask);
    }

    private async ValueTask<ISerialPort> RelayAsync(ISerialPort board, int baud, Stack<IAsyncDisposable> opened, CancellationToken ct)
    {
        (MemoryPort host, MemoryPort device) = MemoryPort.CreatePair(board.Name);
        opened.Push(InterfaceBoardEmulator.Start(device, board, new InterfaceBoardOptions { BoardBaud = baud, StoredBaud = TargetAddress.DefaultBaud, Time = time }));
        return await InterfaceBoardPort.OpenAsync(host, baud, new ProtocolTimeouts(), time, ct);
    }

    private async Task<(ISerialPort Port, Func<CancellationToken, Task> Start)> StartQemuAsync(
        TargetAddress address, BoardDescription board, VirtualMachineFacts machine, BoardModel? model, Stack<IAsyncDisposable> opened, CancellationToken ct)
    {
        if (model is not null)
            RequireRoom(address, machine, model);
        string elf = await firmware.BuildAsync(board.Firmware!, Options, ct);
        var qemu = await QemuBoard.StartAsync(board, elf, model?.Plan, ct);
        opened.Push(qemu);
        ISerialPort port = await SerialPorts.OpenAsync(qemu.Address, ct);
        if (address.Baud is { } baud)
        {
            var pacing = new PacingOptions { BaudToDevice = baud, BaudToHost = baud, ResetBoard = async token => await qemu.ResetAsync(token), Time = time };
            opened.Push(PacingProxy.Start(port, pacing, out port));
        }

        return (port, qemu.RunAsync);
    }

    private void RequireRoom(TargetAddress address, VirtualMachineFacts machine, BoardModel model)
    {
        string name = $"{model.Id} on {address}";
        Require("arena", model.ArenaBytes, ArenaBytes ?? machine.ArenaBytes);
        Require("input buffer", model.InputBytes, machine.DataBytes);
        Require("plan memory", model.Plan.Length, machine.Plan.CapacityBytes);

        void Require(string memory, long needed, long available)
        {
            if (needed > available)
                throw new ModelDoesNotFitException(name, memory, needed, available);
        }
    }

    // Energy firmware has its plan in flash, as others' boards have: the official protocol uploads none.
    private async Task<TargetAddress> StartProcessAsync(BoardDescription board, BoardModel? model, Stack<IAsyncDisposable> opened, CancellationToken ct)
    {
        string elf = await firmware.BuildAsync(board.Firmware!, Options, ct);
        string[] options = [];
        if (Energy is { } energy && model is not null)
        {
            var plan = PlanFile.Write(model.Plan);
            opened.Push(plan);
            string baud = energy.BoardBaud.ToString(CultureInfo.InvariantCulture);
            options = ["--plan", plan.Path, "--baud", baud, .. energy.PinPath is { } pin ? (string[])["--pin", pin] : []];
        }

        var process = await HostFirmware.StartAsync(elf, options, ct);
        opened.Push(process);
        return process.Address;
    }

    private TargetAddress Attached(BoardDescription board)
    {
        SerialPortInfo[] ports =
        [
            .. SerialPortList.Find().Where(port => port is { VendorId: { } vendor, ProductId: { } product }
                && board.Usb?.Ids.Contains(new UsbId(vendor, product)) == true),
        ];
        return ports is [var only]
            ? TargetAddress.Parse(Link(only.StablePath ?? only.Path))
            : throw new UnknownBoardException(board.Id, ports);

        // The catalogue has the speed of the other modes.
        string Link(string path) => Energy is { } energy
            ? string.Create(CultureInfo.InvariantCulture, $"serial:{path}@{energy.BoardBaud}")
            : board.Target.Replace("PORT", path, StringComparison.Ordinal);
    }

    private RecordingPort Record(ISerialPort port, string path, Stack<IAsyncDisposable> opened)
    {
        var transcript = Transcript.Create(path, port.Name, time);
        opened.Push(new TranscriptEnd(transcript));
        return new RecordingPort(port, transcript);
    }
}
