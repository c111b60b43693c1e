namespace Tiny.Bench.Results.Import;

/// <summary>The runner that wrote a run's files.</summary>
internal static class RunnerName
{
    public const string MlCommons = "MLC python runner";

    /// <summary>The name, of the EEMBC runner with its version; null when no file tells.</summary>
    public static string? Of(RunFiles files)
    {
        ReadOnlySpan<RunFileMode> modes = [RunFileMode.Performance, RunFileMode.Energy, RunFileMode.Accuracy];
        foreach (RunFileMode mode in modes)
        {
            if (files.Report(mode) is { IsMlCommons: true } || files.Log(mode) is { IsMlCommons: true })
                return MlCommons;
            if (files.Log(mode) is { Version: { } version })
                return $"EEMBC {version}";
        }

        return null;
    }
}
