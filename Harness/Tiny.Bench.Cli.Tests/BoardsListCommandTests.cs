using System.Text.Json.Nodes;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Cli.Commands.Boards;
using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Cli;

public class BoardsListCommandTests
{
    // Approved by a reader; a board more is a line more.
    private const string Approved = """
        board                     core             clock      RAM   flash target
        alif-ensemble-e8-dk       Cortex-M55     400 MHz        -       - serial:PORT@115200
        arduino-nano-33-ble-sense Cortex-M4       64 MHz  256 KiB   1 MiB serial:PORT@115200
        arduino-portenta-h7       Cortex-M7            -        -       - serial:PORT@115200
        b-u585i-iot02a            Cortex-M33     160 MHz  768 KiB   2 MiB serial:PORT@115200
        disco-f746ng              Cortex-M7      216 MHz  340 KiB   1 MiB serial:PORT@115200
        ek-ra8d1                  Cortex-M85     480 MHz    1 MiB   2 MiB serial:PORT@115200
        esp32-c3-devkitm          RV32           160 MHz  400 KiB       - serial:PORT@115200
        esp32-s3-devkitc          Xtensa LX7     240 MHz  512 KiB       - serial:PORT@115200
        hifive1-revb              SiFive E31     320 MHz   16 KiB       - serial:PORT@115200
        max78000fthr              Cortex-M4      100 MHz  128 KiB 512 KiB serial:PORT@115200
        nrf5340-dk                Cortex-M33     128 MHz  512 KiB   1 MiB serial:PORT@115200
        nucleo-h7a3zi-q           Cortex-M7      280 MHz 1184 KiB   2 MiB serial:PORT@115200
        nucleo-l4r5zi             Cortex-M4      120 MHz  640 KiB   2 MiB serial:PORT@115200
        nucleo-u575zi-q           Cortex-M33     160 MHz  768 KiB   2 MiB serial:PORT@115200
        raspberry-pi-pico         Cortex-M0+     133 MHz  264 KiB   2 MiB serial:PORT@115200
        stm32n6570-dk             Cortex-M55           -        - 128 MiB serial:PORT@115200
        mps2-an386                Cortex-M4            -   20 MiB   4 MiB qemu:mps2-an386
        mps2-an500                Cortex-M7            -   20 MiB   4 MiB qemu:mps2-an500
        mps3-an547                Cortex-M55           -    2 GiB 512 KiB qemu:mps3-an547
        netduinoplus2             Cortex-M4            -  192 KiB   1 MiB qemu:netduinoplus2
        riscv32-virt              RV32                 -  128 MiB       - qemu:riscv32-virt
        host-firmware             the computer's       -        -       - host-firmware

        """;

    [Fact]
    public void The_table_is_as_approved()
    {
        (int code, string output, string error) = List();
        Assert.Equal((ExitCode.Good, Approved, ""), (code, output, error));
    }

    [Fact]
    public void Json_tells_every_fact_with_its_source()
    {
        JsonNode boards = JsonNode.Parse(List("--json").Output)!["boards"]!;
        Assert.Equal(BoardCatalog.Load().Boards.Count, boards.AsArray().Count);
        JsonNode board = boards.AsArray().Single(node => (string?)node!["id"] == "nucleo-u575zi-q")!;
        Assert.Equal("hardware", (string?)board["kind"]);
        Assert.Equal("0483:374e", (string?)board["usb"]![0]);
        Assert.Equal("float32", (string?)board["dialect"]);
        Assert.Null(board["accelerator"]);
        Assert.Equal(["openocd", "pyocd", "stm32cubeprogrammer"], board["flashTools"]!.AsArray().Select(tool => (string)tool!).ToArray());
        Assert.Equal(
            ["processor", "memory", "serial", "usb", "dialect", "flash openocd", "flash pyocd", "flash stm32cubeprogrammer"],
            board["sources"]!.AsObject().Select(source => source.Key).ToArray());
    }

    [Fact]
    public void Every_expected_dialect_is_one_of_ours() =>
        Assert.All(BoardCatalog.Load().Boards, board => Assert.True(board.Dialect is null || Dialects.TryParse(board.Dialect.Dialect, out _)));

    [Fact]
    public void A_folder_of_boards_is_added_and_a_broken_one_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.json", """
            {
              "id": "mine", "title": "Mine", "vendor": "Me", "kind": "hardware",
              "processor": { "core": "X1", "instructionSet": "X", "source": "me" }, "serial": { "baud": 115200, "source": "me" }
            }
            """);
        Assert.Contains("\nmine ", List("--catalog", folder.Path).Output, StringComparison.Ordinal);
        string broken = folder.Write("broken.json", "{}");
        (int code, string output, string error) = List("--catalog", folder.Path);
        Assert.Equal((ExitCode.WorldFailed, ""), (code, output));
        Assert.StartsWith($"{broken}: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_hang_below_boards() =>
        Assert.Equal(Approved, (await CommandLine.RunAsync("boards", "list")).Output);

    private static (int Code, string Output, string Error) List(params string[] arguments) => CommandRun.Of(BoardsListCommand.Create(), arguments);
}
