using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Tools;

namespace Tiny.Bench.Boards.Flashing;

/// <summary>The command lines are written out by hand from each tool's manual.</summary>
public class FlashArgumentsTests
{
    private static readonly BoardCatalog Catalog = BoardCatalog.Load();

    [Theory]
    [InlineData("nucleo-l4r5zi", "openocd", "-f|board/st_nucleo_l4.cfg|-c|program {/fw/a b.elf} verify reset exit")]
    [InlineData("nucleo-l4r5zi", "stm32cubeprogrammer", "--connect|port=swd|reset=HWrst|--download|/fw/a b.elf|--start")]
    [InlineData("nucleo-u575zi-q", "pyocd", "flash|--target|stm32u575zitx|/fw/a b.elf")]
    [InlineData("arduino-nano-33-ble-sense", "bossac", "--port=/dev/ttyACM3|-U|-i|-e|-w|/fw/a b.elf|-R")]
    [InlineData("arduino-portenta-h7", "dfu-util", "--device|2341:035b|-D|/fw/a b.elf|-a0|--dfuse-address=0x08040000:leave")]
    [InlineData("raspberry-pi-pico", "picotool", "load|-v|-x|/fw/a b.elf")]
    [InlineData("esp32-s3-devkitc", "esptool", "--chip|esp32s3|--port|/dev/ttyACM3|write_flash|0x0|/fw/a b.elf")]
    public void A_command_line_names_file_and_port(string board, string tool, string expected) =>
        Assert.Equal(expected.Split('|'), Fill(board, tool, "/fw/a b.elf", probeSerial: null));

    [Theory]
    [InlineData("nucleo-l4r5zi", "openocd", "-f|board/st_nucleo_l4.cfg|-c|adapter serial 066EFF|-c|program {/fw/a.elf} verify reset exit")]
    [InlineData("nucleo-u575zi-q", "pyocd", "flash|--target|stm32u575zitx|--uid|066EFF|/fw/a.elf")]
    [InlineData("nucleo-l4r5zi", "stm32cubeprogrammer", "--connect|port=swd|sn=066EFF|reset=HWrst|--download|/fw/a.elf|--start")]
    public void One_of_several_debug_adapters_is_picked_by_its_serial_number(string board, string tool, string expected) =>
        Assert.Equal(expected.Split('|'), Fill(board, tool, "/fw/a.elf", "066EFF"));

    [Fact]
    public void The_name_of_a_place_inside_a_path_is_left_alone() =>
        Assert.Equal(["/fw/{port}{file}.elf", "--port=/dev/ttyACM3"], FlashArguments.Fill(Of("{file}", "--port={port}"), "/fw/{port}{file}.elf", "/dev/ttyACM3", probeSerial: null));

    [Theory]
    [InlineData("/fw/a}; shutdown; {b.elf")]
    [InlineData("/fw/a\\b.elf")]
    [InlineData("/fw/a\nb.elf")]
    public void A_file_that_could_break_out_of_its_Tcl_quotes_is_refused(string file) =>
        Assert.Throws<ToolException>(() => Fill("nucleo-l4r5zi", "openocd", file, probeSerial: null));

    [Fact]
    public void Other_signs_of_Tcl_are_only_signs_in_its_quotes() =>
        Assert.Equal("program {/fw/$x [exit] \"; #.elf} verify reset exit", Fill("nucleo-l4r5zi", "openocd", "/fw/$x [exit] \"; #.elf", probeSerial: null)[^1]);

    [Fact]
    public void A_file_that_looks_like_an_option_is_given_with_its_folder() =>
        Assert.Equal([Path.GetFullPath("-erase.elf")], FlashArguments.Fill(Of("{file}"), "-erase.elf", port: null, probeSerial: null));

    [Fact]
    public void A_port_that_is_needed_must_be_given()
    {
        Assert.True(FlashArguments.NeedPort(Of("{file}", "{port}")));
        Assert.False(FlashArguments.NeedPort(Of("{file}")));
        Assert.Throws<ArgumentException>(() => FlashArguments.Fill(Of("{file}", "{port}"), "/a", port: null, probeSerial: null));
    }

    private static FlashCommand Of(params string[] arguments) => new("pyocd", arguments, [], Before: null, "test");

    private static IReadOnlyList<string> Fill(string board, string tool, string file, string? probeSerial) => FlashArguments.Fill(
        Catalog.Find(board)!.Flash.Single(command => command.Tool == tool), file, "/dev/ttyACM3", probeSerial);
}
