using Tiny.Bench.Core;
using Tiny.Bench.Core.Metrics;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Running;

public sealed class BenchmarkRunnerClassificationTests : IDisposable
{
    private static readonly BenchmarkTask Int8 = FakeTask.Of(InputKind.Int8, QualityMetric.TopOne);

    private readonly TemporaryFolder _folder = new();
    private readonly BenchmarkRunner _runner = new(new ManualTime());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Counts_the_samples_whose_class_has_the_highest_score()
    {
        // The system decides by the first byte; classes say 1, 0, 1, and the second is wrong.
        SampleList list = FakeTask.Write(_folder, "", ([1, 9], 1), ([1, 9], 0), ([1, 8], 1));
        AccuracyResult result = await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(2));
        Assert.Equal(2, result.Correct);
        Assert.Equal(2.0 / 3, result.Accuracy);
        Assert.Equal(result.Accuracy, result.Quality);
        Assert.Equal(WilsonInterval.Of(2, 3), result.Interval);
        Assert.Equal([1, 1, 1], result.Samples.Select(sample => sample.TopOne!.Value));
        Assert.Null(result.Auc);
        Assert.Null(result.MeanScore);
    }

    [Fact]
    public async Task Feeds_int8_files_as_they_are_and_pixels_less_128()
    {
        SampleList list = FakeTask.Write(_folder, "", ([0, 255], 0));
        FakeSystem system = FirstByteDecides(2);
        await _runner.RunAccuracyAsync(Int8, list, system);
        await _runner.RunAccuracyAsync(FakeTask.Of(InputKind.UInt8Minus128, QualityMetric.TopOne), list, system);
        Assert.Equal([0, 255], system.Inferred[0]);
        Assert.Equal([128, 127], system.Inferred[1]);
    }

    [Fact]
    public async Task Feeds_a_system_that_preprocesses_itself_with_the_files_bytes()
    {
        SampleList list = FakeTask.Write(_folder, "", ([0, 255], 0));
        var system = new FakeSystem(2, _ => new InferenceResult([1, 0], default)) { TakesRawSamples = true };
        await _runner.RunAccuracyAsync(FakeTask.Of(InputKind.UInt8Minus128, QualityMetric.TopOne), list, system);
        Assert.Equal([0, 255], system.Inferred[0]);
    }

    [Fact]
    public async Task Runs_the_first_samples_only_when_asked()
    {
        SampleList list = FakeTask.Write(_folder, "", ([1], 1), ([1], 1), ([1], 0));
        var progress = new List<RunProgress>();
        AccuracyResult result = await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(1), sampleLimit: 2, progress.Add);
        Assert.Equal(1.0, result.Accuracy);
        Assert.Equal([(1, 2), (2, 2)], progress.Select(step => (step.Done, step.Total)));
        Assert.Equal(3, (await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(1), sampleLimit: 99)).Samples.Count);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(1), 0));
    }

    [Fact]
    public async Task A_file_that_does_not_fit_the_model_is_an_error_with_both_sizes()
    {
        SampleList list = FakeTask.Write(_folder, "", ([1, 2], 1), ([1, 2, 3], 1));
        var error = await Assert.ThrowsAsync<InputSizeException>(async () => await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(2)));
        Assert.Equal((3, 2), (error.Given, error.Taken));
        Assert.EndsWith("1.bin", error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_another_number_of_classes_is_an_error()
    {
        SampleList list = FakeTask.Write(_folder, "", ([1], 1));
        var system = FakeSystem.Classifier(1, _ => new float[12]);
        var error = await Assert.ThrowsAsync<SystemUnderTestException>(async () => await _runner.RunAccuracyAsync(Int8, list, system));
        Assert.Contains("12 scores", error.Problem, StringComparison.Ordinal);
        Assert.Contains("2 classes", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listed_file_that_is_gone_is_a_miss()
    {
        SampleList list = FakeTask.Write(_folder, "", ([1], 1));
        File.Delete(_folder["0.bin"]);
        await Assert.ThrowsAsync<MissingFileException>(async () => await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(1)));
    }

    [Fact]
    public async Task Cancelling_ends_the_run_before_the_next_sample()
    {
        SampleList list = FakeTask.Write(_folder, "", ([1], 1), ([1], 1), ([1], 1));
        using var cancel = new CancellationTokenSource();
        FakeSystem system = FirstByteDecides(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _runner.RunAccuracyAsync(Int8, list, system, null, _ => cancel.Cancel(), cancellationToken: cancel.Token));
        Assert.Single(system.Inferred);
    }

    [Fact]
    public async Task Two_runs_are_compared_sample_by_sample()
    {
        SampleList list = FakeTask.Write(_folder, "", ([0, 1], 0), ([1, 1], 1), ([0, 3], 0));
        AccuracyResult reference = await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(2));

        // Another system: the first sample's output differs in one bit, the second's also changes its class, the third's is the same.
        var other = new FakeSystem(2, input => input[1] == 3
            ? new InferenceResult([1, 0], input)
            : new InferenceResult([1, 0], new byte[] { input[0], 0 }));
        AccuracyResult changed = await _runner.RunAccuracyAsync(Int8, list, other);
        Assert.Equal(new RunComparison(2, 1), RunComparison.Of(reference, changed));
        Assert.Equal(new RunComparison(0, 0), RunComparison.Of(reference, reference));
    }

    [Fact]
    public async Task Runs_over_other_samples_are_not_compared()
    {
        SampleList list = FakeTask.Write(_folder, "", ([0], 0), ([1], 1));
        AccuracyResult all = await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(1));
        AccuracyResult first = await _runner.RunAccuracyAsync(Int8, list, FirstByteDecides(1), sampleLimit: 1);
        Assert.Throws<ArgumentException>(() => RunComparison.Of(all, first));
    }

    private static FakeSystem FirstByteDecides(int inputByteCount) =>
        FakeSystem.Classifier(inputByteCount, input => input[0] == 0 ? [1, 0] : [0, 1]);
}
