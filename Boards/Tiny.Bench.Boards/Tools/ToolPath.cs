namespace Tiny.Bench.Boards.Tools;

/// <summary>Looks for programs in the folders of PATH, as a shell does.</summary>
public sealed class ToolPath
{
    private readonly string[] _folders;

    /// <summary>Creates a search.</summary>
    /// <param name="folders">Folders in the order of the search, separated as in PATH; null for the environment's.</param>
    public ToolPath(string? folders = null) =>
        _folders = (folders ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Full path of the first of these programs that is installed; null when none is.</summary>
    public string? Find(params IEnumerable<string> commands) => commands
        .SelectMany(command => _folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{command}.exe" : command)))
        .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path)
    {
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & execute) != UnixFileMode.None);
    }
}
