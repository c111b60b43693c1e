using System.Runtime.Versioning;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Enumeration;

[UnsupportedOSPlatform("windows")]
public class LinuxPortsTests
{
    [SkippableFact]
    public void Finds_what_usb_says_of_a_board_and_its_stable_path()
    {
        Posix();
        using var machine = new TemporaryFolder();
        const string usb = "sys/devices/pci0000:00/usb1/1-2";
        Device(machine, usb, ("idVendor", "0483\n"), ("idProduct", "374b\n"), ("serial", "0667FF51\n"));
        Device(machine, usb, ("manufacturer", "STMicroelectronics\n"), ("product", "STM32 STLink\n"));
        Device(machine, $"{usb}/1-2:1.2", ("interface", "ST-Link VCP Ctrl\n"));
        Terminal(machine, $"{usb}/1-2:1.2/tty/ttyACM0", device: "../../../1-2:1.2");
        Link(machine, "dev/serial/by-id/usb-STM_0667FF51-if02", "../../ttyACM0");

        Assert.Equal(
            new SerialPortInfo("/dev/ttyACM0", 0x0483, 0x374b, "0667FF51", "STMicroelectronics STM32 STLink ST-Link VCP Ctrl")
            {
                StablePath = "/dev/serial/by-id/usb-STM_0667FF51-if02",
            },
            Assert.Single(LinuxPorts.Find(machine.Path)));
        Assert.Equal("0483:374b", LinuxPorts.Find(machine.Path).Single().UsbId);
    }

    [SkippableFact]
    public void A_serial_adapter_lies_one_folder_deeper_below_its_usb_device()
    {
        Posix();
        using var machine = new TemporaryFolder();
        const string usb = "sys/devices/usb1/1-1";
        Device(machine, usb, ("idVendor", "10c4\n"), ("idProduct", "ea60\n"), ("product", "CP2102N\n"));
        Device(machine, $"{usb}/1-1:1.0", ("interface", "UART Bridge\n"));
        Terminal(machine, $"{usb}/1-1:1.0/ttyUSB0/tty/ttyUSB0", device: "../../../ttyUSB0");
        Assert.Equal(
            new SerialPortInfo("/dev/ttyUSB0", 0x10c4, 0xea60, null, "CP2102N UART Bridge"), Assert.Single(LinuxPorts.Find(machine.Path)));
    }

    [SkippableFact]
    public void Lists_a_uart_with_a_chip_and_passes_over_consoles_and_sockets_without_one()
    {
        Posix();
        using var machine = new TemporaryFolder();
        Device(machine, "sys/devices/platform/serial8250");
        Device(machine, "sys/devices/virtual/tty/tty0");
        Link(machine, "sys/class/tty/tty0", "../../devices/virtual/tty/tty0");
        foreach ((string name, string type) in new[] { ("ttyS0", "4\n"), ("ttyS1", "0\n") })
        {
            Terminal(machine, $"sys/devices/platform/serial8250/tty/{name}", device: "../../../serial8250");
            machine.Write($"sys/devices/platform/serial8250/tty/{name}/type", type);
        }

        Assert.Equal([new SerialPortInfo("/dev/ttyS0", null, null, null, null)], LinuxPorts.Find(machine.Path));
    }

    [SkippableFact]
    public void A_container_without_sysfs_still_has_the_names_of_udev()
    {
        Posix();
        using var machine = new TemporaryFolder();
        Link(machine, "dev/serial/by-id/usb-Arduino_Nano_33_BLE_86C5-if00", "../../ttyACM3");
        SerialPortInfo port = Assert.Single(LinuxPorts.Find(machine.Path));
        Assert.Equal(("/dev/ttyACM3", "usb-Arduino_Nano_33_BLE_86C5-if00"), (port.Path, port.Description));
        Assert.Equal("/dev/serial/by-id/usb-Arduino_Nano_33_BLE_86C5-if00", port.StablePath);
    }

    [SkippableFact]
    public void Odd_entries_cost_their_fields_and_nothing_else()
    {
        Posix();
        using var machine = new TemporaryFolder();
        const string usb = "sys/devices/usb1/1-1";
        Device(machine, usb, ("idVendor", "not hex\n"), ("idProduct", "12345\n"), ("serial", "\n"));
        machine.Write($"{usb}/product", [0x1B, (byte)'[', (byte)'2', (byte)'J', 0xFF, (byte)'x', 0, (byte)'\n']);
        machine.Write($"{usb}/manufacturer", new byte[100_000]);
        Directory.CreateDirectory(machine[$"{usb}/1-1:1.0/interface"]);
        Terminal(machine, $"{usb}/1-1:1.0/tty/ttyACM0", device: "../../../1-1:1.0");

        machine.Write("sys/class/tty/file", "no folder");
        Link(machine, "sys/class/tty/gone", "../../devices/gone");
        Link(machine, "sys/class/tty/loop", "loop");
        Terminal(machine, "sys/devices/virtual/tty/ttyX", device: "nowhere");
        Link(machine, "dev/serial/by-id/loop", "loop");
        machine.Write("dev/serial/by-id/file", "no link");

        SerialPortInfo port = Assert.Single(LinuxPorts.Find(machine.Path), port => port.StablePath is null);
        Assert.Equal(new SerialPortInfo("/dev/ttyACM0", null, null, null, "[2J\ufffdx"), port);
        Assert.Null(port.UsbId);
    }

    [Fact]
    public void A_machine_without_any_has_none()
    {
        using var machine = new TemporaryFolder();
        Assert.Empty(LinuxPorts.Find(machine.Path));
        Assert.Empty(LinuxPorts.Find(machine["nothing"]));
    }

    private static void Posix() => Skip.If(OperatingSystem.IsWindows(), "Symbolic links need rights on Windows.");

    private static void Device(TemporaryFolder machine, string path, params (string Name, string Content)[] attributes)
    {
        Directory.CreateDirectory(machine[path]);
        foreach ((string name, string content) in attributes)
            machine.Write($"{path}/{name}", content);
    }

    private static void Terminal(TemporaryFolder machine, string path, string device)
    {
        Directory.CreateDirectory(machine[path]);
        Link(machine, $"{path}/device", device);
        Link(machine, "sys/class/tty/" + Path.GetFileName(path), "../../../" + path);
    }

    private static void Link(TemporaryFolder machine, string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(machine[path])!);
        File.CreateSymbolicLink(machine[path], target);
    }
}
