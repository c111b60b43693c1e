using Tiny.Bench.Core;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Catalog;

public sealed class BoardCatalogTests : IDisposable
{
    private const string Good = """
        {
          "id": "my-board", "title": "My Board", "vendor": "Me", "kind": "hardware",
          "processor": { "core": "Cortex-M4", "instructionSet": "Armv7E-M", "clockHz": 64000000, "source": "data sheet 1" },
          "serial": { "baud": 9600, "source": "data sheet 2" }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_the_user_is_added()
    {
        _folder.Write("my-board.json", Good);
        _folder.Write("notes.txt", "not a board");
        var catalog = BoardCatalog.Load(BoardCatalog.DefaultFolder, _folder.Path);
        BoardDescription board = catalog.Find("my-board")!;
        Assert.Equal(("My Board", 9600, "serial:PORT@9600"), (board.Title, board.Serial!.Baud, board.Target));
        Assert.NotNull(catalog.Find("mps2-an386"));
        Assert.Null(catalog.Find("MY-BOARD"));
    }

    [Fact]
    public void One_id_in_two_folders_is_an_error_that_names_both()
    {
        string first = _folder.Write("a/my-board.json", Good);
        string second = _folder.Write("b/my-board.json", Good);
        CatalogException error = Assert.Throws<CatalogException>(() => BoardCatalog.Load(_folder["a"], _folder["b"]));
        Assert.Equal(second, error.Where);
        Assert.Equal([$"$.id: is \"my-board\", which {first} describes too; expected an id of its own"], error.Faults);
    }

    [Fact]
    public void A_folder_that_is_not_there_or_empty_is_an_error()
    {
        Assert.Throws<MissingFileException>(() => BoardCatalog.Load(_folder["none"]));
        Assert.Throws<MissingFileException>(() => BoardCatalog.Load(_folder.Path));
    }

    [Theory]
    [InlineData("\"vendor\": \"Me\",", "", "$.vendor: is missing; expected a text")]
    [InlineData("\"Me\"", "7", "$.vendor: is 7; expected a text")]
    [InlineData("\"Me\"", "\" \"", "$.vendor: is \" \"; expected a text")]
    [InlineData("\"hardware\"", "\"toy\"", "$.kind: is \"toy\"; expected one of hardware, virtual, process")]
    [InlineData("64000000", "\"fast\"", "$.processor.clockHz: is \"fast\"; expected a whole number from 1 to 100000000000")]
    [InlineData("64000000", "6.5", "$.processor.clockHz: is 6.5; expected a whole number from 1 to 100000000000")]
    [InlineData("64000000", "1e99", "$.processor.clockHz: is 1e99; expected a whole number from 1 to 100000000000")]
    [InlineData("9600", "-1", "$.serial.baud: is -1; expected a whole number from 50 to 12000000")]
    [InlineData(", \"source\": \"data sheet 2\"", "", "$.serial.source: is missing; expected a text")]
    [InlineData("\"id\": \"my-board\"", "\"id\": \"your-board\"", "$.id: is \"your-board\"; expected \"my-board\", the name of the file")]
    [InlineData("\"id\": \"my-board\"", "\"id\": \"My Board\"", "$.id: is \"My Board\"; expected lower-case letters, digits and hyphens")]
    [InlineData("\"baud\": 9600", "\"baud\": 9600, \"parity\": \"odd\"", "$.serial.parity: is not known; expected one of baud, source")]
    [InlineData("\"kind\"", "\"machine\": {}, \"kind\"", "$.machine: stands in a board that is not virtual; expected no such member")]
    [InlineData("\"kind\"", "\"flash\": [{ \"tool\": \"hammer\", \"arguments\": [\"{file}\"], \"source\": \"x\" }], \"kind\"", "$.flash[0].tool: is \"hammer\"; expected one of bossac, dfu-util, esptool, openocd, picotool, pyocd, stm32cubeprogrammer")]
    [InlineData("\"kind\"", "\"flash\": [{ \"tool\": \"pyocd\", \"arguments\": [\"flash\"], \"source\": \"x\" }], \"kind\"", "$.flash[0].arguments: name no file; expected {file} or {tclFile} in one of them")]
    [InlineData("\"kind\"", "\"flash\": [7], \"kind\"", "$.flash[0]: is 7; expected an object")]
    [InlineData("\"kind\"", "\"flash\": {}, \"kind\"", "$.flash: is an object; expected an array")]
    [InlineData("\"kind\"", "\"usb\": { \"ids\": [\"0483-374b\"], \"adapter\": \"a\", \"source\": \"x\" }, \"kind\"", "$.usb.ids: holds \"0483-374b\"; expected vendor and product id like 0483:374b")]
    public void A_fault_is_told_with_file_path_and_what_was_expected(string find, string put, string fault)
    {
        string path = _folder.Write("my-board.json", Good.Replace(find, put, StringComparison.Ordinal));
        CatalogException error = Assert.Throws<CatalogException>(() => BoardCatalog.Load(_folder.Path));
        Assert.Equal(path, error.Where);
        Assert.Contains(fault, error.Faults, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("null")]
    [InlineData("""{ "id": "my-board", "id": "my-board" }""")]
    [InlineData("""{ "id": "\ud800" }""")]
    [InlineData("""{ "kind": "\ud800" }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    public void What_is_no_board_at_all_is_a_located_error(string text)
    {
        string path = _folder.Write("my-board.json", text);
        Assert.Equal(path, Assert.Throws<CatalogException>(() => BoardCatalog.Load(_folder.Path)).Where);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_located_error()
    {
        string path = _folder.Write("my-board.json", [.. "{\"id\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        Assert.Equal(path, Assert.Throws<CatalogException>(() => BoardCatalog.Load(_folder.Path)).Where);
    }

    [Fact]
    public void All_faults_are_told_together()
    {
        _folder.Write("my-board.json", "{}");
        CatalogException error = Assert.Throws<CatalogException>(() => BoardCatalog.Load(_folder.Path));
        Assert.Equal(
            ["$.id", "$.title", "$.vendor", "$.kind", "$.processor", "$.serial"],
            error.Faults.Select(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)]).ToArray());
    }

    [Fact]
    public void A_virtual_board_needs_its_machine_and_our_firmware()
    {
        _folder.Write("my-board.json", Good.Replace("hardware", "virtual", StringComparison.Ordinal));
        CatalogException error = Assert.Throws<CatalogException>(() => BoardCatalog.Load(_folder.Path));
        Assert.Equal(
            [
                "$.machine: is missing; expected an object, as for every board of kind virtual",
                "$.firmware: is missing; expected an object, as for every board of kind virtual",
            ],
            error.Faults);
    }

    [Fact]
    public void A_process_needs_our_firmware()
    {
        _folder.Write("my-board.json", Good.Replace("hardware", "process", StringComparison.Ordinal));
        CatalogException error = Assert.Throws<CatalogException>(() => BoardCatalog.Load(_folder.Path));
        Assert.Equal(["$.firmware: is missing; expected an object, as for every board of kind process"], error.Faults);
    }
}
