using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Replay;

/// <summary>Real recordings and published logs, read and answered.</summary>
public class RecordingTests
{
    [SkippableTheory]
    [InlineData("transcripts/kws01_accuracy20.txt", "kws01", 20, 490, 1, 0)]
    [InlineData("transcripts/ic01_accuracy20.txt", "ic01", 20, 3072, 1, 0)]
    [InlineData("transcripts/vww01_accuracy20.txt", "vww01", 20, 27648, 1, 0)]
    [InlineData("transcripts/ad01_accuracy20.txt", "ad01", 100, 2560, 1, 0)]
    [InlineData("transcripts/kws01_performance.txt", "kws01", 5, 490, 70, 10)]
    public void Reads_the_transcripts_of_the_official_runner(string file, string model, int loads, int bytes, int count, int warmup)
    {
        var recording = Recording.Read(Official.Published(file));
        Assert.Equal((model, loads), (recording.ModelId, recording.Loads.Count));
        Assert.All(recording.Loads, load => Assert.Equal(bytes, load.Content!.Length));
        Assert.All(recording.Loads, load => Assert.Equal((count, warmup), (load.Inferences[0].Count, load.Inferences[0].Warmup)));
        Assert.All(recording.Loads, load => Assert.NotNull(load.Inferences[0].Elapsed));
    }

    [SkippableTheory]
    [InlineData("logs/v0.5__reference__Nucleo-L4R5ZI__kws__accuracy__log.txt", "kws01", 1000)]
    [InlineData("logs/v1.1__plumerai__NUCLEO-U575ZI-Q__kws__accuracy__log.txt", "kws01", 1000)]
    [InlineData("logs/v1.2__bosch__NUCLEO_G0B1RE_int8__kws__accuracy__log.txt", "kws01", 1000)]
    [InlineData("rounds/v1.3/closed/STMicroelectronics/results/NUCLEO_L4R5ZI-P/kws/accuracy/log.txt", "kws01", 1000)]
    public void Reads_published_logs_of_both_runners(string file, string model, int loads)
    {
        var recording = Recording.Read(Official.Published(file));
        Assert.Equal((model, loads), (recording.ModelId, recording.Loads.Count));
        Assert.All(recording.Loads, load => Assert.Equal(12, load.Inferences[0].Results.Split(',').Length));
    }

    /// <summary>The figures stand in the log: 250 inferences in 10.862 s.</summary>
    [SkippableFact]
    public void Reads_a_window_of_the_MLCommons_runner()
    {
        var recording = Recording.Read(Official.Published("logs/v1.3__STMicroelectronics__NUCLEO_L4R5ZI-P__kws__performance__log.txt"));
        RecordedInference first = recording.Loads[0].Inferences[0];
        Assert.Equal((250, 1, TimeSpan.FromMilliseconds(10862)), (first.Count, first.Warmup, first.Elapsed));
        Assert.Equal("STMicroelectronics", recording.Vendor);
    }

    /// <summary>The first answer of the recording, read by eye: Stop at index 7.</summary>
    [SkippableFact]
    public async Task Answers_as_the_recorded_device_did()
    {
        var recording = Recording.Read(Official.Published("transcripts/kws01_accuracy20.txt"));
        await using var connection = new DeviceConnection(new ReplayPort(recording), new ProtocolTimeouts(), TimeProvider.System);
        var device = new OfficialDevice(connection);
        await device.LoadAsync(recording.Loads[3].Content, default);
        string expected = recording.Loads[3].Inferences[0].Results;
        Assert.Equal(expected.Split(',').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)), (await device.InferAsync(1, 0, default)).Results);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello\nworld\n")]
    [InlineData("> name%\n< m-name-dut-[x]\\r\\n\n< m-ready\\r\\n\n")]
    public void A_log_without_an_inference_is_refused(string content)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "log.txt");
        File.WriteAllText(path, content);
        RecordingException error = Assert.Throws<RecordingException>(() => Recording.Read(path));
        Assert.Contains("no inference", error.Problem, StringComparison.Ordinal);
    }
}
