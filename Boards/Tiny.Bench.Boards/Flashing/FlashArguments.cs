using System.Text;
using Tiny.Bench.Boards.Tools;

namespace Tiny.Bench.Boards.Flashing;

/// <summary>Fills in the places of a <see cref="FlashCommand"/>.</summary>
public static class FlashArguments
{
    internal const string File = "{file}";
    internal const string TclFile = "{tclFile}";
    private const string Port = "{port}";
    private const string Probe = "{probe}";
    private const string Serial = "{serial}";

    /// <summary>Whether the tool talks over the board's serial port, so that it must be named.</summary>
    public static bool NeedPort(FlashCommand command) => command.Arguments.Any(argument => argument.Contains(Port, StringComparison.Ordinal));

    /// <summary>Whether an argument has a place for the firmware file.</summary>
    internal static bool NamesFile(string argument) =>
        argument.Contains(File, StringComparison.Ordinal) || argument.Contains(TclFile, StringComparison.Ordinal);

    /// <summary>The arguments of one run.</summary>
    /// <param name="command">The template.</param>
    /// <param name="file">The firmware; its full path is used.</param>
    /// <param name="port">The serial port; null only when none is needed.</param>
    /// <param name="probeSerial">Serial number of the debug adapter to use; null when it is not known, and the tool takes the only one.</param>
    /// <exception cref="ArgumentException">A port is needed and not given.</exception>
    /// <exception cref="ToolException">The file's name cannot be written in a Tcl command.</exception>
    public static IReadOnlyList<string> Fill(FlashCommand command, string file, string? port, string? probeSerial)
    {
        if (port is null && NeedPort(command))
            throw new ArgumentException($"{command.Tool} needs the serial port.", nameof(port));
        string path = Path.GetFullPath(file);
        var values = new List<KeyValuePair<string, string>> { new(File, path), new(Port, port ?? ""), new(Serial, probeSerial ?? "") };
        if (command.Arguments.Any(argument => argument.Contains(TclFile, StringComparison.Ordinal)))
            values.Add(new(TclFile, TclWord(path)));
        return
        [
            .. command.Arguments
                .SelectMany(argument => argument != Probe ? [argument] : probeSerial is null ? [] : command.Probe)
                .Select(argument => Fill(argument, values)),
        ];
    }

    // One pass, so that a place's name inside a filled-in path is left alone.
    private static string Fill(string argument, List<KeyValuePair<string, string>> values)
    {
        var filled = new StringBuilder();
        for (int at = 0; at < argument.Length;)
        {
            KeyValuePair<string, string> place = values.Find(value => string.CompareOrdinal(argument, at, value.Key, 0, value.Key.Length) == 0);
            filled.Append(place.Key is null ? argument[at].ToString() : place.Value);
            at += place.Key?.Length ?? 1;
        }

        return filled.ToString();
    }

    // In braces Tcl substitutes nothing (Tcl manual, section "Braces"); braces and backslashes themselves would end or escape them.
    private static string TclWord(string path)
    {
        string tclPath = Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;
        return tclPath.AsSpan().IndexOfAny("{}\\\n") < 0
            ? $"{{{tclPath}}}"
            : throw new ToolException(path, "holds a brace, a backslash or a line end, which a Tcl command cannot take; expected a plainer file name");
    }
}
