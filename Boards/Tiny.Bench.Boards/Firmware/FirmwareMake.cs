using System.Globalization;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Tools;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Firmware;

/// <summary>Builds our firmware for a board with <c>make</c>, as <c>Boards/Firmware/Makefile</c> says at its top.</summary>
/// <param name="folder">The folder with that Makefile.</param>
/// <param name="tools">Where programs are looked for.</param>
public sealed class FirmwareMake(string folder, ToolPath tools)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    /// <summary>The firmware's folder in the checkout that the program was built from; null where it was moved out of it.</summary>
    public static string? FindFolder()
    {
        for (DirectoryInfo? place = new(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            string candidate = Path.Combine(place.FullName, "Boards", "Firmware");
            if (File.Exists(Path.Combine(candidate, "Makefile")))
                return candidate;
        }

        return null;
    }

    /// <summary>Builds.</summary>
    /// <param name="firmware">The board's firmware.</param>
    /// <param name="output">Folder of what is built; made when it is not there.</param>
    /// <param name="print">Takes each line that the build prints.</param>
    /// <param name="ct">Ends the build.</param>
    /// <param name="variables">Further variables of the Makefile: <c>ENERGY=1</c>.</param>
    /// <returns>Full path of the ELF file.</returns>
    /// <exception cref="MissingFileException">The firmware's sources are not there.</exception>
    /// <exception cref="ToolException">make or the compiler is not installed, or the build failed.</exception>
    public async Task<string> BuildAsync(FirmwareFacts firmware, string output, Action<string> print, CancellationToken ct, params IReadOnlyList<string> variables)
    {
        string source = Path.GetFullPath(folder);
        string makefile = Path.Combine(source, "Makefile");
        if (!File.Exists(makefile))
            throw new MissingFileException("firmware sources", [makefile], "They are the folder Boards/Firmware of a checkout; name it with --firmware DIR.");
        string target = Path.GetFullPath(output);
        RequireNoBlank(source);
        RequireNoBlank(target);
        string make = Require("make", "sudo apt-get install make");
        Require(firmware.Compiler, $"sudo apt-get install {string.Join(' ', firmware.Packages)}");

        string[] arguments = ["-C", source, "--no-print-directory", $"PORT={firmware.Port}", $"OUT={target}", .. variables];
        ToolRun run = await ToolRun.StartAsync(make, arguments, Deadline, print, TimeProvider.System, ct);
        if (run.ExitCode != 0)
            throw new ToolException(
                makefile, string.Create(CultureInfo.InvariantCulture, $"make PORT={firmware.Port} ended with exit code {run.ExitCode}; expected 0"));
        return File.Exists(run.LastLine)
            ? run.LastLine
            : throw new ToolException(makefile, $"make PORT={firmware.Port} printed \"{run.LastLine}\" last; expected the path of the ELF file");
    }

    private string Require(string program, string install) =>
        tools.Find(program) ?? throw new ToolException(program, $"is not installed; expected it on PATH. Install it: {install}");

    // make splits its words at blanks and has no quotes for them.
    private static void RequireNoBlank(string path)
    {
        if (path.Any(char.IsWhiteSpace))
            throw new ToolException(path, "holds a blank, which make cannot take; expected a path without");
    }
}
