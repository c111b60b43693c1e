using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Enumeration;

public class SerialPortListTests
{
    [Fact]
    public void Numbers_in_names_count_as_numbers()
    {
        string[] names = ["/dev/ttyUSB0", "/dev/ttyACM10", "/dev/ttyACM2", "/dev/ttyACM1"];
        IEnumerable<SerialPortInfo> ports = names.Select(name => new SerialPortInfo(name, null, null, null, null));
        string[] ordered = [.. SerialPortList.InOrder(ports).Select(port => port.Path)];
        Assert.Equal(["/dev/ttyACM1", "/dev/ttyACM2", "/dev/ttyACM10", "/dev/ttyUSB0"], ordered);
    }

    [Fact]
    public void Every_port_of_this_machine_has_a_path() =>
        Assert.All(SerialPortList.Find(), port => Assert.False(string.IsNullOrWhiteSpace(port.Path)));

    [Fact]
    public void A_mac_lists_its_call_out_devices()
    {
        using var devices = new TemporaryFolder();
        foreach (string name in new[] { "cu.usbmodem14203", "tty.usbmodem14203", "disk0" })
            devices.Write(name, "");
        Assert.Equal([new SerialPortInfo(devices["cu.usbmodem14203"], null, null, null, "usbmodem14203")], MacPorts.Find(devices.Path));
        Assert.Empty(MacPorts.Find(devices["nothing"]));
    }

    [Theory]
    [InlineData("VID_0483&PID_374B&MI_02", 0x0483, 0x374B)]
    [InlineData("vid_10c4&pid_ea60", 0x10C4, 0xEA60)]
    public void Reads_the_ids_in_a_name_of_windows(string text, int vendor, int product)
    {
        Assert.True(UsbHardwareId.TryParse(text, out UsbHardwareId id));
        Assert.Equal((vendor, product), (id.Vendor, id.Product));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ROOT_HUB30")]
    [InlineData("VID_0483")]
    [InlineData("VID_0483&PID_37")]
    [InlineData("VID_048G&PID_374B")]
    [InlineData("PID_374B&VID_0483")]
    public void Refuses_a_name_without_ids(string text) => Assert.False(UsbHardwareId.TryParse(text, out _));
}
