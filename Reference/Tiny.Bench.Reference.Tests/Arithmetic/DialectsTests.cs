namespace Tiny.Bench.Reference.Arithmetic;

public sealed class DialectsTests
{
    [Fact]
    public void The_reference_comes_first() =>
        Assert.Equal([Dialect.DoubleRounding, Dialect.SingleRounding, Dialect.Float32, Dialect.HalfUp, Dialect.HalfEven], Dialects.All);

    [Theory]
    [InlineData(Dialect.DoubleRounding, "double-rounding")]
    [InlineData(Dialect.SingleRounding, "single-rounding")]
    [InlineData(Dialect.Float32, "float32")]
    [InlineData(Dialect.HalfUp, "half-up")]
    [InlineData(Dialect.HalfEven, "half-even")]
    public void A_name_and_its_dialect_find_each_other(Dialect dialect, string name)
    {
        Assert.Equal(name, dialect.Name());
        Assert.True(Dialects.TryParse(name, out Dialect found));
        Assert.Equal(dialect, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Float32")]
    [InlineData("half up")]
    public void Other_names_are_refused(string name) => Assert.False(Dialects.TryParse(name, out _));

    [Fact]
    public void A_number_that_is_no_dialect_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Dialect)5).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Dialect)5).Apply(new Requantizer(0, default)));
    }

    // 5, -6 and 2 with a factor of a quarter tell the five apart: 1.25, -1.5 and 0.5.
    [Theory]
    [InlineData(Dialect.DoubleRounding, 2, -2, 1)]
    [InlineData(Dialect.SingleRounding, 1, -1, 1)]
    [InlineData(Dialect.Float32, 1, -2, 1)]
    [InlineData(Dialect.HalfUp, 2, -1, 1)]
    [InlineData(Dialect.HalfEven, 1, -2, 0)]
    public void Each_dialect_applies_its_own_rounding(Dialect dialect, int of5, int ofMinus6, int of2)
    {
        QuantizedMultiplier quarter = new(1 << 30, -1);

        Assert.Equal(of5, dialect.Apply(new Requantizer(5, quarter)));
        Assert.Equal(ofMinus6, dialect.Apply(new Requantizer(-6, quarter)));
        Assert.Equal(of2, dialect.Apply(new Requantizer(2, quarter)));
    }

    // Counted with exact fractions in Python over the same generator: the dialects disagree on about 1 accumulator in 100.
    [Theory]
    [InlineData(Dialect.SingleRounding, 81)]
    [InlineData(Dialect.Float32, 80)]
    [InlineData(Dialect.HalfUp, 80)]
    [InlineData(Dialect.HalfEven, 81)]
    public void Dialects_differ_from_the_reference_on_a_known_share(Dialect dialect, int expected)
    {
        int differing = Accumulators.Usual(10_000).Count(input =>
            dialect.Apply(new Requantizer(input.X, input.Scale)) != DoubleRounding.Requantize(input.X, input.Scale));

        Assert.Equal(expected, differing);
    }

    private sealed class Requantizer(int x, QuantizedMultiplier scale) : IRoundingUser<int>
    {
        public int Use<TRounding>()
            where TRounding : struct, IRounding => TRounding.Requantize(x, scale);
    }
}
