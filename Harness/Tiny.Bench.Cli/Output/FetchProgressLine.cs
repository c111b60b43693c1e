using System.Globalization;
using Tiny.Bench.Datasets.Fetching;

namespace Tiny.Bench.Cli.Output;

/// <summary>Tells on the error stream how far a fetch is; what happens besides (a retry, a wait) stays as a line of its own.</summary>
internal sealed class FetchProgressLine(ProgressDisplay display, string item, TimeProvider time) : IProgress<FetchProgress>, IDisposable
{
    private readonly ProgressLine _line = display.Begin(item);
    private readonly long _start = time.GetTimestamp();
    private long? _first;
    private string? _note;

    public void Report(FetchProgress value)
    {
        if (value.Note is { } note)
        {
            if (note != _note)
                display.WriteLine($"{item}: {PlainText.Line(note)}");
            _note = note;
            return;
        }

        _first ??= value.Done;
        _line.Show(Text(value), isLast: value.Done == value.Total);
    }

    public void Dispose() => _line.Dispose();

    private string Text(FetchProgress value)
    {
        double seconds = time.GetElapsedTime(_start).TotalSeconds;
        string speed = seconds >= 1 ? $", {ByteText.Of((long)((value.Done - _first!.Value) / seconds))}/s" : "";
        return value.Total is { } total and > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{ByteText.Of(value.Done)} of {ByteText.Of(total)}, {100.0 * value.Done / total:0} %{speed}")
            : $"{ByteText.Of(value.Done)}{speed}";
    }
}
