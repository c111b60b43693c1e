using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Plans;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>The fast kernels with the instructions they were written for, on drawn shapes in two dialects: the reference's bytes, and none behind them.</summary>
[Collection(VirtualBoardCollection.Name)]
public sealed class BoardShapeTests(VirtualBoards boards)
{
    private const int ShapesADay = 25;
    private const int LargestPlan = 20_000;

    [SkippableTheory]
    [InlineData("mps2-an386", "dsp", "double-rounding")]
    [InlineData("mps2-an386", "dsp", "single-rounding")]
    [InlineData("mps3-an547", "mve", "double-rounding")]
    [InlineData("mps3-an547", "mve", "single-rounding")]
    [InlineData("riscv32-virt", "blocked", "double-rounding")]
    [InlineData("riscv32-virt", "blocked", "single-rounding")]
    public async Task Every_shape_gives_the_bytes_of_the_reference(string id, string kernels, string dialectName)
    {
        using var deadline = new Deadline();
        Assert.True(Dialects.TryParse(dialectName, out Dialect dialect));
        BoardDescription description = VirtualBoards.Find(id);
        string firmware = await boards.FirmwareAsync(description, new FirmwareOptions { Dialect = dialectName }, deadline.Token);
        await using QemuBoard emulator = await QemuBoard.StartAsync(description, firmware, null, deadline.Token);
        ISerialPort port = await SerialPorts.OpenAsync(emulator.Address, deadline.Token);
        await emulator.RunAsync(deadline.Token);
        await using PlanBoard board = await PlanBoard.OpenAsync(port, new BoardOptions(), TimeProvider.System, deadline.Token);
        Assert.Equal((kernels, dialectName), (board.Capabilities.Kernels, board.Capabilities.Dialect));

        int count = RandomVectors.Count(ShapesADay), ran = 0;
        foreach (VectorCase drawn in RandomVectors.Draw(500_000, count, dialect))
        {
            VectorPlan plan = PlanCompiler.Compile(drawn);
            if (plan.Plan.Length > LargestPlan)
                continue;

            using var each = new Deadline();
            var input = new PlanInput(plan.Plan, plan.Upload, plan.ArenaBytes, plan.OutputTensor, plan.Expected.Length);
            PlanOutcome outcome = await board.RunAsync(input, Reference.Crc32.Compute(plan.Expected.Span), each.Token);
            Assert.True(outcome is { Refusal: null, IsEqual: true }, $"{drawn.Id}, {drawn.Operation}: {outcome.Refusal ?? "another output than the reference's"}");
            Assert.Equal(0, outcome.Guard!.Value.Damaged);
            ran++;
        }

        Assert.InRange(ran, count / 2, count);
    }
}
