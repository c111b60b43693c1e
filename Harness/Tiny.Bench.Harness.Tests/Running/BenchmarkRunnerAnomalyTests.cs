using System.Text.Json.Nodes;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Reference;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Running;

public sealed class BenchmarkRunnerAnomalyTests : IDisposable
{
    private static readonly BenchmarkTask Anomaly = FakeTask.Of(InputKind.Float32Windows, QualityMetric.Auc);
    private static readonly QuantizationParameters Half = new(0.5f, 10);

    private readonly TemporaryFolder _folder = new();
    private readonly BenchmarkRunner _runner = new(new ManualTime());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_float_model_gets_the_windows_themselves_and_a_file_scores_the_mean_over_them()
    {
        // Windows (1, 2) and (2, 4); the system always answers (0, 0): mean squares 5/2 and 20/2, mean 6.25.
        SampleList list = FakeTask.Write(_folder, ",8,4", (Bytes(1, 2, 4), 0));
        var system = new FakeSystem(8, _ => new InferenceResult([0, 0], new byte[8]));
        AccuracyResult result = await _runner.RunAccuracyAsync(Anomaly, list, system);
        Assert.Equal([Bytes(1, 2), Bytes(2, 4)], system.Inferred);
        Assert.Equal(6.25, Assert.Single(result.Samples).Score);
        Assert.Equal(6.25, result.MeanScore);
        Assert.Null(result.Correct);
        Assert.Null(result.Interval);
    }

    [Fact]
    public async Task A_quantized_model_gets_codes_and_its_codes_are_dequantized_before_the_comparison()
    {
        // Values 1 and 2.2 are codes 12 and 14 of scale 0.5, zero point 10. Answered codes 10 and 16 are 0 and 3 of the output's scale:
        // the score compares with the values, not with their codes.
        SampleList list = FakeTask.Write(_folder, ",8,8", (Bytes(1, 2.2f), 0));
        var system = new FakeSystem(2, _ => new InferenceResult([99, 99], new byte[] { 10, 16 })) { InputQuantization = Half, OutputQuantization = Half };
        AccuracyResult result = await _runner.RunAccuracyAsync(Anomaly, list, system);
        Assert.Equal([12, 14], Assert.Single(system.Inferred));
        double difference = 3 - (double)2.2f;
        Assert.Equal((1 + (difference * difference)) / 2, result.MeanScore!.Value, 1e-15);
    }

    [Fact]
    public async Task The_area_is_that_of_the_files_scores()
    {
        // Scores are the squares: 1 (normal), 4 (anomaly), 9 (normal), 16 (anomaly). Three of four pairs are in order.
        SampleList list = FakeTask.Write(_folder, ",4,4", (Bytes(1), 0), (Bytes(2), 1), (Bytes(3), 0), (Bytes(4), 1));
        var system = new FakeSystem(4, _ => new InferenceResult([0], new byte[4]));
        AccuracyResult result = await _runner.RunAccuracyAsync(Anomaly, list, system);
        Assert.Equal(0.75, result.Auc);
        Assert.Equal(result.Auc, result.Quality);
        Assert.NotNull(result.PartialAuc);
        Assert.Equal(7.5, result.MeanScore);
    }

    // Scores are the squares of the values: 1 and 9 of normal samples, 4 and 16 of anomalies.
    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(1, 3)]
    [InlineData(4, 2)]
    [InlineData(9, 3)]
    [InlineData(16, 2)]
    public async Task A_threshold_counts_the_samples_on_their_right_side_and_a_score_equal_to_it_is_normal(double threshold, int correct)
    {
        SampleList list = FakeTask.Write(_folder, ",4,4", (Bytes(1), 0), (Bytes(2), 1), (Bytes(3), 0), (Bytes(4), 1));
        var system = new FakeSystem(4, _ => new InferenceResult([0], new byte[4]));
        AccuracyResult result = await _runner.RunAccuracyAsync(Anomaly with { Threshold = threshold }, list, system);
        Assert.Equal(correct, result.Correct);
        Assert.Null(result.Accuracy);
        Assert.Null(result.Interval);
    }

    [Fact]
    public async Task There_is_no_area_without_anomalies()
    {
        SampleList list = FakeTask.Write(_folder, ",4,4", (Bytes(1), 0));
        AccuracyResult result = await _runner.RunAccuracyAsync(Anomaly, list, new FakeSystem(4, _ => new InferenceResult([0], new byte[4])));
        Assert.Null(result.Auc);
        Assert.Null(result.Quality);
    }

    [Theory]
    [InlineData(false, 12, 8)]
    [InlineData(true, 8, 2)]
    public async Task A_window_that_does_not_fit_the_model_is_an_error_with_both_sizes(bool quantized, int takes, int gives)
    {
        SampleList list = FakeTask.Write(_folder, ",8,4", (Bytes(1, 2, 3), 0));
        var system = new FakeSystem(takes, _ => new InferenceResult([], default)) { InputQuantization = quantized ? Half : null };
        var error = await Assert.ThrowsAsync<InputSizeException>(async () => await _runner.RunAccuracyAsync(Anomaly, list, system));
        Assert.Equal((gives, takes), (error.Given, error.Taken));
    }

    [Fact]
    public async Task An_output_of_another_length_than_the_input_is_an_error()
    {
        SampleList list = FakeTask.Write(_folder, ",8,4", (Bytes(1, 2), 0));
        var system = new FakeSystem(8, _ => new InferenceResult([1, 2, 3], default));
        var error = await Assert.ThrowsAsync<SystemUnderTestException>(async () => await _runner.RunAccuracyAsync(Anomaly, list, system));
        Assert.Contains("3 outputs; expected 2", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public async Task An_output_that_is_no_number_is_an_error(float output)
    {
        SampleList list = FakeTask.Write(_folder, ",4,4", (Bytes(1), 0));
        var system = new FakeSystem(4, _ => new InferenceResult([output], default));
        await Assert.ThrowsAsync<SystemUnderTestException>(async () => await _runner.RunAccuracyAsync(Anomaly, list, system));
    }

    // The golden file holds TFLM's output to each of the 196 windows of the official file, found by the CRC of the quantized input.
    [SkippableFact]
    public async Task The_official_file_scores_what_TFLM_gives_for_its_outputs()
    {
        JsonNode golden = JsonNode.Parse(await File.ReadAllTextAsync(Official.Golden("ad01_int8.normal_id_01_00000000.json")))!;
        Dictionary<string, byte[]> outputs = golden["results"]!.AsArray().ToDictionary(
            result => result!["input_crc32"]!.GetValue<string>(),
            result => Convert.FromHexString(result!["output_hex"]!.GetValue<string>()),
            StringComparer.Ordinal);
        var system = new FakeSystem(640, input => new InferenceResult([], outputs[$"{Crc32.Compute(input):x8}"]))
        {
            InputQuantization = new QuantizationParameters(0.391015232f, 89),
            OutputQuantization = new QuantizationParameters(0.364498466f, 96),
        };
        AccuracyResult result = await _runner.RunAccuracyAsync(Anomaly, SampleList.Read(Official.Dataset("ad01")), system);
        Assert.Equal(196, system.Inferred.Count);
        Assert.Equal(10.264468, result.MeanScore!.Value, 5e-7);
    }

    private static byte[] Bytes(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
