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

    // 1,000,003 instructions of 256 ns are 256,000,768 ns: 6,400,019.2 ticks of 40 ns, 8,192,024.576 of 31.25 ns.
    [Theory]
    [InlineData(6_400_019, 25_000_000, 8)]
    [InlineData(6_400_020, 25_000_000, 8)]
    [InlineData(8_192_024, 32_000_000, 8)]
    [InlineData(8_192_025, 32_000_000, 8)]
    [InlineData(1_000_003, 1_000_000_000, 0)]
    public void Readings_a_tick_apart_give_the_same_instructions(long ticks, long hertz, int shift) =>
        Assert.Equal(1_000_003, new TickClock(hertz, shift).InstructionsOf(ticks));

    [Fact]
    public void The_most_ticks_do_not_overflow_on_the_way() =>
        Assert.Equal(long.MaxValue, new TickClock(1_000_000_000, 0).InstructionsOf(long.MaxValue));

    [Fact]
    public void A_count_beyond_63_bits_is_refused() =>
        Assert.Throws<OverflowException>(() => new TickClock(1_000_000, 0).InstructionsOf(long.MaxValue));

    [Fact]
    public void A_timer_does_not_run_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TickClock(1, 0).InstructionsOf(-1));

    [Fact]
    public void Real_hardware_does_not_count_instructions() => Assert.Null(new TickClock(1_000_000).InstructionsOf(5));
}
