using System.Diagnostics;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>A running host port. It ends with its standard input, so also with these tests, however they end.</summary>
internal sealed class HostFirmware : IAsyncDisposable
{
    private readonly Process _process;

    private HostFirmware(Process process, string announced)
    {
        _process = process;
        Announced = announced;
    }

    /// <summary>What it printed first: <c>pty /dev/pts/3</c> or <c>unix PATH</c>.</summary>
    public string Announced { get; }

    /// <summary>Its process id.</summary>
    public string Id => _process.Id.ToString();

    /// <summary>Starts a program that <see cref="HostBuilds"/> built, and waits until its port is there.</summary>
    public static async Task<HostFirmware> StartAsync(string program, CancellationToken ct, params string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo(program, ["--with-parent", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new HostFirmware(process, await process.StandardOutput.ReadLineAsync(ct) ?? "");
    }

    /// <summary>Opens its port.</summary>
    public ValueTask<ISerialPort> OpenAsync(CancellationToken ct)
    {
        string[] words = Announced.Split(' ', 2);
        return SerialPorts.OpenAsync(TargetAddress.Parse(words[0] == "unix" ? $"unix://{words[1]}" : $"serial:{words[1]}"), ct);
    }

    /// <summary>Lets go of it and waits for its end: 0 unless it was ended otherwise or a sanitizer found something.</summary>
    public async Task<int> EndAsync(CancellationToken ct)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Waits for an end that it came to by itself.</summary>
    public async Task<int> WaitAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        using var deadline = new Deadline();
        await EndAsync(deadline.Token);
        _process.Dispose();
    }
}
