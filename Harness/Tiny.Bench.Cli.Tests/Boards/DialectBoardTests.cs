using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Cli.Running;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Conformance.Dialects;
using Tiny.Bench.Harness.Systems;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli.Boards;

/// <summary>Real firmware in each of the four dialects, named from what it shows of a few inputs.</summary>
public sealed class DialectBoardTests(DialectBoardTests.Answers answers) : IClassFixture<DialectBoardTests.Answers>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Dialects => [.. FirmwareOptions.Dialects];

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Dialects))]
    public async Task Printed_results_alone_name_the_dialect(string dialect)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        HostTask task = OfficialTasks.Open("kws01");
        var finder = new DialectFinder(answers.Cache);
        IReadOnlyList<string> files = await finder.ChooseSamplesAsync(task, progress: null, deadline.Token);
        await using HostFirmware board = await StartAsync(task, dialect, deadline.Token);
        await using BoardSession session = await OpenAsync(board, task, useExtension: false, deadline.Token);
        Assert.Equal(["tst_000292_Down_0.bin", "tst_000855_Off_4.bin"], files, StringComparer.Ordinal);
        var samples = new List<PrintedSample>();
        foreach (string file in files)
        {
            InferenceResult result = await session.System.InferAsync(await ReadAsync(task, file), deadline.Token);
            samples.Add(new PrintedSample(file, [.. result.Scores.Select(score => (double)score)]));
        }

        DialectVerdict verdict = await finder.FindAsync(
            task, new PrintedEvidence { Samples = samples, Asked = files }, progress: null, deadline.Token);

        AssertNamed(dialect, verdict);
        Assert.Equal(PrintingMode.Cut, verdict.Printing);
    }

    [SkippableTheory]
    [MemberData(nameof(Dialects))]
    public async Task Checksums_of_operators_name_the_dialect(string dialect)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        HostTask task = OfficialTasks.Open("kws01");
        IReadOnlyList<string> files = await new DialectFinder(answers.Cache).ChooseSamplesAsync(task, progress: null, deadline.Token);
        await using HostFirmware board = await StartAsync(task, dialect, deadline.Token);
        await using BoardSession session = await OpenAsync(board, task, useExtension: true, deadline.Token);
        var tracing = (IOperatorTracing)session.System;
        var samples = new List<TraceSample>();
        foreach (string file in files)
        {
            IReadOnlyList<OperatorTrace> traces = await tracing.TraceAsync(await ReadAsync(task, file), deadline.Token);
            samples.Add(new TraceSample(new EvidenceInput(file), [.. traces.Select(trace => trace.OutputCrc)]));
        }

        var evidence = new TraceEvidence { Samples = samples, Asked = [.. files.Select(file => new EvidenceInput(file))] };
        DialectVerdict verdict = await DialectFinder.FindAsync(task, evidence, progress: null, deadline.Token);

        AssertNamed(dialect, verdict);
    }

    private static void AssertNamed(string dialect, DialectVerdict verdict)
    {
        Assert.Null(verdict.First?.Describe());
        Assert.Equal(dialect, verdict.Exact?.Name);

        // No sum of kws01 lies on a tie for them to differ: the verdict does not hide it.
        Assert.Equal(dialect == "single-rounding" ? ["half-even"] : [], verdict.EquallyExact.Select(rule => rule.Name), StringComparer.Ordinal);
    }

    private static Task<byte[]> ReadAsync(HostTask task, string file) =>
        File.ReadAllBytesAsync(task.List.Samples.Single(sample => sample.File == file).Path);

    private async Task<HostFirmware> StartAsync(HostTask task, string dialect, CancellationToken ct)
    {
        string plan = _folder.Write("plan", BoardModels.Of(task).Plan.ToArray());
        return await HostFirmware.StartAsync(await HostPort.BuildAsync(new FirmwareOptions { Dialect = dialect }), ["--plan", plan], ct);
    }

    private static async Task<BoardSession> OpenAsync(HostFirmware board, HostTask task, bool useExtension, CancellationToken ct) =>
        await BoardSession.OpenAsync(
            await SerialPorts.OpenAsync(board.Address, ct), BoardModels.Of(task), new BoardOptions { UseExtension = useExtension }, TimeProvider.System, ct);

    /// <summary>The reference's answers, computed once for this class.</summary>
    public sealed class Answers : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Answers() => Cache = new ReferenceAnswerCache(_folder.Path);

        public ReferenceAnswerCache Cache { get; }

        public void Dispose()
        {
            Cache.Dispose();
            _folder.Dispose();
        }
    }
}
