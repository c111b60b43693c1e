using System.Buffers.Binary;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Harness.Conformance;
using Tiny.Bench.Reference.Models;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>What one inference of a model takes on a virtual board, operator by operator.</summary>
/// <param name="Kernels">The library that the firmware names.</param>
/// <param name="Compiler">What the firmware was built with.</param>
/// <param name="Operators">Instructions of each operator.</param>
internal sealed record BoardInstructions(string Kernels, string Compiler, IReadOnlyList<long> Operators)
{
    /// <summary>ic01's second operator: CONV_2D 3x3, 32x32x16 to 16 channels.</summary>
    public const int Convolution = 1;

    /// <summary>Its products, those with padding counted: 32 * 32 * 16 * 3 * 3 * 16.</summary>
    public const double ConvolutionProducts = 2_359_296;

    // Boards/docs/plan.md section 1.
    private const int ArenaBytesAt = 64;

    public const string ImageClassification = "pretrainedResnet_quant.json";

    /// <summary>Whether a board has the memory for a model's plan, tensors and input.</summary>
    public static bool Fits(BoardDescription board, string goldenFile)
    {
        GoldenFile golden = GoldenFile.Read(Official.Golden(goldenFile));
        byte[] plan = PlanCompiler.Compile(TfliteModel.Load(Official.Model(golden.Model)), new PlanOptions { ModelId = "model" });
        int arena = BinaryPrimitives.ReadInt32LittleEndian(plan.AsSpan(ArenaBytesAt));
        return plan.Length <= board.Machine!.Plan.CapacityBytes && arena <= board.Machine.ArenaBytes && golden.InputBytes <= board.Machine.DataBytes;
    }

    /// <summary>Runs a model on the first generated input of its golden file, and compares every operator's output.</summary>
    public static async Task<BoardInstructions> CountAsync(VirtualBoards boards, string id, string? kernels, string goldenFile)
    {
        using var deadline = new Deadline();
        GoldenFile golden = GoldenFile.Read(Official.Golden(goldenFile));
        BoardDescription description = VirtualBoards.Find(id);
        await using QemuBoard board = await boards.StartAsync(description, new FirmwareOptions { Kernels = kernels }, golden, deadline.Token);
        (DeviceConnection connection, ExtendedDevice device) = await VirtualBoards.OpenAsync(board, deadline.Token);
        await using (connection)
        {
            await device.UploadAsync(UploadSlot.Data, GeneratedInput.Noise(0, golden.InputBytes), null, deadline.Token);
            IReadOnlyList<OperatorReply> operators = await device.TraceAsync(deadline.Token);
            Assert.Equal(
                golden.Results[0].Activations!.Select(activation => Convert.ToUInt32(activation.Crc32, 16)).ToArray(),
                operators.Select(reply => reply.OutputCrc).ToArray());
            return new BoardInstructions(
                device.Capabilities.Kernels,
                device.Capabilities.Compiler,
                [.. operators.Select(reply => VirtualBoards.InstructionsOf(device, reply.Ticks))]);
        }
    }
}
