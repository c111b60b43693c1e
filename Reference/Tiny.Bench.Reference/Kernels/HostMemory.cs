namespace Tiny.Bench.Reference.Kernels;

/// <summary>What is left of the memory that preparing a model may keep beside the arena: factors of channels, unpacked weights.</summary>
/// <remarks>A small file can share one tensor between thousands of operators, each of which derives its own copy.</remarks>
internal sealed class HostMemory(long bytes)
{
    private long _left = bytes;

    /// <summary>Takes some; false when there is not so much left.</summary>
    public bool TryTake(long count)
    {
        if (count > _left)
            return false;
        _left -= count;
        return true;
    }
}
