namespace Tiny.Bench.Boards.Protocol;

public class CapabilitiesTests
{
    // protocol.md section 7.1.
    private static readonly Dictionary<string, string> Board = new(StringComparer.Ordinal)
    {
        ["protocol"] = "1",
        ["board"] = "mps2-an386",
        ["firmware"] = "00",
        ["compiler"] = "gcc",
        ["kernels"] = "portable",
        ["dialect"] = "double-rounding",
        ["timer-hz"] = "25000000",
        ["data-bytes"] = "27648",
        ["arena-bytes"] = "65536",
        ["plan-bytes"] = "0",
        ["frame-bytes"] = "32768",
        ["plan"] = "none",
    };

    [Fact]
    public void What_a_board_without_a_plan_says_is_read()
    {
        var read = Capabilities.Read("port", Board);
        Assert.Equal((25_000_000, 27648, 65536), (read.TimerHertz, read.DataBytes, read.ArenaBytes));
        Assert.Null(read.Plan);
    }

    [Theory]
    [InlineData("timer-hz", "0")]
    [InlineData("timer-hz", "-1")]
    [InlineData("timer-hz", "4294967296")]
    [InlineData("arena-bytes", "many")]
    [InlineData("protocol", "2")]
    public void A_figure_that_cannot_be_is_refused_with_its_key(string key, string value)
    {
        var error = Assert.Throws<ProtocolException>(() => Capabilities.Read("port", new Dictionary<string, string>(Board, StringComparer.Ordinal) { [key] = value }));
        Assert.Equal("port, tb caps", error.Where);
        Assert.Contains(key, error.Problem, StringComparison.Ordinal);
    }
}
