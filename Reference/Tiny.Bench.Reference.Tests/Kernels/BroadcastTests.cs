namespace Tiny.Bench.Reference.Kernels;

public sealed class BroadcastTests
{
    [Fact]
    public void Equal_shapes_meet_element_by_element() => AssertMeets([2, 2], [2, 2], [2, 2], (0, 0), (1, 1), (2, 2), (3, 3));

    [Fact]
    public void Leading_ones_change_nothing() => AssertMeets([2], [1, 1, 2], [1, 1, 2], (0, 0), (1, 1));

    [Fact]
    public void A_column_meets_a_row() => AssertMeets([2, 1], [1, 3], [2, 3], (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2));

    [Fact]
    public void Fewer_axes_align_at_the_last() => AssertMeets([2, 2], [2], [2, 2], (0, 0), (1, 1), (2, 0), (3, 1));

    [Fact]
    public void A_scalar_meets_everything()
    {
        AssertMeets([], [3], [3], (0, 0), (0, 1), (0, 2));
        AssertMeets([3], [], [3], (0, 0), (1, 0), (2, 0));
        AssertMeets([], [], [], (0, 0));
    }

    // Against the coordinates of every element, one axis repeated at a time.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_axis_of_five_repeats(int axis)
    {
        int[] full = [2, 3, 2, 3, 2], thin = [.. full];
        thin[axis] = 1;
        Assert.True(Broadcast.TryCreate(new Shape(full), new Shape(thin), out Broadcast? right));
        Assert.True(Broadcast.TryCreate(new Shape(thin), new Shape(full), out Broadcast? left));
        Assert.Equal(new Shape(full), right.Output);

        for (int at = 0; at < right.Output.ElementCount; at++)
        {
            int[] coordinates = [at / 36, at / 12 % 3, at / 6 % 2, at / 2 % 3, at % 2];
            coordinates[axis] = 0;
            int expected = 0;
            for (int i = 0; i < 5; i++)
                expected = (expected * thin[i]) + coordinates[i];
            Assert.Equal((at, expected), right.Locate(at));
            Assert.Equal((expected, at), left.Locate(at));
        }
    }

    [Fact]
    public void Nothing_meets_nothing()
    {
        Assert.True(Broadcast.TryCreate(new Shape(0, 3), new Shape(1, 3), out Broadcast? broadcast));
        Assert.Equal(new Shape(0, 3), broadcast.Output);
    }

    [Theory]
    [InlineData(new[] { 2 }, new[] { 3 })]
    [InlineData(new[] { 2, 3 }, new[] { 2 })]
    [InlineData(new[] { 0 }, new[] { 2 })]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1 }, new[] { 1 })]
    [InlineData(new[] { 65536, 1 }, new[] { 1, 65536 })] // 2^32 elements
    [InlineData(new[] { 65536, 1, 1 }, new[] { 1, 65536, 0 })]
    public void Other_shapes_do_not_fit(int[] first, int[] second)
    {
        Assert.False(Broadcast.TryCreate(new Shape(first), new Shape(second), out _));
        Assert.False(Broadcast.TryCreate(new Shape(second), new Shape(first), out _));
    }

    private static void AssertMeets(int[] first, int[] second, int[] output, params (int First, int Second)[] expected)
    {
        Assert.True(Broadcast.TryCreate(new Shape(first), new Shape(second), out Broadcast? broadcast));
        Assert.Equal(new Shape(output), broadcast.Output);
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(broadcast.Locate));
    }
}
