using Spectre.Console;

namespace Tiny.Bench.Cli.Output;

/// <summary>A table as plain text: no colours, no frame, nothing wrapped, so that two outputs can be compared line by line.</summary>
internal static class TextTable
{
    // Wide enough that no cell is ever shortened; lines are trimmed.
    private const int Width = 1 << 14;

    /// <summary>Prints headings and rows; a heading that starts with <c>&gt;</c> is aligned to the right.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (string heading in headings)
        {
            bool right = heading.StartsWith('>');
            var column = new TableColumn(Markup.Escape(right ? heading[1..] : heading)).NoWrap();
            table.AddColumn(right ? column.RightAligned() : column);
        }

        foreach (IReadOnlyList<string> row in rows)
            table.AddRow([.. row.Select(cell => Markup.Escape(PlainText.Line(cell)))]);

        var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Write(table);
        foreach (string line in text.ToString().Split('\n'))
        {
            if (line.Trim().Length > 0)
                output.WriteLine(line.TrimEnd());
        }
    }
}
