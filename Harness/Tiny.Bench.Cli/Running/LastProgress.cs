namespace Tiny.Bench.Cli.Running;

/// <summary>Hands progress on and keeps the last report, for what is said of a run that was broken off.</summary>
internal sealed class LastProgress(IProgress<(int Done, int Total)> next) : IProgress<(int Done, int Total)>
{
    public (int Done, int Total) Last { get; private set; }

    public void Report((int Done, int Total) value)
    {
        Last = value;
        next.Report(value);
    }
}
