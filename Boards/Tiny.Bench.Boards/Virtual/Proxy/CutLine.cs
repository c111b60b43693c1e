namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>Whether anything passes: both directions share the cable, so a cut stops both.</summary>
internal sealed class CutLine
{
    private readonly Lock _lock = new();
    private long _until = long.MinValue;

    /// <summary>Nothing passes that would have come through before this time stamp.</summary>
    public void Cut(long until)
    {
        lock (_lock)
            _until = Math.Max(_until, until);
    }

    /// <summary>Whether a byte that comes through then is lost.</summary>
    public bool Loses(long timestamp)
    {
        lock (_lock)
            return timestamp < _until;
    }
}
