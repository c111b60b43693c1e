using System.Collections.Concurrent;
using System.Globalization;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Boards.Virtual.Proxy;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Core;
using Tiny.Bench.Harness.Running;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;
using Xunit.Abstractions;

namespace Tiny.Bench.Cli.Boards;

/// <summary>
/// Real firmware behind a line that drops, doubles, flips, delays, is cut and resets the board: each run ends right or with a named cause,
/// and goes on from its journal without a lost or a wrong sample. TINYBENCH_FAULTS=1000 is the long mode, 690-700 runs those seeds.
/// </summary>
public sealed class FaultyLinkTests(ITestOutputHelper output) : IDisposable
{
    private const int Samples = 5;
    private const int SideBySide = 8;

    private static readonly ProtocolTimeouts Timeouts = new()
    {
        Line = TimeSpan.FromSeconds(2),
        Inference = TimeSpan.FromSeconds(10),
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_run_ends_right_or_with_a_named_cause(bool extension)
    {
        (int first, int runs) = Seeds(Environment.GetEnvironmentVariable("TINYBENCH_FAULTS") ?? "50");
        HostTask task = OfficialTasks.Open("kws01");
        BoardModel model = BoardModels.Of(task);
        string elf = await HostPort.BuildAsync();
        string plan = _folder.Write("kws01.tbplan", model.Plan.ToArray());
        AccuracyResult expected = await new BenchmarkRunner(TimeProvider.System).RunAccuracyAsync(
            task.Task, task.List, task.CreateSystem(Dialect.DoubleRounding, TimeProvider.System), Samples);

        var ends = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, runs),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide },
            async (seed, ct) => ends.Add(await RunAsync(seed, extension, task, model, elf, plan, expected, ct)));

        foreach (IGrouping<string, string> kind in ends.GroupBy(end => end, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()))
            output.WriteLine($"{kind.Count()} x {kind.Key}");
        Assert.Equal(runs, ends.Count);
        Assert.Contains(ends, end => end.StartsWith("right", StringComparison.Ordinal));
    }

    private static (int First, int Count) Seeds(string text)
    {
        int[] ends = [.. text.Split('-').Select(end => int.Parse(end, NumberStyles.None, CultureInfo.InvariantCulture))];
        return ends is [var first, var last] ? (first, last - first + 1) : (1, ends[0]);
    }

    // The board of one seed: it is disturbed first, then the line is mended and the run goes on.
    private async Task<string> RunAsync(
        int seed, bool extension, HostTask task, BoardModel model, string elf, string plan, AccuracyResult expected, CancellationToken ct)
    {
        await using var board = await HostFirmware.StartAsync(elf, ["--plan", plan], ct);
        string journal = _folder[string.Create(CultureInfo.InvariantCulture, $"{extension}-{seed}.journal")];
        int verified = 0;
        string? cause = await AttemptAsync(board, FaultsOf(seed), resume: false);
        if (cause is null)
            return "right at once";
        Assert.Null(await AttemptAsync(board, FaultPlan.None, resume: true));
        return $"right after --resume: {cause}";

        async Task<string?> AttemptAsync(HostFirmware firmware, FaultPlan faults, bool resume)
        {
            await using ISerialPort link = await SerialPorts.OpenAsync(firmware.Address, ct);
            var pacing = new PacingOptions { BaudToDevice = null, BaudToHost = null, Faults = faults, ResetBoard = async token => await firmware.ResetAsync(token) };
            await using var proxy = PacingProxy.Start(link, pacing, out ISerialPort port);
            try
            {
                var options = new BoardOptions { UseExtension = extension, Verify = true, Timeouts = Timeouts };
                await using var session = await BoardSession.OpenAsync(port, model, options, TimeProvider.System, ct);
                Assert.True(extension == session.Extended is not null, $"seed {seed}: the extension was {(extension ? "lost" : "found")}");
                using var samples = SampleJournal.Open(journal, new JournalHeader("kws01", "faulty", model.PlanCrc, "list"), resume);
                Assert.Equal(verified, samples.Done.Count);
                AccuracyResult result = await new BenchmarkRunner(TimeProvider.System).RunAccuracyAsync(
                    task.Task, task.List, session.System, Samples, _ => verified++, samples, ct);
                AssertRight(seed, proxy, expected, result, extension);
                return null;
            }
            catch (TinyBenchException fault)
            {
                return fault.GetType().Name;
            }
        }
    }

    private static void AssertRight(int seed, PacingProxy proxy, AccuracyResult expected, AccuracyResult result, bool extension)
    {
        string faults = string.Join(", ", proxy.Injected);
        Assert.True(
            expected.Samples.Select(sample => sample.TopOne).SequenceEqual(result.Samples.Select(sample => sample.TopOne)),
            $"seed {seed}: wrong classes after {faults}");
        if (extension)
        {
            Assert.True(
                expected.Samples.Select(sample => sample.OutputSha256).SequenceEqual(result.Samples.Select(sample => sample.OutputSha256), StringComparer.Ordinal),
                $"seed {seed}: wrong bytes after {faults}");
        }
    }

    // A kind of fault to each seed, and every sixth seed all of them: with some 3,000 bytes each way, a few in a run.
    private static FaultPlan FaultsOf(int seed)
    {
        const double often = 1.0 / 1000, rarely = 1.0 / 4000;
        FaultRates rates = (seed % 6) switch
        {
            0 => new FaultRates { Drop = rarely, Double = rarely, Flip = rarely, Delay = rarely, Cut = rarely, Reset = rarely / 2 },
            1 => new FaultRates { Drop = often },
            2 => new FaultRates { Double = often },
            3 => new FaultRates { Flip = often },
            4 => new FaultRates { Cut = rarely, Delay = often },
            _ => new FaultRates { Reset = rarely },
        };
        return new FaultPlan { Seed = (ulong)seed, ToDevice = rates, ToHost = rates with { Reset = 0 } };
    }
}
