using System.Globalization;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;
using Xunit.Abstractions;

namespace Tiny.Bench.Cli.Boards;

/// <summary>The harness against firmware that speaks the official protocol and no more, with each oddity of Boards/Firmware/README.md.</summary>
public sealed class QuirkTests(ITestOutputHelper output) : IDisposable
{
    private const int Samples = 10;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("")]
    [InlineData("ansi")]
    [InlineData("chatty")]
    [InlineData("double-ready")]
    [InlineData("echo")]
    [InlineData("lf-only")]
    [InlineData("no-load-done")]
    [InlineData("raw-results")]
    [InlineData("short-buffer")]
    [InlineData("trailing-comma")]
    [InlineData("ansi,chatty,double-ready,echo,lf-only,no-load-done,raw-results,short-buffer,trailing-comma")]
    [InlineData("", "energy")]
    [InlineData("", "--reset-on-open", "--boot-delay", "300")]
    public async Task Foreign_firmware_gets_the_references_classes(string quirks, params string[] more)
    {
        HostTask task = OfficialTasks.Open("kws01");
        string[] arguments = [.. more.Where(word => word is not "energy")];
        await using HostFirmware board = await StartAsync(task, quirks, more.Contains("energy"), arguments);
        await using BoardSession session = await OpenAsync(board, task);

        AccuracyResult expected = await AccuracyAsync(task, task.CreateSystem(Dialect.DoubleRounding, TimeProvider.System));
        AccuracyResult actual = await AccuracyAsync(task, session.System);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(quirks + " " + string.Join(' ', more)).Trim()}: {actual.Correct} of {Samples} correct, {session.Incidents.Count} repeated"));
        Assert.Null(session.Extended);
        Assert.Equal(expected.Samples.Select(sample => sample.TopOne), actual.Samples.Select(sample => sample.TopOne));
        // 38 and 31 bytes a command do not fit into 64 characters, 26 do.
        Assert.Equal(quirks.Contains("short-buffer", StringComparison.Ordinal) ? 2 : 0, session.Incidents.Count);
    }

    /// <summary>The command says what a board that only prints is judged on: cut values, or int8 codes.</summary>
    [SkippableTheory]
    [InlineData("", "three digits")]
    [InlineData("raw-results", "int8 codes")]
    public async Task Printed_values_are_compared_with_the_references(string quirks, string form)
    {
        HostTask task = OfficialTasks.Open("kws01");
        await using HostFirmware board = await StartAsync(task, quirks, energy: false, []);
        CommandLine run = await CommandLine.RunAsync("run", "--task", "kws01", "--samples", "10", "--target", board.Address.ToString(), "--out", _folder["out"], "--json");
        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Equal((form, 0), ((string)run.Json["runs"]![0]!["printed"]!, (int)run.Json["runs"]![0]!["differingInputs"]!));
    }

    [SkippableFact]
    public async Task Energy_firmware_is_named_in_a_performance_run()
    {
        HostTask task = OfficialTasks.Open("kws01");
        await using HostFirmware board = await StartAsync(task, "", energy: true, []);
        await using BoardSession session = await OpenAsync(board, task);

        var fault = await Assert.ThrowsAsync<SystemUnderTestException>(async () => await new BenchmarkRunner(TimeProvider.System).RunPerformanceAsync(
            task.Task, task.List, session.System, new PerformanceRule(5, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(0.2)), quick: true));
        Assert.Contains("built for energy mode", fault.Message, StringComparison.Ordinal);
    }

    private async Task<HostFirmware> StartAsync(HostTask task, string quirks, bool energy, string[] arguments)
    {
        string elf = await HostPort.BuildAsync(new FirmwareOptions
        {
            Extension = false,
            Energy = energy,
            Quirks = quirks.Split(',', StringSplitOptions.RemoveEmptyEntries),
        });
        string plan = _folder.Write("kws01.tbplan", BoardModels.Of(task).Plan.ToArray());
        return await HostFirmware.StartAsync(elf, ["--plan", plan, .. arguments], CancellationToken.None);
    }

    private static async Task<BoardSession> OpenAsync(HostFirmware board, HostTask task)
    {
        ISerialPort port = await SerialPorts.OpenAsync(board.Address, CancellationToken.None);
        return await BoardSession.OpenAsync(port, BoardModels.Of(task), new BoardOptions(), TimeProvider.System, CancellationToken.None);
    }

    private static async Task<AccuracyResult> AccuracyAsync(HostTask task, ISystemUnderTest system) =>
        await new BenchmarkRunner(TimeProvider.System).RunAccuracyAsync(task.Task, task.List, system, Samples);
}
