using System.Runtime.Versioning;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Probing;

/// <summary>Replies are those of protocol.md, sections 3 and 4, with the oddities of section 2.</summary>
[UnsupportedOSPlatform("windows")]
public class PortProbeTests
{
    private const string Profile = "m-profile-[ULPMark for tinyML Firmware V0.0.1]\r\nm-model-[kws01]\r\nm-ready\r\n";
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    public static TheoryData<string, string, string> Oddities => new()
    {
        { "plain", "m-name-dut-[Acme]\r\nm-ready\r\n", Profile },
        { "line feeds only", "m-name-dut-[Acme]\nm-ready\n", Profile.Replace("\r", "", StringComparison.Ordinal) },
        { "echo", "name%m-name-dut-[Acme]\r\nm-ready\r\n", "profile%" + Profile },
        { "colours", "\x1b[32mm-name-dut-[Acme]\x1b[0m\r\n\x1b[32mm-ready\x1b[0m\r\n", Profile },
        { "chatter", "debug: 12 [x] %\r\nm-name-dut-[Acme]\r\nmore\r\nm-ready\r\n", "hello\r\n" + Profile },
        { "two m-ready", "m-name-dut-[Acme]\r\nm-ready\r\nm-ready\r\n", Profile },
        { "late boot text", "m-timestamp-mode-performance\r\nm-lap-us-1034\r\nm-init-done\r\nm-ready\r\nm-name-dut-[Acme]\r\nm-ready\r\n", Profile },
        { "NUL bytes", "\0m-name-\0dut-[Ac\0me]\0\r\nm-\0ready\r\n", Profile },
        { "an endless line", new string('x', 5000) + "\r\nm-name-dut-[Acme]\r\nm-ready\r\n", Profile },
    };

    [SkippableTheory]
    [MemberData(nameof(Oddities))]
    public async Task A_device_is_understood_with(string oddity, string name, string profile)
    {
        Posix();
        await using var device = new FakeDevice(command => command switch
        {
            "name" => name,
            "profile" => profile,
            _ => throw new InvalidOperationException($"{oddity}: was sent \"{command}\""),
        });
        ProbeResult result = await ProbeAsync(device, Generous, 115200);
        Assert.Equal(new ProbeAnswer("Acme", "kws01"), result.Answer);
        Assert.Equal($"serial:{device.Path}@115200", result.Address!.ToString());
        Assert.Null(result.Problem);
    }

    [SkippableFact]
    public async Task The_half_of_a_command_that_another_host_left_behind_is_passed_over()
    {
        Posix();
        await using var device = new FakeDevice(
            command => command switch
            {
                "name" => "m-name-dut-[Acme]\r\nm-ready\r\n",
                "profile" => Profile,
                _ => "e-[Invalid hex digit 'na']\r\nm-ready\r\n",
            },
            halfCommand: "db 0102");
        ProbeResult result = await ProbeAsync(device, Generous, 115200);
        Assert.Equal(new ProbeAnswer("Acme", "kws01"), result.Answer);
        Assert.Equal(["db 0102name", "name", "profile"], device.Commands);
    }

    [SkippableFact]
    public async Task A_device_that_does_not_tell_its_model_still_has_a_name()
    {
        Posix();
        await using var device = new FakeDevice(command => command == "name" ? "m-name-dut-[Acme]\r\nm-ready\r\n" : "e-[Unknown command: profile]\r\nm-ready\r\n");
        Assert.Equal(new ProbeAnswer("Acme", Model: null), (await ProbeAsync(device, Generous, 115200)).Answer);
    }

    [SkippableTheory]
    [InlineData("m-tb-protocol-[1]*5b641b42\r\nm-tb-board-[mps2-an386]*6473e6b1\r\nm-ready\r\n", "mps2-an386")]
    [InlineData("e-[Unknown command: tb]\r\nm-ready\r\n", null)]
    public async Task Our_firmware_is_asked_for_its_board(string capabilities, string? board)
    {
        Posix();
        await using var device = new FakeDevice(command => command switch
        {
            "name" => "m-name-dut-[Tiny.Bench]\r\nm-ready\r\n",
            "profile" => Profile,
            _ => capabilities,
        });
        Assert.Equal(new ProbeAnswer("Tiny.Bench", "kws01", board), (await ProbeAsync(device, Generous, 115200)).Answer);
        Assert.Equal(["name", "profile", "tb caps"], device.Commands);
    }

    [SkippableFact]
    public async Task Speeds_are_tried_until_one_is_answered()
    {
        Posix();
        await using var deaf = new FakeDevice(_ => null);
        await using var device = new FakeDevice(command => command == "name" ? "m-name-dut-[Acme]\r\nm-ready\r\n" : Profile);
        var probe = new PortProbe((address, ct) => OpenAsync(address.Baud == 9600 ? device : deaf, ct), TimeProvider.System) { Reply = TimeSpan.FromSeconds(2) };
        ProbeResult result = await probe.ProbeAsync("P", Speeds("P", 115200, 921600, 9600), CancellationToken.None);
        Assert.Equal((9600, "Acme"), (result.Address!.Baud, result.Answer!.Vendor));
        Assert.Equal(["name", "name"], deaf.Commands);
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("login: \r\n")]
    [InlineData("%%%\r\n\xff\xfe]m-name-dut-[\r\n")]
    [InlineData("m-ready\r\n")]
    public async Task Something_else_at_the_port_is_no_device(string? reply)
    {
        Posix();
        await using var other = new FakeDevice(_ => reply);
        ProbeResult result = await ProbeAsync(other, Short, 115200, 9600);
        Assert.Equal((null, null, "no answer to name"), (result.Address, result.Answer, result.Problem));
        Assert.All(other.Commands, command => Assert.Equal("name", command));
    }

    [Fact]
    public async Task A_port_that_cannot_be_opened_says_why()
    {
        var probe = new PortProbe((address, _) => throw new PortBusyException(address.Name), TimeProvider.System);
        ProbeResult result = await probe.ProbeAsync("P", Speeds("P", 115200, 9600), CancellationToken.None);
        Assert.Equal(("P", new PortBusyException("P").Problem), (result.Port, result.Problem));
    }

    [Fact]
    public async Task A_speed_that_the_adapter_does_not_have_is_passed_over()
    {
        int opened = 0;
        var probe = new PortProbe(
            (address, _) => throw (++opened == 1 ? new PortSettingException(address.Name, "no 921600") : new LinkLostException(address.Name, "EIO")),
            TimeProvider.System);
        ProbeResult result = await probe.ProbeAsync("P", Speeds("P", 921600, 9600), CancellationToken.None);
        Assert.Equal((2, new LinkLostException("P", "EIO").Problem), (opened, result.Problem));
    }

    [SkippableFact]
    public async Task Silence_at_one_speed_says_more_than_a_speed_that_cannot_be_set()
    {
        Posix();
        await using var deaf = new FakeDevice(_ => null);
        var probe = new PortProbe(
            (address, ct) => address.Baud == 9600 ? OpenAsync(deaf, ct) : throw new PortSettingException(address.Name, "no 921600"), TimeProvider.System) { Reply = Short };
        Assert.Equal("no answer to name", (await probe.ProbeAsync("P", Speeds("P", 9600, 921600), CancellationToken.None)).Problem);
        Assert.Equal("no 921600", (await probe.ProbeAsync("P", Speeds("P", 921600), CancellationToken.None)).Problem);
    }

    [SkippableFact]
    public async Task A_probe_that_is_cancelled_ends_at_once()
    {
        Posix();
        await using var deaf = new FakeDevice(_ => null);
        using var cancel = new CancellationTokenSource();
        Task<ProbeResult> probe = new PortProbe((_, ct) => OpenAsync(deaf, ct), TimeProvider.System) { Reply = TimeSpan.FromMinutes(10) }
            .ProbeAsync("P", Speeds("P", 115200), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe.WaitAsync(Generous));
    }

    private static void Posix() => Skip.If(OperatingSystem.IsWindows(), "Needs a pseudo-terminal.");

    private static TargetAddress[] Speeds(string port, params int[] speeds) => [.. speeds.Select(baud => TargetAddress.Parse($"serial:{port}@{baud}"))];

    private static ValueTask<ISerialPort> OpenAsync(FakeDevice device, CancellationToken ct) =>
        SerialPorts.OpenAsync(TargetAddress.Parse($"serial:{device.Path}"), ct);

    private static Task<ProbeResult> ProbeAsync(FakeDevice device, TimeSpan reply, params int[] speeds) =>
        new PortProbe((_, ct) => OpenAsync(device, ct), TimeProvider.System) { Reply = reply }
            .ProbeAsync(device.Path, Speeds(device.Path, speeds), CancellationToken.None);
}
