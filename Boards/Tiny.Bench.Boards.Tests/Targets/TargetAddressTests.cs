namespace Tiny.Bench.Boards.Targets;

public class TargetAddressTests
{
    [Theory]
    [InlineData("host", TargetScheme.Host, "", null, null)]
    [InlineData("qemu:mps2-an386", TargetScheme.Qemu, "mps2-an386", null, null)]
    [InlineData("serial:/dev/ttyACM0@921600", TargetScheme.Serial, "/dev/ttyACM0", 921600, null)]
    [InlineData("serial:/dev/by@id/x@9600", TargetScheme.Serial, "/dev/by@id/x", 9600, null)]
    [InlineData("tcp://lab.local:4000", TargetScheme.Tcp, "lab.local", null, 4000)]
    [InlineData("tcp://[::1]:65535", TargetScheme.Tcp, "[::1]", null, 65535)]
    [InlineData("unix:///run/board.sock", TargetScheme.Unix, "/run/board.sock", null, null)]
    [InlineData("replay:logs/a b.txt", TargetScheme.Replay, "logs/a b.txt", null, null)]
    public void Reads_every_form_and_writes_it_back(string text, TargetScheme scheme, string name, int? baud, int? port)
    {
        var address = TargetAddress.Parse(text);
        Assert.Equal((scheme, name, baud, port), (address.Scheme, address.Name, address.Baud, address.Port));
        Assert.Equal(text, address.ToString());
        Assert.Equal(address, TargetAddress.Parse(text));
    }

    [Theory]
    [InlineData("serial:COM3", "COM3")]
    [InlineData("serial:/dev/ttyUSB0", "/dev/ttyUSB0")]
    public void A_serial_port_has_the_speed_of_the_official_firmware_when_none_is_given(string text, string name)
    {
        var address = TargetAddress.Parse(text);
        Assert.Equal((name, 115200), (address.Name, address.Baud));
        Assert.Equal($"serial:{name}@115200", address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Host")]
    [InlineData("host:1")]
    [InlineData("ftp://x:1")]
    [InlineData("qemu:")]
    [InlineData("qemu: ")]
    [InlineData("serial:")]
    [InlineData("serial:@9600")]
    [InlineData("serial:/dev/x@")]
    [InlineData("serial:/dev/x@fast")]
    [InlineData("serial:/dev/x@0")]
    [InlineData("serial:/dev/x@-9600")]
    [InlineData("serial:/dev/x@99999999999")]
    [InlineData("tcp://lab")]
    [InlineData("tcp://:4000")]
    [InlineData("tcp://lab:0")]
    [InlineData("tcp://lab:65536")]
    [InlineData("tcp://::1:4000")]
    [InlineData("tcp://lab/x:4000")]
    [InlineData("unix://relative")]
    [InlineData("unix:///")]
    [InlineData("unix:/run/x")]
    [InlineData("replay:")]
    public void Refuses_anything_else_and_lists_the_forms(string text)
    {
        var error = Assert.Throws<TargetAddressException>(() => TargetAddress.Parse(text));
        Assert.Contains($"\"{text}\"", error.Where, StringComparison.Ordinal);
        foreach (string form in new[] { "host,", "qemu:NAME", "serial:PATH[@BAUD]", "tcp://host:port", "unix:///path", "replay:FILE" })
            Assert.Contains(form, error.Problem, StringComparison.Ordinal);
    }
}
