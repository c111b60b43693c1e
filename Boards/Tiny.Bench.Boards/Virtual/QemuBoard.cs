using System.ComponentModel;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>A virtual board: QEMU with our firmware, its UART on a pseudo-terminal. Whoever starts it disposes it; no QEMU outlives this process.</summary>
/// <remarks>
/// It starts halted. Open <see cref="Address"/>, then <see cref="RunAsync"/>: what a board prints while nobody has its terminal open is lost.
/// Virtual time is counted in instructions (<see cref="Core.Systems.TickClock"/>), so equal inputs give equal counts.
/// </remarks>
public sealed class QemuBoard : IAsyncDisposable
{
    private const string SerialLabel = "uart";
    private const string PtyPrefix = "pty:";

    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CommandDeadline = TimeSpan.FromSeconds(10);

    private readonly GuardedProcess _process;
    private readonly QemuMonitor _monitor;

    private QemuBoard(BoardDescription board, string folder, GuardedProcess process, QemuMonitor monitor, TargetAddress address)
    {
        Board = board;
        Folder = folder;
        _process = process;
        _monitor = monitor;
        Address = address;
    }

    /// <summary>What is emulated.</summary>
    public BoardDescription Board { get; }

    /// <summary>The pseudo-terminal: <c>serial:/dev/pts/3</c>.</summary>
    public TargetAddress Address { get; }

    /// <summary>What QEMU itself printed so far; tells why it ended.</summary>
    public string EmulatorOutput => _process.Output;

    /// <summary>Holds the plan and the monitor's socket; its name is in QEMU's command line.</summary>
    internal string Folder { get; }

    /// <summary>Starts a board, halted before its first instruction.</summary>
    /// <param name="board">A virtual board: its machine is emulated.</param>
    /// <param name="firmware">Path of the ELF file.</param>
    /// <param name="plan">A plan to put into memory; null to leave the memory empty.</param>
    /// <param name="ct">Ends the wait; nothing stays behind.</param>
    /// <exception cref="QemuException">QEMU is not installed, does not know the machine, or did not start; the plan is too large.</exception>
    public static async Task<QemuBoard> StartAsync(BoardDescription board, string firmware, ReadOnlyMemory<byte>? plan, CancellationToken ct)
    {
        VirtualMachineFacts machine = board.Machine ?? throw new ArgumentException($"{board.Id} is not virtual.", nameof(board));
        string name = board.Target;
        if (OperatingSystem.IsWindows())
            throw new QemuException(name, "virtual boards need a pseudo-terminal; expected Linux or macOS");
        if (plan?.Length > machine.Plan.CapacityBytes)
            throw new QemuException(name, string.Create(CultureInfo.InvariantCulture, $"the plan has {plan.Value.Length} bytes; expected at most {machine.Plan.CapacityBytes}"));

        string folder = Directory.CreateTempSubdirectory("tinybench-qemu-").FullName;
        GuardedProcess? process = null;
        try
        {
            string? planFile = plan is { } bytes ? await WritePlanAsync(folder, bytes, ct) : null;
            string socket = Path.Combine(folder, "monitor");
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(socket));
            listener.Listen(1);
            process = GuardedProcess.Start(folder, machine.Emulator, Arguments(machine, firmware, planFile, socket));
            using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
            late.CancelAfter(StartDeadline);
            return await ConnectAsync(board, machine, folder, process, listener, late.Token);
        }
        catch (Exception problem)
        {
            await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            if (problem is Win32Exception)
                throw new QemuException(name, $"/bin/sh cannot be started: {problem.Message}", problem);
            if (problem is OperationCanceledException && !ct.IsCancellationRequested)
                throw new QemuException(name, string.Create(CultureInfo.InvariantCulture, $"{machine.Emulator} did not start within {StartDeadline.TotalSeconds} s: {process?.Output}"), problem);
            throw;
        }
    }

    /// <summary>Lets the halted board run; does nothing when it runs already.</summary>
    /// <exception cref="QemuException">QEMU has ended or does not answer.</exception>
    public Task RunAsync(CancellationToken ct) => ExecuteAsync("cont", ct);

    /// <summary>Presses the reset button: the firmware starts again, a plan that was loaded at the start is loaded again.</summary>
    /// <exception cref="QemuException">QEMU has ended or does not answer.</exception>
    public Task ResetAsync(CancellationToken ct) => ExecuteAsync("system_reset", ct);

    /// <summary>Ends QEMU and deletes what was written for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _monitor.Dispose();
    }

    /// <summary>What a crash of QEMU looks like from here; for tests.</summary>
    internal void KillEmulator() => _process.Kill();

    private static async Task<string> WritePlanAsync(string folder, ReadOnlyMemory<byte> plan, CancellationToken ct)
    {
        string path = Path.Combine(folder, "plan");
        await File.WriteAllBytesAsync(path, plan, ct);
        return path;
    }

    private static string[] Arguments(VirtualMachineFacts machine, string firmware, string? planFile, string socket)
    {
        string[] arguments =
        [
            "-M", machine.Machine, .. machine.Arguments, "-display", "none", "-monitor", "none", "-nodefaults", "-S",
            "-icount", string.Create(CultureInfo.InvariantCulture, $"shift={machine.InstructionShift}"),
            "-chardev", $"pty,id={SerialLabel}", "-serial", $"chardev:{SerialLabel}",
            "-qmp", $"unix:{Quoted(socket)}",
            "-kernel", Path.GetFullPath(firmware),
        ];
        string loader = string.Create(CultureInfo.InvariantCulture, $",addr=0x{machine.Plan.Address:x},force-raw=on");
        return planFile is null ? arguments : [.. arguments, "-device", $"loader,file={Quoted(planFile)}{loader}"];
    }

    // A comma ends an option's value; a doubled one is part of it.
    private static string Quoted(string path) => path.Replace(",", ",,", StringComparison.Ordinal);

    private static async Task<QemuBoard> ConnectAsync(
        BoardDescription board, VirtualMachineFacts machine, string folder, GuardedProcess process, Socket listener, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task<Socket> connection = listener.AcceptAsync(either.Token).AsTask();
        Task<int> end = process.WaitForExitAsync(either.Token);
        try
        {
            if (await Task.WhenAny(connection, end) == end)
                throw new QemuException(board.Target, Ended(machine, await end, process.Output));
            QemuMonitor monitor = await QemuMonitor.OpenAsync(board.Target, await connection, ct);
            JsonElement devices = await monitor.ExecuteAsync("query-chardev", ct);
            return new QemuBoard(board, folder, process, monitor, PtyOf(board.Target, devices));
        }
        finally
        {
            await either.CancelAsync();
        }
    }

    // The shell's exit code for a program that it does not find is 127, or 126 when it may not run it. POSIX, Shell Command Language 2.8.2.
    private static string Ended(VirtualMachineFacts machine, int exitCode, string output) => exitCode is 126 or 127
        ? $"{machine.Emulator} is not installed; expected it on PATH. On Debian: sudo apt-get install qemu-system-arm qemu-system-misc"
        : string.Create(CultureInfo.InvariantCulture, $"{machine.Emulator} ended with exit code {exitCode}; expected it to run: {output}");

    private static TargetAddress PtyOf(string name, JsonElement devices)
    {
        foreach (JsonElement device in devices.EnumerateArray())
        {
            if (device.GetProperty("label").GetString() == SerialLabel
                && device.GetProperty("filename").GetString() is { } file && file.StartsWith(PtyPrefix, StringComparison.Ordinal))
                return TargetAddress.Parse($"serial:{file[PtyPrefix.Length..]}");
        }

        throw new QemuException(name, $"the emulator has the devices {devices.GetRawText()}; expected a pty named {SerialLabel}");
    }

    private async Task ExecuteAsync(string command, CancellationToken ct)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(CommandDeadline);
        try
        {
            await _monitor.ExecuteAsync(command, late.Token);
        }
        catch (QemuException problem) when (EmulatorOutput.Length > 0)
        {
            throw new QemuException(problem.Where, $"{problem.Problem}; it printed: {EmulatorOutput}", problem);
        }
        catch (OperationCanceledException problem) when (!ct.IsCancellationRequested)
        {
            throw new QemuException(Board.Target, string.Create(CultureInfo.InvariantCulture, $"{command} was not answered within {CommandDeadline.TotalSeconds} s"), problem);
        }
    }
}
