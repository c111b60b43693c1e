using System.Globalization;
using System.Text.Json;
using Tiny.Bench.Boards.Flashing;

namespace Tiny.Bench.Boards.Catalog;

/// <summary>Reads one file of the catalogue.</summary>
internal static class BoardReader
{
    private const long LargestMemory = 1L << 40;
    private const long FastestClock = 100_000_000_000;
    private const int FastestBaud = 12_000_000;

    /// <summary>Reads a board.</summary>
    /// <param name="file">The file; its name without extension must be the board's id.</param>
    /// <param name="json">Its content.</param>
    /// <exception cref="CatalogException">All faults of the file together.</exception>
    public static BoardDescription Read(string file, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new CatalogException(file, ["$: is no object; expected the object that describes a board"]);
            var faults = new List<string>();
            BoardDescription board = ReadBoard(new CatalogSection(document.RootElement, "$", faults), Path.GetFileNameWithoutExtension(file));
            return faults.Count == 0 ? board : throw new CatalogException(file, faults);
        }
        catch (JsonException problem)
        {
            throw new CatalogException(file, [$"$: is no JSON as expected: {problem.Message}"], problem);
        }
        catch (InvalidOperationException problem)
        {
            // Invalid UTF-8, or half a surrogate pair.
            throw new CatalogException(file, ["$: holds a text that is not Unicode; expected UTF-8"], problem);
        }
    }

    private static BoardDescription ReadBoard(CatalogSection root, string name)
    {
        string id = root.Text("id");
        if (id.Length > 0 && !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            root.Fault("id", $"is \"{id}\"; expected lower-case letters, digits and hyphens");
        else if (id.Length > 0 && id != name)
            root.Fault("id", $"is \"{id}\"; expected \"{name}\", the name of the file");

        var board = new BoardDescription
        {
            Id = id,
            Title = root.Text("title"),
            Vendor = root.Text("vendor"),
            Kind = root.Parsed("kind", "one of hardware, virtual, process", ParseKind),
            Processor = ReadProcessor(root.Object("processor")),
            Memory = Optional(root, "memory", ReadMemory),
            Accelerator = Optional(root, "accelerator", section => new AcceleratorFacts(section.Text("name"), section.Text("source"))),
            Serial = Optional(root, "serial", section => new SerialFacts((int)section.Number("baud", 50, FastestBaud), section.Text("source"))),
            Usb = Optional(root, "usb", ReadUsb),
            Flash = [.. root.Items("flash").Select(ReadFlash)],
            Dialect = Optional(root, "dialect", section => new DialectFacts(section.Text("library"), section.Text("dialect"), section.Text("source"))),
            Firmware = Optional(root, "firmware", ReadFirmware),
            Machine = Optional(root, "machine", ReadMachine),
        };
        root.RefuseOthers();
        CheckKind(root, board);
        return board;
    }

    private static void CheckKind(CatalogSection root, BoardDescription board)
    {
        if (board.Kind == BoardKind.Hardware && board.Serial is null)
            root.Fault("serial", "is missing; expected an object, as for every board of kind hardware");
        if (board.Kind == BoardKind.Virtual && board.Machine is null)
            root.Fault("machine", "is missing; expected an object, as for every board of kind virtual");
        if (board.Kind == BoardKind.Virtual && board.Firmware is null)
            root.Fault("firmware", "is missing; expected an object, as for every board of kind virtual");
        if (board.Kind == BoardKind.Process && board.Firmware is null)
            root.Fault("firmware", "is missing; expected an object, as for every board of kind process");
        if (board.Kind != BoardKind.Virtual && board.Machine is not null)
            root.Fault("machine", "stands in a board that is not virtual; expected no such member");
    }

    private static BoardKind? ParseKind(string text) => text switch
    {
        "hardware" => BoardKind.Hardware,
        "virtual" => BoardKind.Virtual,
        "process" => BoardKind.Process,
        _ => null,
    };

    private static T? Optional<T>(CatalogSection root, string key, Func<CatalogSection, T> read)
        where T : class
    {
        if (root.OptionalObject(key) is not { } section)
            return null;
        T facts = read(section);
        section.RefuseOthers();
        return facts;
    }

    private static ProcessorFacts ReadProcessor(CatalogSection section)
    {
        var facts = new ProcessorFacts(
            section.Text("core"), section.Text("instructionSet"), section.OptionalNumber("clockHz", 1, FastestClock), section.Text("source"));
        section.RefuseOthers();
        return facts;
    }

    private static MemoryFacts ReadMemory(CatalogSection section) => new(
        section.OptionalNumber("ramBytes", 1, LargestMemory), section.OptionalNumber("flashBytes", 1, LargestMemory), section.Text("source"));

    private static UsbFacts ReadUsb(CatalogSection section)
    {
        var ids = new List<UsbId>();
        foreach (string text in section.Texts("ids"))
        {
            if (UsbId.TryParse(text, out UsbId id))
                ids.Add(id);
            else
                section.Fault("ids", $"holds \"{text}\"; expected vendor and product id like 0483:374b");
        }

        if (ids.Count == 0)
            section.Fault("ids", "holds no id; expected at least one like 0483:374b");
        return new UsbFacts(ids, section.Text("adapter"), section.Text("source"));
    }

    private static FlashCommand ReadFlash(CatalogSection section)
    {
        var command = new FlashCommand(
            section.Text("tool"), section.Texts("arguments"), section.Texts("probe"), section.OptionalText("before"), section.Text("source"));
        section.RefuseOthers();
        if (command.Tool.Length > 0 && FlashTool.Find(command.Tool) is null)
            section.Fault("tool", $"is \"{command.Tool}\"; expected one of {string.Join(", ", FlashTool.Known.Select(tool => tool.Name))}");
        if (!command.Arguments.Any(FlashArguments.NamesFile))
            section.Fault("arguments", $"name no file; expected {FlashArguments.File} or {FlashArguments.TclFile} in one of them");
        return command;
    }

    private static FirmwareFacts ReadFirmware(CatalogSection section)
    {
        string port = section.Text("port");
        if (port.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
            section.Fault("port", $"is \"{port}\"; expected the name of a folder: letters, digits and hyphens");
        return new FirmwareFacts(port, section.Text("compiler"), section.Texts("packages"), section.Text("source"));
    }

    private static VirtualMachineFacts ReadMachine(CatalogSection section)
    {
        CatalogSection plan = section.Object("plan");
        var facts = new VirtualMachineFacts
        {
            Emulator = section.Text("emulator"),
            Machine = section.Text("machine"),
            Arguments = section.Texts("arguments"),
            InstructionShift = (int)section.Number("instructionShift", 0, 10),
            Plan = new PlanRegion(plan.Parsed("address", "an address like 0x21000000", ParseAddress), (int)plan.Number("capacityBytes", 1, int.MaxValue)),
            ArenaBytes = (int)section.Number("arenaBytes", 1, int.MaxValue),
            DataBytes = (int)section.Number("dataBytes", 1, int.MaxValue),
            Source = section.Text("source"),
        };
        plan.RefuseOthers();
        return facts;
    }

    private static uint? ParseAddress(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal)
        && uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint address)
            ? address
            : null;
}
