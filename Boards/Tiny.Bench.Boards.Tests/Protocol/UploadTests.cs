using System.Text;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Virtual;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>Uploads to real firmware over a link that damages a frame.</summary>
public sealed class UploadTests(HostBuilds builds) : IClassFixture<HostBuilds>
{
    [SkippableFact]
    public async Task A_damaged_frame_is_sent_again_and_none_before_it()
    {
        string program = await builds.BuildAsync();
        using var deadline = new Deadline();
        await using HostFirmware board = await HostFirmware.StartAsync(program, ["--data", "200000"], deadline.Token);
        var port = new DamagingPort(await SerialPorts.OpenAsync(board.Address, deadline.Token), frame: 2);
        await using var connection = new DeviceConnection(port, new ProtocolTimeouts(), TimeProvider.System);
        ExtendedDevice device = (await ExtendedDevice.TryOpenAsync(connection, deadline.Token))!;
        int length = device.Capabilities.FrameBytes;
        var content = new byte[(3 * length) + 1];
        new Random(7).NextBytes(content);

        await device.UploadAsync(UploadSlot.Data, content, null, deadline.Token);

        Assert.Equal([0, length, 2 * length, 2 * length, 3 * length], port.Offsets);
    }

    /// <summary>Flips a bit at the end of one frame.</summary>
    private sealed class DamagingPort(ISerialPort port, int frame) : ISerialPort
    {
        public string Name => port.Name;

        public List<int> Offsets { get; } = [];

        public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct) => port.ReadAsync(buffer, ct);

        public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
        {
            byte[] bytes = data.ToArray();
            string[] words = Encoding.Latin1.GetString(bytes).Split(' ');
            if (words is ["tb", "put", var offset, ..])
            {
                bytes[^1] ^= Offsets.Count == frame ? (byte)1 : (byte)0;
                Offsets.Add(int.Parse(offset, System.Globalization.CultureInfo.InvariantCulture));
            }

            return port.WriteAsync(bytes, ct);
        }

        public void DiscardInput() => port.DiscardInput();

        public ValueTask DisposeAsync() => port.DisposeAsync();
    }
}
