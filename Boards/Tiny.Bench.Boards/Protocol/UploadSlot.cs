namespace Tiny.Bench.Boards.Protocol;

/// <summary>Where an upload goes (protocol.md section 7.3).</summary>
public enum UploadSlot
{
    /// <summary><c>data</c>: the inputs of an inference.</summary>
    Data,

    /// <summary><c>plan</c>: a model.</summary>
    Plan,
}
