namespace Tiny.Bench.Boards.Virtual;

public sealed class InstructionsTests
{
    // 1,000,003 instructions of 256 ns are 256,000,768 ns: 6,400,019.2 ticks of 40 ns, 8,192,024.576 of 31.25 ns.
    [Theory]
    [InlineData(6_400_019, 25_000_000, 8)]
    [InlineData(6_400_020, 25_000_000, 8)]
    [InlineData(8_192_024, 32_000_000, 8)]
    [InlineData(8_192_025, 32_000_000, 8)]
    [InlineData(1_000_003, 1_000_000_000, 0)]
    public void Readings_a_tick_apart_give_the_same_instructions(long ticks, long ticksHz, int shift) =>
        Assert.Equal(1_000_003, Instructions.FromTicks(ticks, ticksHz, shift));

    [Fact]
    public void The_most_ticks_do_not_overflow_on_the_way() =>
        Assert.Equal(long.MaxValue, Instructions.FromTicks(long.MaxValue, 1_000_000_000, 0));

    [Fact]
    public void A_count_beyond_63_bits_is_refused() =>
        Assert.Throws<OverflowException>(() => Instructions.FromTicks(long.MaxValue, 1_000_000, 0));

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 11)]
    [InlineData(1, 1, -1)]
    public void What_is_no_count_no_rate_or_no_shift_is_refused(long ticks, long ticksHz, int shift) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Instructions.FromTicks(ticks, ticksHz, shift));
}
