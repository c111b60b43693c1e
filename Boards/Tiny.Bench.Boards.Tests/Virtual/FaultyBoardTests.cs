using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Reference.Faults.Rewriting;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>Seeded faults in the firmware of a virtual board, found over the link by the CRCs of single operators.</summary>
/// <remarks>A sample; TINYBENCH_FAULTS_C=all runs every fault that exists in C, for some minutes.</remarks>
[Collection(VirtualBoardCollection.Name)]
public sealed class FaultyBoardTests(VirtualBoards boards)
{
    private const string Board = "mps2-an386";
    private const int Seed = 20261123;
    private const int SampleSize = 3;

    private static readonly TimeSpan LongestSearch = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Faults
    {
        get
        {
            string[] names = [.. SeededFaults.InC().Select(fault => fault.Name)];
            bool takesAll = Environment.GetEnvironmentVariable("TINYBENCH_FAULTS_C") == "all";
            return [.. takesAll ? names : new Random(Seed).GetItems(names, SampleSize).Distinct(StringComparer.Ordinal)];
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_found_on_the_board(string name)
    {
        SeededFault fault = SeededFaults.InC().Single(fault => fault.Name == name);
        Assert.NotNull(await FirstWrongAsync(new FirmwareOptions { Fault = name }, Ordered(fault)));
    }

    [SkippableFact]
    public async Task Without_a_fault_the_board_gives_the_expected_bytes() =>
        Assert.Null(await FirstWrongAsync(new FirmwareOptions(), VectorPlans.All.Where((_, index) => index % 24 == 0)));

    // The id of the first vector whose output has another CRC, on its input or on the same input once more.
    private async Task<string?> FirstWrongAsync(FirmwareOptions options, IEnumerable<(VectorCase Case, VectorPlan Plan)> cases)
    {
        using var deadline = new CancellationTokenSource(LongestSearch);
        BoardDescription description = VirtualBoards.Find(Board);
        string firmware = await boards.FirmwareAsync(description, options, CancellationToken.None);
        await using QemuBoard board = await QemuBoard.StartAsync(description, firmware, null, deadline.Token);
        await using var connection = new DeviceConnection(await SerialPorts.OpenAsync(board.Address, deadline.Token), new ProtocolTimeouts(), TimeProvider.System);
        await board.RunAsync(deadline.Token);
        await connection.SynchroniseByNameAsync(deadline.Token);
        ExtendedDevice? device = await ExtendedDevice.TryOpenAsync(connection, deadline.Token);
        Assert.NotNull(device);
        foreach ((VectorCase vectorCase, VectorPlan plan) in cases)
        {
            await device.UploadAsync(UploadSlot.Plan, plan.Plan, null, deadline.Token);
            await device.CheckPlanAsync(deadline.Token);
            byte[] upload = plan.Upload.ToArray(), other = Array.ConvertAll(upload, code => (byte)~code);
            foreach (byte[] input in new[] { upload, other, upload })
            {
                await device.UploadAsync(UploadSlot.Data, input, null, deadline.Token);
                uint crc = Assert.Single(await device.TraceAsync(deadline.Token)).OutputCrc;
                if (input == upload && crc != Reference.Crc32.Compute(plan.Expected.Span))
                    return vectorCase.Id;
            }
        }

        return null;
    }

    // The cases of the fault's operators first: CONV_2D is conv2d there, FULLY_CONNECTED is fully_connected. Then one of each operation in turn.
    private static IEnumerable<(VectorCase Case, VectorPlan Plan)> Ordered(SeededFault fault)
    {
        string[] operations = [.. fault.Operator.Split(", ").Select(name => name.Replace("_2D", "2d", StringComparison.Ordinal).ToLowerInvariant())];
        return VectorPlans.All
            .GroupBy(pair => pair.Case.Operation, StringComparer.Ordinal)
            .SelectMany(group => group.Select((pair, turn) => (Pair: pair, Turn: turn)))
            .OrderBy(turned => operations.Contains(turned.Pair.Case.Operation, StringComparer.Ordinal) ? 0 : 1).ThenBy(turned => turned.Turn)
            .Select(turned => turned.Pair);
    }
}
