using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>Models on virtual boards, against what TFLM computed.</summary>
[Collection(VirtualBoardCollection.Name)]
public sealed class VirtualInferenceTests(VirtualBoards boards)
{
    private const string Keywords = "kws_ref_model.json";

    /// <summary>The small model on every board, each large one on the board that it is hardest for.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>
            {
                { "mps3-an547", "ad01_int8.json" },
                { "riscv32-virt", "pretrainedResnet_quant.json" },
                { "netduinoplus2", "vww_96_int8.json" },
            };
            foreach (string id in VirtualBoards.Ids)
                cases.Add(id, Keywords);
            return cases;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task Every_operator_gives_what_TFLM_gave_and_the_count_of_instructions_repeats(string id, string goldenFile)
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find(id);
        GoldenFile golden = GoldenFile.Read(Official.Golden(goldenFile));
        await using QemuBoard board = await boards.StartAsync(description, new FirmwareOptions(), golden, deadline.Token);
        (DeviceConnection connection, ExtendedDevice device) = await VirtualBoards.OpenAsync(board, deadline.Token);
        await using (connection)
        {
            await device.UploadAsync(UploadSlot.Data, GeneratedInput.Noise(0, golden.InputBytes), null, deadline.Token);

            IReadOnlyList<OperatorReply> operators = await device.TraceAsync(deadline.Token);
            Assert.Equal(
                golden.Results[0].Activations!.Select(activation => Convert.ToUInt32(activation.Crc32, 16)).ToArray(),
                operators.Select(reply => reply.OutputCrc).ToArray());

            long first = await CountAsync(device, deadline.Token);
            Assert.Equal(first, await CountAsync(device, deadline.Token));
            Assert.Equal(first, await CountAsync(device, deadline.Token));

            // Between two operators there are a few instructions that belong to none of them.
            long sum = operators.Sum(reply => VirtualBoards.InstructionsOf(device, reply.Ticks));
            Assert.InRange(first - sum, 0, 30 * operators.Count);
        }
    }

    [SkippableFact]
    public async Task The_count_is_the_same_after_a_reset_and_on_a_second_board()
    {
        using var deadline = new Deadline();
        BoardDescription description = VirtualBoards.Find("mps2-an386");
        GoldenFile golden = GoldenFile.Read(Official.Golden(Keywords));
        var counts = new List<long>();
        for (int start = 0; start < 2; start++)
        {
            await using QemuBoard board = await boards.StartAsync(description, new FirmwareOptions(), golden, deadline.Token);
            for (int boot = 0; boot < 2; boot++)
            {
                (DeviceConnection connection, ExtendedDevice device) = await VirtualBoards.OpenAsync(board, deadline.Token);
                await using (connection)
                {
                    await device.UploadAsync(UploadSlot.Data, GeneratedInput.Noise(0, golden.InputBytes), null, deadline.Token);
                    counts.Add(await CountAsync(device, deadline.Token));
                    await board.ResetAsync(deadline.Token);
                }
            }
        }

        Assert.Equal(4, counts.Count);
        Assert.Single(counts.Distinct());
    }

    private static async Task<long> CountAsync(ExtendedDevice device, CancellationToken ct) =>
        VirtualBoards.InstructionsOf(device, (await device.RunAsync(ct)).Ticks);
}
