using System.Globalization;
using System.Text;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>
/// Boards/docs/instructions.md: every model on every virtual board with the portable kernels and the port's fast ones. TINYBENCH_INSTRUCTIONS=check
/// counts all anew and compares, =write replaces the page.
/// </summary>
[Collection(VirtualBoardCollection.Name)]
public sealed class InstructionsPageTests(VirtualBoards boards)
{
    private static readonly string? Asked = Environment.GetEnvironmentVariable("TINYBENCH_INSTRUCTIONS");

    private static readonly (string Task, string Golden)[] Models =
    [
        ("kws01", "kws_ref_model.json"), ("vww01", "vww_96_int8.json"), ("ic01", BoardInstructions.ImageClassification),
        ("ic02", "pretrainedResnet_large_int8.json"), ("ad01", "ad01_int8.json"),
    ];

    private static string Page => Path.Combine(Repository.Root, "Boards", "docs", "instructions.md");

    // Of five boards with two libraries each, minutes.
    [SkippableFact]
    public async Task The_page_has_the_counts_of_today()
    {
        Skip.If(string.IsNullOrEmpty(Asked), "Takes minutes: set TINYBENCH_INSTRUCTIONS to check or write.");
        string table = await TableAsync();
        string page = await File.ReadAllTextAsync(Page);
        string counted = page[..page.IndexOf("| board |", StringComparison.Ordinal)] + table;
        if (Asked == "write")
            await File.WriteAllTextAsync(Page, counted);
        else
            Assert.Equal(page, counted);
    }

    [Fact]
    public void The_page_has_two_rows_for_each_virtual_board()
    {
        string[] rows = [.. File.ReadAllLines(Page).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split(" | ")[0][2..])];
        Assert.Equal(VirtualBoards.All.SelectMany(board => new[] { board.Id, board.Id }), rows, StringComparer.Ordinal);
    }

    private async Task<string> TableAsync()
    {
        var compilers = new SortedSet<string>(StringComparer.Ordinal);
        var table = new StringBuilder();
        table.Append("| board | kernels | 3x3, a product |").AppendJoin("|", Models.Select(model => $" {model.Task} ")).Append("|\n");
        table.Append("|---|---|---|").AppendJoin("|", Models.Select(_ => "---")).Append("|\n");
        foreach (string id in VirtualBoards.All.Select(board => board.Id))
        {
            foreach (string? kernels in (string?[])[FirmwareOptions.PortableKernels, null])
                table.Append(await RowAsync(id, kernels, compilers));
        }

        return table.Append("\nBuilt with ").AppendJoin("; ", compilers).Append(".\n").ToString();
    }

    private async Task<string> RowAsync(string id, string? kernels, SortedSet<string> compilers)
    {
        string name = "", product = "";
        var totals = new List<string>();
        foreach ((_, string golden) in Models)
        {
            if (await TryCountAsync(id, kernels, golden) is not { } count)
            {
                totals.Add("does not fit");
                continue;
            }

            name = count.Kernels;
            compilers.Add(count.Compiler);
            totals.Add(count.Operators.Sum().ToString("N0", CultureInfo.InvariantCulture));
            if (golden == BoardInstructions.ImageClassification)
                product = (count.Operators[BoardInstructions.Convolution] / BoardInstructions.ConvolutionProducts).ToString("F3", CultureInfo.InvariantCulture);
        }

        return $"| {id} | {name} | {product} | {string.Join(" | ", totals)} |\n";
    }

    // A plan larger than the board's memory for it is refused before the start.
    private async Task<BoardInstructions?> TryCountAsync(string id, string? kernels, string golden)
    {
        BoardDescription board = VirtualBoards.Find(id);
        return BoardInstructions.Fits(board, golden) ? await BoardInstructions.CountAsync(boards, id, kernels, golden) : null;
    }
}
