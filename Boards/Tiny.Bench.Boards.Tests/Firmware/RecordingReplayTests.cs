using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>
/// What the official runner said to the official firmware, said to ours: every byte of every reply is the same, but for the numbers of laps and the
/// vendor's name. In performance recordings the reference has overwritten its input (docs/protocol.md section 5), so results there are compared by their count.
/// </summary>
public sealed class RecordingReplayTests(HostBuilds builds) : IClassFixture<HostBuilds>, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, InputEncoding, ResultForm> Tasks => new()
    {
        { "kws01", "kws_ref_model.tflite", InputEncoding.Raw, ResultForm.Cut },
        { "ic01", "pretrainedResnet_quant.tflite", InputEncoding.UInt8Minus128, ResultForm.Rounded },
        { "vww01", "vww_96_int8.tflite", InputEncoding.UInt8Minus128, ResultForm.TrailingComma },
        { "ad01", "ad01_int8.tflite", InputEncoding.Float32, ResultForm.MeanSquare },
    };

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Tasks))]
    public async Task An_accuracy_run_is_answered_as_the_reference_answered(string id, string model, InputEncoding encoding, ResultForm form) =>
        await ReplayAsync($"{id}_accuracy20.txt", Compile(id, model, encoding, form), compareResults: true);

    [SkippableTheory]
    [MemberData(nameof(Tasks))]
    public async Task A_performance_run_is_answered_as_the_reference_answered(string id, string model, InputEncoding encoding, ResultForm form) =>
        await ReplayAsync($"{id}_performance.txt", Compile(id, model, encoding, form), compareResults: false);

    private string Compile(string id, string model, InputEncoding encoding, ResultForm form) => _folder.Write(
        "plan", PlanCompiler.Compile(TfliteModel.Load(Official.Model(model)), new PlanOptions { ModelId = id, InputEncoding = encoding, ResultForm = form }));

    private async Task ReplayAsync(string recording, string plan, bool compareResults)
    {
        List<RecordedExchange> exchanges = RecordedExchange.ReadAll(Official.Published(Path.Combine("transcripts", recording)));
        Assert.NotEmpty(exchanges);
        string program = await builds.BuildAsync();
        using var deadline = new CancellationTokenSource(Longest);
        await using HostFirmware board = await HostFirmware.StartAsync(program, ["--plan", plan], deadline.Token);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, deadline.Token);

        foreach (RecordedExchange exchange in exchanges)
        {
            string reply = await port.AskAsync(exchange.Command.TrimEnd('%'), deadline.Token);
            Assert.Equal(Comparable(exchange.Reply, compareResults), Comparable(reply, compareResults));
        }

        Assert.Equal(0, await board.EndAsync(deadline.Token));
    }

    /// <summary>The reply without what may differ.</summary>
    private static string Comparable(string reply, bool compareResults) => string.Join('\n', reply.Split('\n').Select(line => line switch
    {
        _ when line.StartsWith("m-lap-us-", StringComparison.Ordinal) => "m-lap-us-" + new string(line.Where(c => !char.IsAsciiDigit(c)).ToArray()),
        _ when line.StartsWith("m-name-dut-[", StringComparison.Ordinal) => "m-name-dut-[]" + line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..],
        _ when !compareResults && line.StartsWith("m-results-[", StringComparison.Ordinal) => new string(line.Where(c => !char.IsAsciiDigit(c)).ToArray()),
        _ => line,
    }));
}
