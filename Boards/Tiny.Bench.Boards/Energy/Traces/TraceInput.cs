namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Bytes of a trace, which can be read more than once.</summary>
/// <param name="Name">What errors call it.</param>
/// <param name="Open">Opens them at the start; the reader closes.</param>
public sealed record TraceInput(string Name, Func<Stream> Open)
{
    private const int BufferBytes = 1 << 16;

    /// <summary>A file.</summary>
    public static TraceInput OfFile(string path) =>
        new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan));

    /// <summary>Bytes that are at hand.</summary>
    public static TraceInput OfBytes(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false));
}
