using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Probing;

/// <summary>Finds out which devices speak the protocol, and at which speed.</summary>
/// <param name="open">Opens a port.</param>
/// <param name="time">The clock of the deadlines.</param>
public sealed class PortProbe(Func<TargetAddress, CancellationToken, ValueTask<ISerialPort>> open, TimeProvider time)
{
    /// <summary>How long each command may take. A board that resets when its port is opened needs most of it.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Tries addresses of one port, one after the other, until a device answers.</summary>
    /// <param name="port">How the result names the port.</param>
    /// <param name="addresses">The same port at different speeds, the likeliest first.</param>
    /// <param name="ct">Ends the probe.</param>
    public async Task<ProbeResult> ProbeAsync(string port, IReadOnlyList<TargetAddress> addresses, CancellationToken ct)
    {
        string? noSpeed = null;
        bool opened = false;
        foreach (TargetAddress address in addresses)
        {
            try
            {
                ISerialPort link = await open(address, ct);
                await using var connection = new DeviceConnection(link, new ProtocolTimeouts { Line = Reply }, time);
                opened = true;
                link.DiscardInput();
                if (await new ProbeDialogue(connection, Reply, time).AskAsync(ct) is { } answer)
                    return new ProbeResult(port, address, answer, Problem: null);
            }
            catch (PortSettingException setting)
            {
                // This speed is none for the adapter; another may be.
                noSpeed = setting.Problem;
            }
            catch (LinkException broken)
            {
                return new ProbeResult(port, Address: null, Answer: null, broken.Problem);
            }
        }

        return new ProbeResult(port, Address: null, Answer: null, opened || noSpeed is null ? "no answer to name" : noSpeed);
    }
}
