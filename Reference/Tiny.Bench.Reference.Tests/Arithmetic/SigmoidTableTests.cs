namespace Tiny.Bench.Reference.Arithmetic;

public sealed class SigmoidTableTests
{
    /// <summary>sigmoid(i / 24) in Q0.16, as the table of the real kernels is defined.</summary>
    public static ushort[] Table { get; } = Enumerable.Range(0, SigmoidTable.Length)
        .Select(i => (ushort)Math.Min(Math.Round(65536 / (1 + Math.Exp(-i / 24.0))), 65535))
        .ToArray();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-2)]
    public void Both_are_within_six_codes_of_the_real_ones_for_all_inputs(int leftShift)
    {
        double unit = Math.Pow(2, leftShift - 12);
        for (int x = short.MinValue; x <= short.MaxValue; x++)
        {
            double real = x * unit;
            Assert.InRange(SigmoidTable.Sigmoid((short)x, leftShift, Table) - (32768 / (1 + Math.Exp(-real))), -6, 6);
            Assert.InRange(SigmoidTable.Tanh((short)x, leftShift, Table) - (32768 * Math.Tanh(real)), -10, 10);
        }
    }

    [Fact]
    public void Zero_gives_one_half_and_nothing()
    {
        Assert.Equal(16384, SigmoidTable.Sigmoid(0, 0, Table));
        Assert.Equal(0, SigmoidTable.Tanh(0, 0, Table));
    }

    [Fact]
    public void Follows_its_table_between_the_entries()
    {
        // x = 85 and shift 1: v = 85 * 6 = 510, inside piece 0 of 512. (100 << 9 + 510 * (200 - 100) + 2^9) >> 10 = 100.
        // Tanh has pieces of 256: (200 << 8 + 254 * (900 - 200) - 2^23 + 2^7) >> 8 = -31873.
        var table = new ushort[SigmoidTable.Length];
        (table[0], table[1], table[2]) = (100, 200, 900);
        Assert.Equal(100, SigmoidTable.Sigmoid(85, 1, table));
        Assert.Equal(-31873, SigmoidTable.Tanh(85, 1, table));
    }

    [Theory]
    [InlineData(3, -2, 2)]
    [InlineData(-3, -2, -2)]
    [InlineData(2, -2, 2)]
    public void A_right_shift_rounds_the_tripled_input_with_ties_up(short x, int leftShift, int expected)
    {
        // 9 / 4 = 2, -9 / 4 = -2, 6 / 4 = 1.5 up to 2: read off a table whose first piece rises by 1024 codes an input step.
        var table = new ushort[SigmoidTable.Length];
        table[1] = 1024;
        int sigmoid = SigmoidTable.Sigmoid(x, leftShift, table);
        Assert.Equal(expected > 0 ? expected : 32768 + expected, sigmoid < 0 ? sigmoid + 65536 : sigmoid);
    }

    [Fact]
    public void Ties_below_zero_mirror_those_above()
    {
        // v = 3 and -3. Sigmoid: 1 << 9 is half a code, up to 1 and 32768 - 1. Tanh: 3 * 128 is a code and a half, 2 and -2.
        var table = new ushort[SigmoidTable.Length];
        (table[0], table[1]) = (1, 1);
        Assert.Equal(1, SigmoidTable.Sigmoid(1, 0, table));
        Assert.Equal(32767, SigmoidTable.Sigmoid(-1, 0, table));
        (table[0], table[1]) = (32768, 32768 + 128);
        Assert.Equal(2, SigmoidTable.Tanh(1, 0, table));
        Assert.Equal(-2, SigmoidTable.Tanh(-1, 0, table));
    }

    [Fact]
    public void Beyond_the_table_both_saturate()
    {
        Assert.Equal(32767, SigmoidTable.Sigmoid(short.MaxValue, 3, Table));
        Assert.Equal(1, SigmoidTable.Sigmoid(short.MinValue, 3, Table));
        Assert.Equal(32767, SigmoidTable.Tanh(short.MaxValue, 3, Table));
        Assert.Equal(-32767, SigmoidTable.Tanh(short.MinValue, 3, Table));
    }
}
