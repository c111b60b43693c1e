using System.Text;

namespace Tiny.Bench.Boards.Energy.Lpm01a;

/// <summary>The lines of the stream; the examples are ST's own and the official runner's recording.</summary>
public class Lpm01aLineTests
{
    [Theory]
    [InlineData("6409-07", 640.9e-6)]
    [InlineData("6409-10", 640.9e-9)]
    [InlineData("0000-00", 0)]
    [InlineData("1000+02", 100_000)]
    public void Reads_a_decimal_sample(string line, double value)
    {
        Assert.True(Lpm01aSample.TryParse(Encoding.ASCII.GetBytes(line), out Lpm01aSample sample));
        Assert.Equal(value, sample.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("6409-0")]
    [InlineData("6409-070")]
    [InlineData("6409 07")]
    [InlineData("64a9-07")]
    [InlineData("-409-07")]
    public void Anything_else_is_no_sample(string line) => Assert.False(Lpm01aSample.TryParse(Encoding.ASCII.GetBytes(line), out _));

    [Fact]
    public void Reads_a_binary_sample() => Assert.Equal(0x2A0 / 1048576.0, Lpm01aSample.Of(0x52, 0xA0).Value);

    [Fact]
    public void Reads_a_time_stamp()
    {
        Assert.True(Lpm01aTimeStamp.TryParse("TimeStamp: 012s 345ms, buff 07%"u8, out Lpm01aTimeStamp stamp));
        Assert.Equal(new Lpm01aTimeStamp(12_345, 7), stamp);
    }

    [Theory]
    [InlineData("TimeStamp: 012s 1345ms, buff 07%")]
    [InlineData("TimeStamp: 012s 345ms, buff 07")]
    [InlineData("TimeStamp: -12s 345ms, buff 07%")]
    [InlineData("TimeStamp: ")]
    [InlineData("12s 345ms, buff 07%")]
    public void Anything_else_is_no_time_stamp(string line) => Assert.False(Lpm01aTimeStamp.TryParse(Encoding.ASCII.GetBytes(line), out _));

    [Theory]
    [InlineData("event 07 ris", 7)]
    [InlineData("event 99 fal", 99)]
    public void Reads_an_edge(string line, int number)
    {
        Assert.True(Lpm01aEvent.TryParse(Encoding.ASCII.GetBytes(line), out Lpm01aEvent found));
        Assert.Equal(number, found.Number);
    }

    [Theory]
    [InlineData("event 7 ris")]
    [InlineData("event 07 rise")]
    [InlineData("event 0x ris")]
    [InlineData("event 07 run")]
    public void Anything_else_is_no_edge(string line) => Assert.False(Lpm01aEvent.TryParse(Encoding.ASCII.GetBytes(line), out _));
}
