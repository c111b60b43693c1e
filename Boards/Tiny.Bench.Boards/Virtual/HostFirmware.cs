using System.Diagnostics;
using System.Globalization;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>Our firmware as a process of this machine, its UART on a pseudo-terminal. It ends with this process, however that ends. POSIX only.</summary>
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

    /// <summary>The pseudo-terminal: <c>serial:/dev/pts/3</c>.</summary>
    public TargetAddress Address { get; }

    /// <summary>Starts it.</summary>
    /// <param name="firmware">Path of the ELF file, built for port <c>host</c>.</param>
    /// <param name="options">Of the firmware's command line; see <c>Boards/Firmware/ports/host</c>.</param>
    /// <param name="ct">Ends the wait; nothing stays behind.</param>
    /// <exception cref="QemuException">It did not start.</exception>
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
            return line?.StartsWith("pty ", StringComparison.Ordinal) == true
                ? new HostFirmware(process, TargetAddress.Parse($"serial:{line[4..]}"))
                : throw new QemuException(firmware, $"printed \"{line}{await process.StandardError.ReadToEndAsync(late.Token)}\"; expected the name of its pty");
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>Presses the reset button: the firmware starts again.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        using var kill = Process.Start("kill", ["-USR1", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(ct);
    }

    /// <summary>Ends the process.</summary>
    public ValueTask DisposeAsync() => EndAsync(_process);

    private static async ValueTask EndAsync(Process process)
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
