using System.Text;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Boards.Protocol.InterfaceBoard;

namespace Tiny.Bench.Boards.Virtual.InterfaceBoard;

public sealed class InterfaceBoardEmulatorTests : IAsyncDisposable
{
    private readonly Deadline _deadline = new();
    private readonly MemoryPort _host;
    private readonly MemoryPort _board;
    private InterfaceBoardEmulator? _emulator;

    public InterfaceBoardEmulatorTests()
    {
        (_host, Link) = MemoryPort.CreatePair("host");
        (Behind, _board) = MemoryPort.CreatePair("board");
    }

    private MemoryPort Link { get; }

    private MemoryPort Behind { get; }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
            await _emulator.DisposeAsync();
        _deadline.Dispose();
    }

    /// <summary>The bytes of the recording kws01_energy_interface.txt.</summary>
    [Fact]
    public async Task Relays_a_command_with_two_handshakes()
    {
        Start(new InterfaceBoardOptions());
        await _host.WriteAsync("dut profile%"u8.ToArray(), _deadline.Token);
        await ReadAsync(_host, "m-dut-passthrough(profile)\r\nm-ready\r\n");
        await ReadAsync(_board, "profile%");
        await _board.WriteAsync("m-profile-[ULPMark for tinyML Firmware V0.0.1]\r\nm-model-[kws01]\r\nm-ready\r\n"u8.ToArray(), _deadline.Token);
        await ReadAsync(_host, "[dut]: m-profile-[ULPMark for tinyML Firmware V0.0.1]\r\n[dut]: m-model-[kws01]\r\n[dut]: m-ready\r\n");
    }

    [Theory]
    [InlineData("setbaud 9600%", "set baud to: 9600\nm-ready\r\n")]
    [InlineData("setbaud 0%", "set baud to: 9600\nm-ready\r\n")]
    [InlineData("setbaud 3000000%", "set baud to: 9600\nm-ready\r\n")]
    [InlineData("checkbaud%", "baud is: 9600\r\nm-ready\r\n")]
    [InlineData("name%", "tinyML Enhanced Interface Board\r\nm-ready\r\n")]
    [InlineData("whatever%", "m-ready\r\n")]
    public async Task Answers_its_own_commands(string command, string answer)
    {
        Start(new InterfaceBoardOptions());
        await _host.WriteAsync(Encoding.ASCII.GetBytes(command), _deadline.Token);
        await ReadAsync(_host, answer);
    }

    [Fact]
    public async Task The_host_sets_the_speed_of_the_board_and_then_speaks_to_it()
    {
        Start(new InterfaceBoardOptions { StoredBaud = 115200, BoardBaud = 9600 });
        Task board = AnswerAsync("m-name-dut-[Tiny.Bench]\r\nm-ready\r\n");
        await using var connection = new DeviceConnection(
            await InterfaceBoardPort.OpenAsync(_host, 9600, new ProtocolTimeouts(), TimeProvider.System, _deadline.Token), new ProtocolTimeouts(), TimeProvider.System);

        Assert.Equal("Tiny.Bench", await connection.SynchroniseByNameAsync(_deadline.Token));
        await board;
    }

    [Fact]
    public async Task A_board_at_another_speed_is_not_heard()
    {
        Start(new InterfaceBoardOptions { StoredBaud = 9600, BoardBaud = 115200 });
        var timeouts = new ProtocolTimeouts { Line = TimeSpan.FromMilliseconds(300), Silence = TimeSpan.FromMilliseconds(50) };
        await using var connection = new DeviceConnection(
            await InterfaceBoardPort.OpenAsync(_host, 9600, new ProtocolTimeouts(), TimeProvider.System, _deadline.Token), timeouts, TimeProvider.System);
        await Assert.ThrowsAsync<LinkTimeoutException>(() => connection.SynchroniseByNameAsync(_deadline.Token).AsTask());
    }

    [Fact]
    public async Task A_board_in_its_place_is_told_from_it()
    {
        Task board = AnswerAsync("m-name-dut-[Tiny.Bench]\r\nm-ready\r\n");
        ProtocolException error = await Assert.ThrowsAsync<ProtocolException>(
            () => InterfaceBoardPort.OpenAsync(Behind, 9600, new ProtocolTimeouts(), TimeProvider.System, _deadline.Token).AsTask());
        Assert.Contains("expected tinyML Enhanced Interface Board", error.Problem, StringComparison.Ordinal);
        await board;
    }

    private void Start(InterfaceBoardOptions options) => _emulator = InterfaceBoardEmulator.Start(Link, Behind, options);

    private async Task AnswerAsync(string answer)
    {
        await ReadAsync(_board, "name%");
        await _board.WriteAsync(Encoding.ASCII.GetBytes(answer), _deadline.Token);
    }

    private async Task ReadAsync(ISerialPort port, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(await port.ReadExactlyAsync(expected.Length, _deadline.Token)));
}
