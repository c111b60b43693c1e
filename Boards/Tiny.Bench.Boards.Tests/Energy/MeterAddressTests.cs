using Tiny.Bench.Boards.Targets;

namespace Tiny.Bench.Boards.Energy;

public class MeterAddressTests
{
    [Theory]
    [InlineData("lpm01a:/dev/ttyACM1", MeterKind.Lpm01a, "serial:/dev/ttyACM1@3686400")]
    [InlineData("ppk2:/dev/ttyACM0", MeterKind.Ppk2, "serial:/dev/ttyACM0@115200")]
    [InlineData("lpm01a:tcp://bench:4000", MeterKind.Lpm01a, "tcp://bench:4000")]
    [InlineData("otii:tcp://127.0.0.1:1905", MeterKind.Otii, "tcp://127.0.0.1:1905")]
    public void Names_a_meter_and_its_link(string text, MeterKind kind, string link)
    {
        var address = MeterAddress.Parse(text);
        Assert.Equal((kind, link, null), (address.Kind, address.Link!.ToString(), address.Emulated));
    }

    [Fact]
    public void An_emulated_one_has_no_link() =>
        Assert.Equal((MeterKind.Ppk2, null), (MeterAddress.Parse("emulated:ppk2").Emulated, MeterAddress.Parse("emulated:ppk2").Link));

    [Theory]
    [InlineData("", "has no known form")]
    [InlineData("lpm01a", "has no known form")]
    [InlineData("lpm01a:", "has no known form")]
    [InlineData("keysight:/dev/usbtmc0", "is no meter that is known")]
    [InlineData("emulated:otii", "is no meter that is known")]
    [InlineData("otii:host", "is no meter that is known")]
    [InlineData("js220:1", "a Joulescope is not driven: record with its own program")]
    public void Anything_else_is_told(string text, string problem)
    {
        TargetAddressException error = Assert.Throws<TargetAddressException>(() => MeterAddress.Parse(text));
        Assert.StartsWith($"meter \"{text}\"", error.Where, StringComparison.Ordinal);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }
}
