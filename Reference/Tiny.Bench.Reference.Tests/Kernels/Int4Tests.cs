namespace Tiny.Bench.Reference.Kernels;

public sealed class Int4Tests
{
    [Fact]
    public void The_low_nibble_comes_first_and_both_have_a_sign()
    {
        var values = new sbyte[4];
        Int4.Unpack([0x87, 0xF0], values);

        Assert.Equal([7, -8, 0, -1], values);
    }

    [Fact]
    public void An_odd_count_leaves_the_last_high_nibble()
    {
        var values = new sbyte[3];
        Int4.Unpack([0x21, 0xF3], values);

        Assert.Equal([1, 2, 3], values);
    }

    [Fact]
    public void Every_nibble_has_its_value()
    {
        for (int value = -8; value < 8; value++)
        {
            var values = new sbyte[2];
            Int4.Unpack([(byte)((value & 15) * 0x11)], values);
            Assert.Equal([(sbyte)value, (sbyte)value], values);
        }
    }
}
