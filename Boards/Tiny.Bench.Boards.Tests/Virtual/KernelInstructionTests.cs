using Tiny.Bench.Boards.Firmware;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>Instructions per product of ic01's 3x3 convolution: what each instruction set is worth.</summary>
[Collection(VirtualBoardCollection.Name)]
public sealed class KernelInstructionTests(VirtualBoards boards)
{
    // Counts of the emulator, which repeat: no time is measured here. CMSIS-NN takes 2.33 on the M4 and 0.40 on the M55.
    [SkippableTheory]
    [InlineData("mps2-an386", "dsp", 2.4)]
    [InlineData("mps2-an500", "dsp", 2.4)]
    [InlineData("mps3-an547", "mve", 0.45)]
    [InlineData("riscv32-virt", "blocked", 5)]
    public async Task A_3x3_convolution_takes_at_most(string id, string kernels, double most)
    {
        BoardInstructions count = await BoardInstructions.CountAsync(boards, id, null, BoardInstructions.ImageClassification);
        Assert.Equal(kernels, count.Kernels);
        Assert.InRange(count.Operators[BoardInstructions.Convolution] / BoardInstructions.ConvolutionProducts, 0.1, most);
    }

    [SkippableFact]
    public async Task The_portable_kernels_can_still_be_asked_for()
    {
        BoardInstructions count = await BoardInstructions.CountAsync(boards, "mps2-an386", FirmwareOptions.PortableKernels, BoardInstructions.ImageClassification);
        Assert.Equal("portable", count.Kernels);
    }
}
