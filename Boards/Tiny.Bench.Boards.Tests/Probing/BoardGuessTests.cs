using Tiny.Bench.Boards.Catalog;

namespace Tiny.Bench.Boards.Probing;

public class BoardGuessTests
{
    private static readonly BoardCatalog Catalog = BoardCatalog.Load();
    private static readonly UsbId StLink = new(0x0483, 0x374b);

    [Fact]
    public void Boards_with_the_same_adapter_are_all_likely() =>
        Assert.Equal(["disco-f746ng", "nucleo-l4r5zi"], Ids(StLink, new ProbeAnswer("STMicroelectronics", "kws01")));

    [Fact]
    public void A_device_that_names_its_board_is_that_board() =>
        Assert.Equal(["nucleo-l4r5zi"], Ids(StLink, new ProbeAnswer("Tiny.Bench nucleo-l4r5zi", Model: null)));

    [Theory]
    [InlineData("host", "host-firmware")]
    [InlineData("mps2-an386", "mps2-an386")]
    public void Our_firmware_tells_the_port_that_it_was_built_for(string port, string board) =>
        Assert.Equal([board], Ids(StLink, new ProbeAnswer("Tiny.Bench", "kws01", port)));

    [Fact]
    public void A_port_that_the_catalogue_does_not_have_is_no_sign() =>
        Assert.Equal(["disco-f746ng", "nucleo-l4r5zi"], Ids(StLink, new ProbeAnswer("Tiny.Bench", "kws01", "my-own")));

    [Fact]
    public void Nothing_is_said_without_a_sign() => Assert.Empty(Ids(usb: null, new ProbeAnswer("unspecified host", "kws01")));

    [Fact]
    public void The_speed_of_a_likely_board_comes_first_and_each_comes_once() =>
        Assert.Equal([115200, 921600, 9600], BoardGuess.Speeds(Catalog, StLink));

    private static string[] Ids(UsbId? usb, ProbeAnswer answer) => [.. BoardGuess.Boards(Catalog, usb, answer).Select(board => board.Id)];
}
