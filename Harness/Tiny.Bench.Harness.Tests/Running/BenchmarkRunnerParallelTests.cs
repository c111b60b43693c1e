using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Running;

/// <summary>One list on several equal systems at once.</summary>
public sealed class BenchmarkRunnerParallelTests : IDisposable
{
    private const int Count = 60;

    private static readonly BenchmarkTask Int8 = FakeTask.Of(InputKind.Int8, QualityMetric.TopOne);

    private readonly TemporaryFolder _folder = new();
    private readonly BenchmarkRunner _runner = new(new ManualTime());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Samples_are_in_the_order_of_the_list(int systems)
    {
        SampleList list = Samples();

        AccuracyResult result = await _runner.RunAccuracyAsync(Int8, list, Systems(systems));

        Assert.Equal(list.Samples.Select(sample => sample.File), result.Samples.Select(sample => sample.File), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, Count).Select(index => index % 2), result.Samples.Select(sample => sample.TopOne!.Value));
    }

    [Fact]
    public async Task The_journal_has_the_samples_in_the_order_of_the_list()
    {
        SampleList list = Samples();
        using var journal = SampleJournal.Open(_folder["run.journal"], new JournalHeader("fake", "host", "model", "list"), resume: false);

        await _runner.RunAccuracyAsync(Int8, list, Systems(4), journal: journal);

        Assert.Equal(list.Samples.Select(sample => sample.File), journal.Done.Select(sample => sample.File), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Progress_counts_up_one_by_one()
    {
        var done = new List<int>();

        await _runner.RunAccuracyAsync(Int8, Samples(), Systems(4), progress: step => done.Add(step.Done));

        Assert.Equal(Enumerable.Range(1, Count), done);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task The_journal_of_a_run_that_fails_ends_before_the_first_sample_that_failed(int systems)
    {
        SampleList list = Samples();
        File.WriteAllBytes(list.Samples[17].Path, [1, 2, 3]);
        File.WriteAllBytes(list.Samples[18].Path, [1, 2, 3]);
        using var journal = SampleJournal.Open(_folder["run.journal"], new JournalHeader("fake", "host", "model", "list"), resume: false);

        var error = await Assert.ThrowsAsync<InputSizeException>(async () => await _runner.RunAccuracyAsync(Int8, list, Systems(systems), journal: journal));

        Assert.EndsWith("17.bin", error.Where, StringComparison.Ordinal);
        Assert.Equal(17, journal.Done.Count);
    }

    private static ISystemUnderTest[] Systems(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => FakeSystem.Classifier(1, input => input[0] % 2 == 0 ? [1, 0] : [0, 1]))];

    private SampleList Samples() => FakeTask.Write(_folder, "", [.. Enumerable.Range(0, Count).Select(index => (new[] { (byte)index }, index % 2))]);
}
