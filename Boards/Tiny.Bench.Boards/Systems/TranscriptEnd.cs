using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Systems;

/// <summary>Closes a transcript after everything that still writes to it.</summary>
internal sealed class TranscriptEnd(Transcript transcript) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        transcript.Dispose();
        return ValueTask.CompletedTask;
    }
}
