namespace Tiny.Bench.Core.Systems;

public class TickClockTests
{
    /// <summary>Measured in QEMU, spec/virtual-boards.md section 4: 51,200,665 ticks of 25 MHz at shift 10 are 2,000,026 instructions.</summary>
    [Theory]
    [InlineData(25_000_000, 10, 51_200_665, 2_000_026)]
    [InlineData(1_000_000_000, 0, 26_386_349, 26_386_349)]
    [InlineData(25_000_000, 8, 6, 1)]
    [InlineData(25_000_000, 8, 0, 0)]
    [InlineData(1_000_000_000, 1, 3, 2)]
    [InlineData(1, 0, long.MaxValue / 1_000_000_000, long.MaxValue / 1_000_000_000 * 1_000_000_000)]
    public void Ticks_become_the_nearest_number_of_instructions(long hertz, int shift, long ticks, long instructions) =>
        Assert.Equal(instructions, new TickClock(hertz, shift).InstructionsOf(ticks));

    [Fact]
    public void Real_hardware_does_not_count_instructions() => Assert.Null(new TickClock(1_000_000).InstructionsOf(5));
}
