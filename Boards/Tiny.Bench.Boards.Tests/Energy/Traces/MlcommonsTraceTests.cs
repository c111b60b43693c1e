using System.Globalization;
using System.Text;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Energy.Traces;

public class MlcommonsTraceTests
{
    private const string TwoTrials = """
        [{"file": "a.bin", "infer": {"results": [0.1, [5]], "iterations": 250, "warmups": 1},
          "power": {"samples": [1, 2, 4, 8], "timestamps": [["00", 0], ["01", 1], ["02", 3]], "extracted_power": null, "voltage": 1.8}, "mode": "e"},
         {"power": {"voltage": "1.8", "timestamps": [["03", 0], ["04", 2]], "samples": [16, 32, 64]}, "infer": {"iterations": 70}}]
        """;

    [Fact]
    public async Task Puts_trials_end_to_end_and_ends_each_with_its_window()
    {
        MlcommonsTrace trace = await Open(TwoTrials);
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(trace);
        IReadOnlyList<TraceWindow> windows = TraceWindow.Of(sums.Events);
        Assert.Equal([2 + 4, 16 + 32], windows.Select(window => sums.Between(window.FirstEvent, window.LastEvent).Joules));
        Assert.Equal(1.8, trace.Header.SupplyVolts);
        Assert.Equal([250, 70], trace.Trials.Select(trial => trial.Inferences));
        Assert.Equal("a.bin", trace.Trials[0].File);
    }

    [Fact]
    public async Task Reads_the_same_whatever_the_chunks_are()
    {
        double[] values = [.. Enumerable.Range(0, 30_000).Select(index => index * 0.001)];
        string json = "[{\"power\": {\"samples\": [" + string.Join(", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))) + "], \"timestamps\": []}}]";
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        foreach (int step in (int[])[7, 4096, 100_000])
        {
            var input = new TraceInput("json", () => new SlowStream(bytes, step));
            MlcommonsTrace trace = (await MlcommonsTrace.OpenAsync(input))!;
            Assert.Equal(449_985, (await TraceIntegrator.IntegrateAsync(trace)).Whole.Joules, 1e-6);
        }
    }

    [Fact]
    public async Task Takes_a_single_object_and_labels_of_any_kind()
    {
        MlcommonsTrace trace = await Open("\uFEFF{\"power\": {\"samples\": [1, 2, 4], \"timestamps\": [[7, 1], {\"label\": \"stop\", \"sample\": 2}]}}");
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync(trace);
        Assert.Equal(2, sums.Between(0, 1).Joules);
        Assert.Equal("7, stop", string.Join(", ", sums.Events.Select(found => found.Label)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{\"infer\": {\"throughput\": 1}}]")]
    [InlineData("[{\"power\": null}]")]
    public async Task Results_without_samples_are_no_trace(string json) =>
        Assert.Null(await MlcommonsTrace.OpenAsync(TraceInput.OfBytes("json", Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData("[{\"power\": {\"samples\": [1, NaN]", "json, line 1, byte 27")]
    [InlineData("[{\"power\": {\"samples\": [1, null]}}]", "json, $[0].power.samples[1]")]
    [InlineData("[{\"power\": {\"samples\": [1, 1e999]}}]", "json, $[0].power.samples[1]")]
    [InlineData("[{\"power\": {\"samples\": [1], \"timestamps\": [[\"00\", 2]]}}]", "json, $[0].power.timestamps[0]")]
    [InlineData("[{\"power\": {\"samples\": [1], \"timestamps\": [[\"00\", 1], [\"01\", 0]]}}]", "json, $[0].power.timestamps[1]")]
    [InlineData("[{\"power\": {\"samples\": [1], \"timestamps\": [[\"00\"]]}}]", "json, $[0].power.timestamps[0]")]
    [InlineData("[{\"power\": {\"samples\": [1], \"timestamps\": [[\"00\", 0.5]]}}]", "json, $[0].power.timestamps[0]")]
    [InlineData("[{}, {\"power\": {\"samples\": [1, 2", "json, line 1, byte 32")]
    [InlineData("", "json, line 1, byte 0")]
    public async Task Names_the_place_of_a_fault(string json, string where)
    {
        TraceException error = await Assert.ThrowsAsync<TraceException>(() => Open(json));
        Assert.Equal(where, error.Where);
    }

    [SkippableFact]
    public async Task Sums_a_published_run_up_to_its_published_energies()
    {
        string file = Official.Published("logs/v1.3__STMicroelectronics__NUCLEO_L4R5ZI-P__kws__energy__results.json");
        TraceIntegral sums = await TraceIntegrator.IntegrateAsync((await MlcommonsTrace.OpenAsync(TraceInput.OfFile(file)))!);
        double[] microjoules = [.. TraceWindow.Of(sums.Events).Select(window => sums.Between(window.FirstEvent, window.LastEvent).Joules * 1e6)];

        // results.txt, Total Energy of trials 0 to 4.
        double[] published = [357855.490, 357667.030, 357475.430, 357824.650, 357414.780];
        Assert.Equal(published, microjoules.Select(energy => Math.Round(energy, 3)));
    }

    private static async Task<MlcommonsTrace> Open(string json) =>
        (await MlcommonsTrace.OpenAsync(TraceInput.OfBytes("json", Encoding.UTF8.GetBytes(json))))!;

    /// <summary>Hands out a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
