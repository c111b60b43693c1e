using System.Text;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Virtual;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>The recordings of Boards/transcripts are what the firmware of this checkout says.</summary>
public sealed class OwnRecordingTests(HostBuilds builds) : IClassFixture<HostBuilds>, IDisposable
{
    // What time, the build or the compiler decide: the key, and which of the values in its brackets are taken out (all: -1).
    private static readonly (string Key, int Field)[] Varying =
    [
        ("m-tb-firmware-[", -1), ("m-tb-compiler-[", -1), ("m-tb-run-[", 0), ("m-tb-op-[", 3),
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Recordings => new()
    {
        { "kws01_accuracy20", "EXTENSION=0" },
        { "kws01_performance", "EXTENSION=0" },
        { "kws01_energy", "EXTENSION=0 ENERGY=1" },
        { "kws01_extension", "EXTENSION=1" },
        { "kws01_echo", "EXTENSION=0 QUIRKS=echo" },
    };

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Recordings))]
    public async Task Our_firmware_still_says_what_was_recorded(string name, string variables)
    {
        List<RecordedExchange> exchanges = RecordedExchange.ReadAll(Path.Combine(Repository.Root, "Boards", "transcripts", $"{name}.txt"));
        Assert.NotEmpty(exchanges);
        byte[] plan = PlanCompiler.Compile(
            TfliteModel.Load(Official.Model("kws_ref_model.tflite")), new PlanOptions { ModelId = "kws01", ResultForm = ResultForm.Cut });
        string program = await builds.BuildAsync(variables.Split(' '));
        using var deadline = new Deadline();
        await using HostFirmware board = await HostFirmware.StartAsync(program, ["--plan", _folder.Write("plan", plan)], deadline.Token);
        await using ISerialPort port = await SerialPorts.OpenAsync(board.Address, deadline.Token);

        foreach (RecordedExchange exchange in exchanges)
        {
            await port.WriteAsync(Encoding.Latin1.GetBytes(exchange.Command), deadline.Token);
            if (exchange.Reply.Length > 0)
                Assert.Equal(Comparable(exchange.Reply), Comparable(await port.ReadReplyAsync(deadline.Token)));
        }

        Assert.Equal(0, await board.EndAsync(deadline.Token));
    }

    private static string Comparable(string reply) => string.Join('\n', reply.Split('\n').Select(WithoutVarying));

    private static string WithoutVarying(string line)
    {
        if (line.StartsWith("m-lap-us-", StringComparison.Ordinal))
            return new string([.. line.Where(character => !char.IsAsciiDigit(character))]);
        foreach ((string key, int field) in Varying)
        {
            if (!line.StartsWith(key, StringComparison.Ordinal))
                continue;
            // The line's own CRC goes with them.
            string[] fields = line[key.Length..line.LastIndexOf('*')].Split(',');
            fields[Math.Max(field, 0)] = "";
            return key + (field < 0 ? "" : string.Join(',', fields));
        }

        return line;
    }
}
