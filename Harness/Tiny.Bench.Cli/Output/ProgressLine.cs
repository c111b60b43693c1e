namespace Tiny.Bench.Cli.Output;

/// <summary>One work on a <see cref="ProgressDisplay"/>: "kws01 on qemu:mps2-an386: 120 of 1000".</summary>
internal sealed class ProgressLine(ProgressDisplay display, string work) : IProgress<(int Done, int Total)>, IDisposable
{
    /// <summary>What is shown; empty before the first report.</summary>
    public string Text { get; private set; } = "";

    public void Report((int Done, int Total) value) => Show($"{value.Done} of {value.Total}", isLast: value.Done >= value.Total);

    /// <summary>Shows how far the work is in words of its own.</summary>
    public void Show(string state, bool isLast = false)
    {
        Text = $"{work}: {state}";
        display.Update(isLast);
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose() => display.End(this);
}
