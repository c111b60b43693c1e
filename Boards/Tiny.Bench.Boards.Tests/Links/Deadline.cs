namespace Tiny.Bench.Boards.Links;

/// <summary>The longest that a test waits: far more than it needs, so that only a hang meets it.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source = new(TimeSpan.FromSeconds(60));

    public CancellationToken Token => _source.Token;

    public void Dispose() => _source.Dispose();
}
