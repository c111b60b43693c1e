using System.Diagnostics;
using System.Globalization;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>Our firmware as a process of this machine, its UART on a pseudo-terminal or a socket. It ends with this process, however that ends. POSIX only.</summary>
public sealed class HostFirmware : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private HostFirmware(Process process, TargetAddress address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where its UART is: <c>serial:/dev/pts/3</c>, or <c>unix:///path</c> when it was started with <c>--unix</c>.</summary>
    public TargetAddress Address { get; }

    /// <summary>Its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts it.</summary>
    /// <param name="firmware">Path of the ELF file, built for port <c>host</c>.</param>
    /// <param name="options">Of the firmware's command line; see <c>Boards/Firmware/README.md</c>.</param>
    /// <param name="ct">Ends the wait; nothing stays behind.</param>
    /// <exception cref="QemuException">It did not start; the exit code and what it printed are told.</exception>
    public static async Task<HostFirmware> StartAsync(string firmware, IEnumerable<string> options, CancellationToken ct)
    {
        // Standard input is its lease of life: the pipe ends when we are gone, also after SIGKILL.
        var process = Process.Start(new ProcessStartInfo(firmware, ["--with-parent", .. options])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
            late.CancelAfter(StartDeadline);
            string? line = await process.StandardOutput.ReadLineAsync(late.Token);
            return AddressOf(line) is { } address ? new HostFirmware(process, address) : throw await FailureAsync(process, firmware, line, late.Token);
        }
        catch
        {
            await CloseAsync(process);
            throw;
        }
    }

    /// <summary>Presses the reset button: the firmware starts again.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        using var kill = Process.Start("kill", ["-USR1", ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(ct);
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Lets go of it and waits for its end.</summary>
    /// <returns>Its exit code: 0, or another when it was ended otherwise or a sanitizer found something.</returns>
    public Task<int> EndAsync(CancellationToken ct)
    {
        _process.StandardInput.Close();
        return WaitAsync(ct);
    }

    /// <summary>Ends the process.</summary>
    public ValueTask DisposeAsync() => CloseAsync(_process);

    // Boards/Firmware/README.md, "The host port".
    private static TargetAddress? AddressOf(string? line) => line?.Split(' ', 2) switch
    {
        ["pty", var device] => TargetAddress.Parse($"serial:{device}"),
        ["unix", var socket] => TargetAddress.Parse($"unix://{socket}"),
        _ => null,
    };

    private static async Task<QemuException> FailureAsync(Process process, string firmware, string? line, CancellationToken ct)
    {
        process.StandardInput.Close();
        string errors = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new QemuException(
            firmware,
            string.Create(CultureInfo.InvariantCulture, $"printed \"{line}{errors.TrimEnd()}\" and ended with exit code {process.ExitCode}; expected the name of its pty"));
    }

    private static async ValueTask CloseAsync(Process process)
    {
        process.StandardInput.Close();
        using var late = new CancellationTokenSource(EndDeadline);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
