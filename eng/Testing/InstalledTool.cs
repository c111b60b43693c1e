namespace Tiny.Bench.Testing;

/// <summary>Programs that a test runs and a machine may lack.</summary>
internal static class InstalledTool
{
    /// <summary>Ends the test when one of them is not on PATH: each is a <see cref="Requirement"/> of its own name.</summary>
    public static void Require(params string[] commands)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        foreach (string command in commands)
        {
            if (!folders.Any(folder => File.Exists(Path.Combine(folder, command)) || File.Exists(Path.Combine(folder, $"{command}.exe"))))
                Requirement.Missing(command, $"{command} is not on PATH.");
        }
    }
}
