using System.Diagnostics;
using System.Globalization;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Targets;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Boards.Virtual.Proxy;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Testing;
using Xunit.Abstractions;

namespace Tiny.Bench.Cli.Boards;

/// <summary>
/// How long inputs take on an honest 115200 baud, by the extension and by the official protocol. TINYBENCH_LINKSPEED=1 measures nine times on the host
/// port, TINYBENCH_LINKSPEED=qemu also on mps2-an386, and prints the table of Boards/docs/measured.md; otherwise each way is walked once.
/// </summary>
public sealed class LinkSpeedTests(ITestOutputHelper output) : IDisposable
{
    private const int Baud = 115200;

    private static readonly string? Asked = Environment.GetEnvironmentVariable("TINYBENCH_LINKSPEED");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("kws01")]
    [InlineData("vww01")]
    public async Task Inputs_arrive_on_the_host_port(string id)
    {
        HostTask task = OfficialTasks.Open(id);
        BoardModel model = BoardModels.Of(task);
        string elf = await HostPort.BuildAsync();
        string plan = _folder.Write("model.tbplan", model.Plan.ToArray());
        byte[] input = await task.List.Samples[0].ReadAsync(model.InputBytes, CancellationToken.None);
        Report($"{id} on host", await TimeAsync(extension: true), await TimeAsync(extension: false));

        async Task<double[]> TimeAsync(bool extension)
        {
            await using HostFirmware board = await HostFirmware.StartAsync(elf, ["--plan", plan], CancellationToken.None);
            ISerialPort link = await SerialPorts.OpenAsync(board.Address, CancellationToken.None);
            await using var proxy = PacingProxy.Start(link, new PacingOptions { BaudToDevice = Baud, BaudToHost = Baud }, out ISerialPort port);
            await using BoardSession session = await BoardSession.OpenAsync(
                port, model, new BoardOptions { UseExtension = extension }, TimeProvider.System, CancellationToken.None);
            return await RepeatAsync(session.System, id, input);
        }
    }

    [SkippableTheory]
    [InlineData("kws01")]
    [InlineData("vww01")]
    public async Task Inputs_arrive_on_a_virtual_board(string id)
    {
        Skip.IfNot(Asked == "qemu", "TINYBENCH_LINKSPEED=qemu measures this.");
        HostTask task = OfficialTasks.Open(id);
        byte[] input = await task.List.Samples[0].ReadAsync(BoardModels.Of(task).InputBytes, CancellationToken.None);
        Report($"{id} on mps2-an386", await TimeAsync(extension: true), await TimeAsync(extension: false));

        async Task<double[]> TimeAsync(bool extension)
        {
            var build = new FirmwareCache(Path.Combine(Repository.Root, "Boards", "Firmware"), FirmwareCache.DefaultFolder, new ToolPath());
            var targets = new BoardTargets(BoardCatalog.Load([BoardCatalog.DefaultFolder]), build, TimeProvider.System) { UseExtension = extension };
            var address = TargetAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"qemu:mps2-an386@{Baud}"));
            await using BoardTarget target = await targets.OpenAsync(address, BoardModels.Of(task), null, null, CancellationToken.None);
            return await RepeatAsync(target.Session.System, id, input);
        }
    }

    // A whole sample of kws01; of vww01 the input alone, because an inference would hide it.
    private static async Task<double[]> RepeatAsync(ISystemUnderTest system, string id, byte[] input)
    {
        var seconds = new double[Asked is null ? 1 : 9];
        for (int index = 0; index < seconds.Length; index++)
        {
            long start = Stopwatch.GetTimestamp();
            if (id == "vww01")
                await system.LoadAsync(input, CancellationToken.None);
            else
                await system.InferAsync(input, CancellationToken.None);
            seconds[index] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return seconds;
    }

    private void Report(string what, double[] extension, double[] official)
    {
        string load = File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not known";
        double ratio = Statistics.Median(official) / Statistics.Median(extension);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Text(extension)} | {Text(official)} | {ratio:F2} | {load} |"));
        Assert.All(extension.Concat(official), seconds => Assert.True(seconds > 0));
    }

    private static string Text(double[] seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Statistics.Median(seconds):F4} ({seconds.Min():F4} to {seconds.Max():F4})");
}
