using System.Diagnostics;

namespace Tiny.Bench.Cli.Output;

/// <summary>One line on the error stream that tells how far a long work is: rewritten in place on a terminal, silent elsewhere.</summary>
internal sealed class ProgressLine(TextWriter error, string work) : IProgress<(int Done, int Total)>, IDisposable
{
    private const int MillisecondsBetweenUpdates = 100;

    private readonly bool _visible = !Console.IsErrorRedirected && ReferenceEquals(error, Console.Error);
    private readonly Stopwatch _sinceUpdate = Stopwatch.StartNew();
    private int _length;

    public void Report((int Done, int Total) value)
    {
        if (!_visible || (value.Done < value.Total && _sinceUpdate.ElapsedMilliseconds < MillisecondsBetweenUpdates))
            return;
        _sinceUpdate.Restart();
        string line = $"{work}: {value.Done} of {value.Total}";
        error.Write($"\r{line.PadRight(_length)}");
        _length = line.Length;
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (_length > 0)
            error.Write($"\r{new string(' ', _length)}\r");
    }
}
