using System.Globalization;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Replay;

/// <summary>A run that was recorded through a port answers again.</summary>
public sealed class TranscriptReplayTests(HostBuilds builds) : IClassFixture<HostBuilds>, IDisposable
{
    private const int Samples = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The extension's frames are binary and hold every byte, the official protocol's are digits.</summary>
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_gives_the_same_classes_from_its_transcript(bool extension)
    {
        BoardModel model = Model();
        string program = await builds.BuildAsync();
        using var deadline = new Deadline();
        string path = _folder["run.transcript"];
        int[] live;
        await using (HostFirmware board = await HostFirmware.StartAsync(program, ["--plan", _folder.Write("plan", model.Plan.ToArray())], deadline.Token))
        using (var transcript = Transcript.Create(path, "board", TimeProvider.System))
        {
            var pieces = new SmallReads(await SerialPorts.OpenAsync(board.Address, deadline.Token), 7);
            live = await ClassesAsync(new RecordingPort(pieces, transcript), model, extension, deadline.Token);
            transcript.Complete();
        }

        var recording = Recording.Read(path);
        Assert.Equal(("Tiny.Bench", "kws01", Samples), (recording.Vendor, recording.ModelId, recording.Loads.Count));
        Assert.Equal(Inputs(), recording.Loads.Select(load => load.Content!));
        Assert.Equal(live, await ClassesAsync(new ReplayPort(recording), model, useExtension: false, deadline.Token));
        Assert.True(live.Distinct().Count() > 1, "one class for all samples tells little");
    }

    [Fact]
    public void Pieces_of_lines_are_put_together_and_a_line_that_was_broken_off_is_not()
    {
        Recording recording = Read("""
            # tinybench transcript 1
            [0.000001] > db lo
            [0.000002] > ad 2%
            [0.000003] < m-[Expecting 2 by
            [0.000004] < tes]\r\nm-rea
            [0.000005] < dy\r
            [0.000006] < \n
            [0.000007] > db 0aff%
            [0.000008] < m-load-done\r\nm-ready\r\nm-results-[9
            # [0.000009] input discarded
            [0.000010] > infer 3 1%
            [0.000011] < m-results-[0.25,0.7
            [0.000012] < 5]\r\nm-ready\r\n
            """);
        RecordedLoad load = Assert.Single(recording.Loads);
        Assert.Equal([0x0a, 0xff], load.Content!);
        Assert.Equal(new RecordedInference(3, 1, null, "0.25,0.75"), Assert.Single(load.Inferences));
    }

    /// <summary>0x25 is the percent sign and 0x0a a line feed; -1 is 0xff; 50 ticks at 1,000 Hz. The CRCs are zlib's.</summary>
    [Fact]
    public void Bytes_of_a_frame_and_of_a_dump_are_no_text()
    {
        Recording recording = Read("""
            > tb caps%
            < m-tb-timer-hz-[1000]*27bea248\r\n
            < m-tb-model-id-[kws01]*61ce1eb9\r\n
            > tb open data 4%
            > tb put 0 4 00000000%\x00%
            > \n%
            < m-tb-put-[4]*48f0f044\r\n
            > tb dump 1 0 16%
            < m-tb-dump-[1,0,16,00000000]*57eca5e0\r\n
            < m-results-[7]\r\n.\r\n
            < m-ready\r\n
            > tb run%
            < m-tb-run-[50,00000000,ff02]*6eb79b2e\r\n
            """);
        Assert.Equal("kws01", recording.ModelId);
        RecordedLoad load = Assert.Single(recording.Loads);
        Assert.Equal([0x00, 0x25, 0x0a, 0x25], load.Content!);
        Assert.Equal(new RecordedInference(1, 0, TimeSpan.FromMilliseconds(50), "-1,2"), Assert.Single(load.Inferences));
    }

    [Theory]
    [InlineData("> infer 1 0%\n> x\\q\n", 2)]
    [InlineData("< m-ready\\r\\n\nhello\n", 2)]
    public void A_line_of_another_form_is_refused_with_its_number(string content, int line)
    {
        RecordingException error = Assert.Throws<RecordingException>(() => Read(content));
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $", line {line}"), error.Where, StringComparison.Ordinal);
    }

    private Recording Read(string content) => Recording.Read(_folder.Write("log", System.Text.Encoding.ASCII.GetBytes(content)));

    private static byte[][] Inputs() => [.. Enumerable.Range(0, Samples).Select(index => GeneratedInput.Noise(index, 490))];

    private static BoardModel Model()
    {
        byte[] plan = PlanCompiler.Compile(
            TfliteModel.Load(Official.Model("kws_ref_model.tflite")), new PlanOptions { ModelId = "kws01", ResultForm = ResultForm.Cut });
        var image = PlanImage.Read(plan, "plan");
        PlanTensor output = image.Tensors[image.Outputs[0]];
        return new BoardModel
        {
            Id = image.ModelId,
            InputBytes = image.DataBytes,
            OutputBytes = output.Length,
            OutputQuantization = new QuantizationParameters(output.Scale, output.ZeroPoint),
            OutputTensor = image.Outputs[0],
            PlanCrc = image.Crc32.ToString("x8", CultureInfo.InvariantCulture),
            Plan = plan,
            ArenaBytes = image.ArenaBytes,
        };
    }

    private static async Task<int[]> ClassesAsync(ISerialPort port, BoardModel model, bool useExtension, CancellationToken ct)
    {
        var options = new BoardOptions { UseExtension = useExtension };
        await using var session = await BoardSession.OpenAsync(port, model, options, TimeProvider.System, ct);
        Assert.Equal(useExtension, session.Extended is not null);
        var classes = new List<int>();
        foreach (byte[] input in Inputs())
        {
            float[] scores = (await session.System.InferAsync(input, ct)).Scores;
            classes.Add(Array.IndexOf(scores, scores.Max()));
        }

        return [.. classes];
    }
}
