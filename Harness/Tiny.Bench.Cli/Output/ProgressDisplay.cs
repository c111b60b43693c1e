namespace Tiny.Bench.Cli.Output;

/// <summary>The lines on the error stream that tell how far each work is: rewritten in place on a terminal, silent elsewhere. Safe for several threads.</summary>
internal sealed class ProgressDisplay(TextWriter error)
{
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly bool _visible = !Console.IsErrorRedirected && ReferenceEquals(error, Console.Error);
    private readonly List<ProgressLine> _lines = [];
    private long _updated;
    private int _drawn;

    /// <summary>Adds a line; it goes when it is disposed.</summary>
    public ProgressLine Begin(string work)
    {
        var line = new ProgressLine(this, work);
        lock (_lock)
            _lines.Add(line);
        return line;
    }

    /// <summary>Writes a line of text above the progress.</summary>
    public void WriteLine(string text) => Around(() => error.WriteLine(text));

    /// <summary>Takes the progress away while something else is written.</summary>
    public void Around(Action write)
    {
        lock (_lock)
        {
            Wipe();
            write();
            Draw();
        }
    }

    internal void Update(bool isLast)
    {
        lock (_lock)
        {
            if (!_visible || (!isLast && TimeProvider.System.GetElapsedTime(_updated) < BetweenUpdates))
                return;
            _updated = TimeProvider.System.GetTimestamp();
            Wipe();
            Draw();
        }
    }

    internal void End(ProgressLine line)
    {
        lock (_lock)
        {
            Wipe();
            _lines.Remove(line);
            Draw();
        }
    }

    // ECMA-48: CSI n A moves up n lines, CSI J erases to the end of the screen.
    private void Wipe()
    {
        if (_drawn > 0)
            error.Write($"\r\e[{_drawn}A\e[J");
        _drawn = 0;
    }

    private void Draw()
    {
        if (!_visible)
            return;
        foreach (ProgressLine line in _lines.Where(line => line.Text.Length > 0))
        {
            error.WriteLine(Fitting(line.Text));
            _drawn++;
        }
    }

    // A line that wraps would count as two.
    private static string Fitting(string text) => Console.WindowWidth > 1 && text.Length >= Console.WindowWidth ? text[..(Console.WindowWidth - 1)] : text;
}
