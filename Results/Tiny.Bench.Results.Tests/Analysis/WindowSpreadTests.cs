namespace Tiny.Bench.Results.Analysis;

public class WindowSpreadTests
{
    [Fact]
    public void Describes_five_windows()
    {
        // Distances from 23: 1, 0, 1, 77, 2; their middle is 1.
        var spread = WindowSpread.Of([22, 23, 24, 100, 21]);
        Assert.Equal(new WindowSpread(5, 23, 21, 100, 1), spread);
        Assert.Equal(79.0 / 23, spread.RelativeRange);
    }

    [Fact]
    public void Refuses_nothing_and_what_is_no_number()
    {
        Assert.Throws<ArgumentException>(() => WindowSpread.Of([]));
        Assert.Throws<ArgumentException>(() => WindowSpread.Of([1, double.NaN]));
    }
}
