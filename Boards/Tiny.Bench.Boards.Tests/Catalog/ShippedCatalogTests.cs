using Tiny.Bench.Boards.Flashing;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Catalog;

public class ShippedCatalogTests
{
    private static readonly BoardCatalog Shipped = BoardCatalog.Load();

    [Theory]
    [InlineData("nucleo-l4r5zi", "Cortex-M4", 120_000_000, 640)]
    [InlineData("nucleo-h7a3zi-q", "Cortex-M7", 280_000_000, 1184)]
    [InlineData("nucleo-u575zi-q", "Cortex-M33", 160_000_000, 768)]
    [InlineData("b-u585i-iot02a", "Cortex-M33", 160_000_000, 768)]
    [InlineData("disco-f746ng", "Cortex-M7", 216_000_000, 340)]
    [InlineData("nrf5340-dk", "Cortex-M33", 128_000_000, 512)]
    [InlineData("arduino-nano-33-ble-sense", "Cortex-M4", 64_000_000, 256)]
    [InlineData("raspberry-pi-pico", "Cortex-M0+", 133_000_000, 264)]
    [InlineData("esp32-s3-devkitc", "Xtensa LX7", 240_000_000, 512)]
    [InlineData("ek-ra8d1", "Cortex-M85", 480_000_000, 1024)]
    [InlineData("max78000fthr", "Cortex-M4", 100_000_000, 128)]
    [InlineData("hifive1-revb", "SiFive E31", 320_000_000, 16)]
    public void A_board_is_as_its_vendor_says(string id, string core, long clockHz, long ramKibibytes)
    {
        BoardDescription board = Shipped.Find(id)!;
        Assert.Equal(BoardKind.Hardware, board.Kind);
        Assert.Equal(core, board.Processor.Core);
        Assert.Equal(clockHz, board.Processor.ClockHz);
        Assert.Equal(ramKibibytes * 1024, board.Memory!.RamBytes);
    }

    [Theory]
    [InlineData("stm32n6570-dk", "Neural-ART")]
    [InlineData("max78000fthr", "CNN")]
    [InlineData("alif-ensemble-e8-dk", "Ethos-U55")]
    public void An_accelerator_is_named(string id, string name) =>
        Assert.Contains(name, Shipped.Find(id)!.Accelerator!.Name, StringComparison.Ordinal);

    [Theory]
    [InlineData("mps2-an386", "qemu-system-arm", "mps2-an386", 8, 0x21000000u, 8 << 20, 2 << 20, 65536)]
    [InlineData("mps2-an500", "qemu-system-arm", "mps2-an500", 8, 0x60000000u, 8 << 20, 2 << 20, 65536)]
    [InlineData("mps3-an547", "qemu-system-arm", "mps3-an547", 8, 0x60000000u, 8 << 20, 2 << 20, 65536)]
    [InlineData("netduinoplus2", "qemu-system-arm", "netduinoplus2", 0, 0x08040000u, 768 << 10, 128 << 10, 27648)]
    [InlineData("riscv32-virt", "qemu-system-riscv32", "virt", 0, 0x84000000u, 8 << 20, 2 << 20, 65536)]
    public void A_virtual_board_tells_how_to_start_it(string id, string emulator, string machine, int shift, uint plan, int capacity, int arena, int data)
    {
        BoardDescription board = Shipped.Find(id)!;
        Assert.Equal(BoardKind.Virtual, board.Kind);
        Assert.Equal($"qemu:{id}", board.Target);
        Assert.Equal(id, board.Firmware!.Port);
        Assert.Null(board.Processor.ClockHz);
        VirtualMachineFacts facts = board.Machine!;
        Assert.Equal((emulator, machine, shift), (facts.Emulator, facts.Machine, facts.InstructionShift));
        Assert.Equal(new PlanRegion(plan, capacity), facts.Plan);
        Assert.Equal((arena, data), (facts.ArenaBytes, facts.DataBytes));
    }

    [Fact]
    public void A_plan_of_the_small_board_ends_with_its_flash()
    {
        VirtualMachineFacts facts = Shipped.Find("netduinoplus2")!.Machine!;
        Assert.Equal(0x08000000u + (1u << 20), facts.Plan.Address + (uint)facts.Plan.CapacityBytes);
    }

    [Fact]
    public void The_riscv_machine_starts_without_a_bios() =>
        Assert.Equal(["-bios", "none"], Shipped.Find("riscv32-virt")!.Machine!.Arguments);

    [Fact]
    public void The_host_port_is_a_process() =>
        Assert.Equal((BoardKind.Process, "host"), (Shipped.Find("host-firmware")!.Kind, Shipped.Find("host-firmware")!.Firmware!.Port));

    [Fact]
    public void Every_flash_tool_is_used_by_a_board() =>
        Assert.Equal(
            FlashTool.Known.Select(tool => tool.Name).ToArray(),
            Shipped.Boards.SelectMany(board => board.Flash).Select(command => command.Tool).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray());

    [Fact]
    public void Every_file_of_the_repository_is_shipped()
    {
        IEnumerable<string> files = Directory.GetFiles(Path.Combine(Repository.Root, "Boards", "Catalog"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(files.Order(StringComparer.Ordinal).ToArray(), Shipped.Boards.Select(board => board.Id).Order(StringComparer.Ordinal).ToArray());
    }

    [Fact]
    public void Boards_with_one_debug_adapter_look_alike()
    {
        Assert.True(UsbId.TryParse("0483:374b", out UsbId adapter));
        Assert.Equal(["disco-f746ng", "nucleo-l4r5zi"], Shipped.Matching(adapter).Select(board => board.Id).ToArray());
    }
}
