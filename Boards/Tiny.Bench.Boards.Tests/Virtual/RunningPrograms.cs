using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Virtual;

/// <summary>The processes of this machine whose command line holds a word.</summary>
internal static class RunningPrograms
{
    /// <summary>Waits until there is none.</summary>
    public static async Task WaitUntilNoneAsync(string word, CancellationToken ct)
    {
        while (Any(word))
            await Task.Delay(20, ct);
    }

    /// <summary>Whether there is one; skips the test where the system does not tell.</summary>
    public static bool Any(string word)
    {
        if (!Directory.Exists("/proc/self"))
            Requirement.Missing("proc", "The system has no /proc.");
        return Directory.EnumerateDirectories("/proc").Any(process => CommandLine(process).Contains(word, StringComparison.Ordinal));
    }

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
