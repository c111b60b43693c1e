using System.Globalization;
using System.Text;

namespace Tiny.Bench.Reference.Faults;

/// <summary>Writes what was found as the page <c>Reference/docs/faults.md</c>.</summary>
public static class FaultTable
{
    /// <summary>The page, with LF endings: the same faults and cases give the same bytes.</summary>
    public static string Write(IReadOnlyList<KilledFault> faults, int cases)
    {
        IReadOnlyList<(string Id, int Adds)> minimal = MinimalSet.Of(faults);
        int killed = faults.Count(fault => fault.Killers.Count > 0), inC = faults.Count(fault => fault.Fault.C.Count > 0);
        var page = new StringBuilder();
        Line(page, $"# Seeded faults");
        Line(page, $"");
        Line(page, $"{killed} of {faults.Count} faults are found by {cases} cases; {inC} of the faults are also in the firmware's C.");
        Line(page, $"`Reference/Faults/*.faults` holds them as edits of the sources; nothing of them is in a program that ships. This page is written by");
        Line(page, $"`dotnet run -c Release --project Reference/Tiny.Bench.Reference.Faults -- --table Reference/docs/faults.md`; `--check` compares only, as a test does.");
        Line(page, $"A firmware with a fault: `make -C Boards/Firmware FAULT=NAME`, or `tinybench boards build BOARD --fault NAME`.");
        Line(page, $"");
        Line(page, $"| fault | operator | what is wrong | source | C | found by | first |");
        Line(page, $"|---|---|---|---|---|---:|---|");
        foreach ((Rewriting.SeededFault fault, IReadOnlyList<string> killers) in faults.OrderBy(fault => fault.Fault.Name, StringComparer.Ordinal))
        {
            string first = killers.Count > 0 ? $"`{killers[0]}`" : "**survives**";
            Line(page, $"| `{fault.Name}` | {fault.Operator} | {fault.What} | {fault.Source} | {(fault.C.Count > 0 ? "yes" : "")} | {killers.Count} | {first} |");
        }

        Line(page, $"");
        Line(page, $"## How many would do");
        Line(page, $"");
        Line(page, $"{minimal.Count} cases are enough to find the same faults, chosen greedily: always the one that finds most of what is left.");
        Line(page, $"");
        Line(page, $"| case | faults that it adds |");
        Line(page, $"|---|---:|");
        foreach ((string id, int adds) in minimal)
            Line(page, $"| `{id}` | {adds} |");
        return page.ToString();
    }

    private static void Line(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
